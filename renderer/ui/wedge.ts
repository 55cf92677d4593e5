import { unreachable } from '../../domain/result.ts'
import { isOurs, isPrefix, mayBecomePrefix, prefixIn } from '../../domain/scan/prefix.ts'
import { LONGEST_SCAN } from '../../domain/scan/scan-event.ts'
import { isEnd, isModifier, letterOf } from './wedge-key.ts'

/** A scanner's keys follow each other within this, in milliseconds; only a machine under load pauses longer. */
export const BURST = 60
/**
 * A scanner's keys come faster than this on the average: one with four USB reports of 8 ms a large letter needs 32. Of
 * people, record holders have some 60 for a few words.
 */
export const FAST = 40
/** Five keys are few: to be known by our prefix alone a scanner has to be faster still. */
const FASTER = 20
/** Longer than this between two keys, and they do not belong together. */
export const PAUSE = 200
/** A scanner that sends no Enter is done when it has been quiet this long, in milliseconds. */
export const SILENCE = 300
/** Codes without a prefix of ours are known by so many keys in a row, of which so many differ. */
export const LONG = 24
/** After our prefix fewer will do, even with pauses between them. */
const LONG_OURS = 12
const FASTER_OURS = 30
const DIFFERENT = 6
/** So many letters before a machine's run, with nothing before them, were struck by the machine too. */
const HEAD = 3
/** What may become one of our codes is kept from the page this long, in milliseconds: of people's keys, a capital D. */
const DOUBT = 90
/** Of keys that may be anybody's no more than this many are remembered. */
const MEMORY = 96
/** So many fast keys before an Enter were no person: that Enter must press nothing. */
const MACHINE = 8
/** An article number of a pack: short, but between scanners and Enters nothing else looks so. */
const ARTICLE = /^(?:\d{8}|\d{12,14})$/
/** FNC1, which parts the fields of a pack's code: scanners type it as Ctrl ]. */
const FNC1 = '\u001d'

/** One key press, as much as matters. Times are those of the events, so a busy page changes nothing. */
export interface Press {
  readonly code: string
  readonly shift: boolean
  readonly control: boolean
  /** Alt, AltGr or Meta is down. */
  readonly command: boolean
  /** The key is held down and repeats itself. */
  readonly repeat: boolean
  readonly at: number
  /** Whether what has the focus takes text. */
  readonly inText: boolean
}

interface Struck {
  readonly letter: string
  readonly at: number
  /** Kept from the page until it is known whose it is. */
  readonly held: boolean
}

/**
 * What the keyboard has sent of late. `burst`: keys in quick succession, by nobody knows whom. `scan`: surely a
 * scanner. `deaf`: a scanner whose text is longer than any code. `over`: a scan has ended at this moment.
 */
export type Wedge =
  | { readonly kind: 'over'; readonly at: number }
  | { readonly kind: 'burst'; readonly struck: readonly Struck[] }
  | { readonly kind: 'scan'; readonly text: string; readonly at: number }
  | { readonly kind: 'deaf'; readonly at: number }

export const quietWedge: Wedge = { kind: 'over', at: Number.NEGATIVE_INFINITY }

/**
 * What has to be done about it, in this order. `put-back`: undo whatever the keys from this one on did, and forget
 * them. `release`: the keys from this one on that are kept were a person's, let the page have them. Keys are counted
 * within the burst.
 */
export type Act =
  | { readonly kind: 'release'; readonly from: number }
  | { readonly kind: 'put-back'; readonly from: number }
  | { readonly kind: 'scan'; readonly text: string; readonly symbology: string | null }

export interface Heard {
  readonly wedge: Wedge
  readonly acts: readonly Act[]
  /** Whether this key is kept from the page. */
  readonly hold: boolean
  /** This key's number in a burst that goes on; null for any other key. */
  readonly number: number | null
}

const pass = (wedge: Wedge, acts: readonly Act[] = []): Heard => ({ wedge, acts, hold: false, number: null })
const hold = (wedge: Wedge, acts: readonly Act[] = []): Heard => ({ wedge, acts, hold: true, number: null })

