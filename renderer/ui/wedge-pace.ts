import { isPrefix } from '../../domain/scan/prefix.ts'

/** A scanner's keys follow each other within this, in milliseconds; only a machine under load pauses longer. */
export const BURST = 60
/**
 * A scanner's keys come faster than this on the average: one with four USB reports of 8 ms a large letter needs 32. Of
 * people, record holders have some 60 for a few words.
 */
export const FAST = 40
/** So many letters before a machine's run, with nothing before them, were struck by the machine too. */
const HEAD = 3
/** A machine's text is of more letters than a key that repeats itself, or two that alternate. */
const DIFFERENT = 6

/** One key of a burst. */
export interface Struck {
  readonly letter: string
  readonly at: number
  /** Kept from the page until it is known whose it is. */
  readonly held: boolean
}

/**
 * Where the letters begin that the scanner itself put before one of our codes: AIM's, or what it is set to send. No hand
 * goes from the keys over to a scanner this fast.
 */
export function headStart(struck: readonly Struck[], start: number): number {
  const aim = /^\][A-Za-z][0-9A-Za-z]$/.test(textOf(struck.slice(Math.max(0, start - 3), start)))
  if (aim) return headStart(struck, start - 3)
  const [key, before] = [struck[start], struck[start - 1]]
  return key === undefined || before === undefined || key.at - before.at > FAST ? start : headStart(struck, start - 1)
}

/**
 * Where the run of keys at the end of a burst began that one machine may have struck. A machine that paused for once has
 * struck a fast run before the pause as well, or its very first keys.
 */
export function machineStart(struck: readonly Struck[]): number {
  let start = runStart(struck, struck.length - 1)
  // Pauses and all, nobody types this fast.
  while (start > HEAD && !isFast(struck.slice(0, start + 1))) {
    const before = runStart(struck, start - 1)
    if (before === start - 1 || !isFast(struck.slice(before, start))) return start
    start = before
  }
  return 0
}

/** The first key of the unbroken run that a key belongs to. */
function runStart(struck: readonly Struck[], number: number): number {
  const [key, before] = [struck[number], struck[number - 1]]
  return key === undefined || before === undefined || key.at - before.at > BURST ? number : runStart(struck, number - 1)
}

export const textOf = (struck: readonly Struck[]): string => struck.map(({ letter }) => letter).join('')

/** Where in a text one of our prefixes begins that ends with it; null when none does. */
export function prefixStart(text: string): number | null {
  if (!text.endsWith(':')) return null
  const start = text.toUpperCase().lastIndexOf('DL')
  return start !== -1 && isPrefix(text.slice(start).toUpperCase()) ? start : null
}

export function isFast(struck: readonly { readonly at: number }[], pace = FAST): boolean {
  const [first, last] = [struck[0], struck.at(-1)]
  return first !== undefined && last !== undefined && last.at - first.at <= (struck.length - 1) * pace
}

export const isMachine = (struck: readonly Struck[], least: number, pace = FAST): boolean =>
  struck.length >= least && isFast(struck, pace) && new Set(struck.map(({ letter }) => letter)).size >= DIFFERENT