/** Takes one key press into account. */
export function hearKey(wedge: Wedge, press: Press): Heard {
  switch (wedge.kind) {
    case 'over':
      if (isModifier(press.code)) return pass(wedge)
      // Carriage return and line feed: the second one belongs to the scan as well.
      return wedge.at + BURST >= press.at && isEnd(press.code, press.control) ? hold(wedge) : hearInBurst([], press)
    case 'burst':
      return hearInBurst(wedge.struck, press)
    case 'scan':
    case 'deaf':
      return hearInScan(wedge, press)
    default:
      return unreachable(wedge)
  }
}

/** After how long without a key silence is to be heard, in milliseconds; null when nothing waits for it. */
export function patienceOf(wedge: Wedge): number | null {
  switch (wedge.kind) {
    case 'over':
      return null
    case 'burst':
      return mayBeOurs(textOf(wedge.struck)) ? DOUBT : BURST
    case 'scan':
    case 'deaf':
      return SILENCE
    default:
      return unreachable(wedge)
  }
}

const mayBeOurs = (text: string): boolean => mayBecomePrefix(text.toUpperCase()) || isOurs(text)

/** Takes into account that nothing came for as long as `patienceOf` says. */
export function hearSilence(wedge: Wedge): Pick<Heard, 'wedge' | 'acts'> {
  switch (wedge.kind) {
    case 'over':
      return { wedge, acts: [] }
    case 'burst':
      // A busy page hears silence before keys that were struck long ago: the burst may still turn out to be a scan.
      return {
        wedge: { kind: 'burst', struck: wedge.struck.map(letGo) },
        acts: released(wedge.struck),
      }
    case 'scan':
    case 'deaf':
      return finished(wedge, wedge.at)
    default:
      return unreachable(wedge)
  }
}

function released(struck: readonly Struck[]): readonly Act[] {
  const from = struck.findIndex((key) => key.held)
  return from === -1 ? [] : [{ kind: 'release', from }]
}

function hearInBurst(before: readonly Struck[], press: Press): Heard {
  const { code, at } = press
  if (isModifier(code)) return pass({ kind: 'burst', struck: before })
  const last = before.at(-1)
  const goesOn = last !== undefined && at - last.at <= PAUSE
  const isMachines = goesOn && at - last.at <= BURST && before.length >= MACHINE && isFast(before)
  const letter = isMachines && isSeparator(press) ? FNC1 : letterIn(press)
  if (letter === null) {
    const machine = isMachines && isEnd(code, press.control) && !press.inText
    const text = textOf(before)
    if (machine && ARTICLE.test(text)) {
      const acts: readonly Act[] = [
        { kind: 'put-back', from: 0 },
        { kind: 'scan', text, symbology: null },
      ]
      return hold({ kind: 'over', at }, acts)
    }
    return { ...pass(quietWedge, released(before)), hold: machine }
  }
  if (!goesOn) {
    const held = letter === 'D'
    const struck = [{ letter, at, held }]
    return { wedge: { kind: 'burst', struck }, acts: released(before), hold: held, number: 0 }
  }
  if (at - last.at <= (patienceOf({ kind: 'burst', struck: before }) ?? 0))
    return judged([...before, { letter, at, held: last.held || at - last.at <= FAST }], [])
  return judged([...before.map(letGo), { letter, at, held: false }], released(before))
}

const isSeparator = ({ code, control, command }: Press): boolean => control && !command && code === 'BracketRight'

const letterIn = ({ code, shift, control, command, repeat }: Press): string | null =>
  control || command || repeat ? null : letterOf(code, shift)

const letGo = (key: Struck): Struck => ({ ...key, held: false })

/** Looks at a burst with a new key at its end, after `acts`. */
function judged(fresh: readonly Struck[], acts: readonly Act[]): Heard {
  const text = textOf(fresh)
  const number = fresh.length - 1
  const at = fresh[number]?.at ?? 0
  const start = prefixStart(text)
  if (start !== null && isFast(fresh.slice(start), FASTER)) {
    const own = text.slice(symbologyBefore(text, start) === null ? start : start - AIM)
    const from = text.length - own.length
    return caught(own, fresh, from, acts)
  }
  const ours = prefixIn(text)
  if (ours !== null && isMachine(fresh.slice(ours), LONG_OURS, FASTER_OURS))
    return caught(text.slice(ours), fresh, ours, acts)
  const from = machineStart(fresh)
  if (isMachine(fresh.slice(from), LONG)) return caught(text.slice(from), fresh, from, acts)
  if (fresh.length >= MEMORY) return pass(quietWedge, [...acts, ...released(fresh.slice(0, -1))])
  const last = fresh[number]
  const held =
    last?.held === true && (fresh.at(-2)?.held === true || number >= 2 || mayBecomePrefix(text.toUpperCase()))
  const struck = fresh.with(number, { letter: last?.letter ?? '', at, held })
  return { wedge: { kind: 'burst', struck }, acts, hold: held, number }
}

function caught(text: string, fresh: readonly Struck[], from: number, acts: readonly Act[]): Heard {
  const at = fresh.at(-1)?.at ?? 0
  const wedge: Wedge = { kind: 'scan', text, at }
  return hold(wedge, [...acts, { kind: 'put-back', from }, ...released(fresh.slice(0, from))])
}

/**
 * Where the run of keys at the end of a burst began that one machine may have struck. A machine that paused for once has
 * struck a fast run before the pause as well, or its very first keys.
 */
function machineStart(struck: readonly Struck[]): number {
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

const textOf = (struck: readonly Struck[]): string => struck.map(({ letter }) => letter).join('')

/** Letters of an AIM symbology identifier, `]Q1`. */
const AIM = 3

const symbologyBefore = (text: string, end: number): string | null => {
  const before = text.slice(Math.max(0, end - AIM), end)
  return /^\][A-Za-z][0-9A-Za-z]$/.test(before) ? before : null
}

/** Where in a text one of our prefixes begins that ends with it; null when none does. */
function prefixStart(text: string): number | null {
  if (!text.endsWith(':')) return null
  const start = text.toUpperCase().lastIndexOf('DL')
  return start !== -1 && isPrefix(text.slice(start).toUpperCase()) ? start : null
}

function isFast(struck: readonly Struck[], pace = FAST): boolean {
  const [first, last] = [struck[0], struck.at(-1)]
  return first !== undefined && last !== undefined && last.at - first.at <= (struck.length - 1) * pace
}

const isMachine = (struck: readonly Struck[], least: number, pace = FAST): boolean =>
  struck.length >= least && isFast(struck, pace) && new Set(struck.map(({ letter }) => letter)).size >= DIFFERENT

type Scanning = Extract<Wedge, { readonly kind: 'scan' | 'deaf' }>

function hearInScan(wedge: Scanning, press: Press): Heard {
  const { code, at } = press
  if (at - wedge.at > SILENCE) {
    // Silence was not heard in time, the page was busy.
    const over = finished(wedge, wedge.at)
    const next = hearKey(over.wedge, press)
    return { ...next, acts: [...over.acts, ...next.acts] }
  }
  if (isEnd(code, press.control)) {
    const over = finished(wedge, at)
    return hold(over.wedge, over.acts)
  }
  const letter = isSeparator(press) ? FNC1 : letterIn(press)
  if (letter === null) return hold({ ...wedge, at })
  if (wedge.kind === 'deaf' || wedge.text.length >= LONGEST_SCAN) return hold({ kind: 'deaf', at })
  return hold({ kind: 'scan', text: wedge.text + letter, at })
}

function finished(wedge: Scanning, at: number): { readonly wedge: Wedge; readonly acts: readonly Act[] } {
  const over: Wedge = { kind: 'over', at }
  if (wedge.kind === 'deaf') return { wedge: over, acts: [] }
  const symbology = symbologyBefore(wedge.text, AIM)
  const bare = symbology === null ? wedge.text : wedge.text.slice(AIM)
  // Our own codes have large letters only, whatever Caps Lock and the scanner made of them.
  const text = isOurs(bare) ? bare.toUpperCase() : bare
  return { wedge: over, acts: [{ kind: 'scan', text, symbology }] }
}
