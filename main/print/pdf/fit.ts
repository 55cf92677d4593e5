import type { FontFiles, Script, Weight } from './font.ts'
import { layOutLine, scriptOf } from './line.ts'
import type { Line } from './line.ts'

export interface Wanted {
  readonly text: string
  readonly weight: Weight
  /** Wished height of the font, in millimetres. */
  readonly size: number
}

export interface Placed {
  readonly line: Line
  readonly size: number
  /** Millimetres from the top of the block to the baseline. */
  readonly baseline: number
}

export interface Box {
  readonly width: number
  readonly height: number
}

/** Ems above and below the baseline that lines of a script must have to stand clear of each other. */
const room: Readonly<Record<Script, { readonly above: number; readonly below: number }>> = {
  Latn: { above: 0.95, below: 0.27 },
  Deva: { above: 0.98, below: 0.38 },
  Guru: { above: 0.98, below: 0.36 },
  Arab: { above: 1.42, below: 0.68 },
}

/** Below this, two lines in a larger letter are easier to read than one. */
const SMALLEST_UNWRAPPED = 0.68
const SMALLEST = 0.2

type Lay = (text: string, weight: Weight) => Line

/** Sets texts under each other in a box: whole if it can, then smaller, then wrapped. Nothing is ever cut. */
export function fit(texts: readonly Wanted[], box: Box, fonts: FontFiles): readonly Placed[] {
  const lay = remembering(fonts)
  for (let scale = 1; scale >= SMALLEST_UNWRAPPED; scale -= 0.02) {
    const placed = place(texts, scale, lay, (text) => [text])
    if (fits(placed, box)) return placed
  }
  for (let scale = 0.9; scale > SMALLEST; scale -= 0.02) {
    const placed = wrapped(texts, scale, box, lay)
    if (fits(placed, box)) return placed
  }
  return wrapped(texts, SMALLEST, box, lay)
}

/** Ems do not change with the size, so each part of a text is shaped once. */
function remembering(fonts: FontFiles): Lay {
  const lines = new Map<string, Line>()
  return (text, weight) => {
    const known = lines.get(`${weight} ${text}`)
    if (known !== undefined) return known
    const line = layOutLine(text, weight, fonts)
    lines.set(`${weight} ${text}`, line)
    return line
  }
}

const wrapped = (texts: readonly Wanted[], scale: number, box: Box, lay: Lay) =>
  place(texts, scale, lay, (text, weight, size) => balance(text, box.width / size, (part) => lay(part, weight).width))

function place(
  texts: readonly Wanted[],
  scale: number,
  lay: Lay,
  split: (text: string, weight: Weight, size: number) => readonly string[],
): readonly Placed[] {
  let top = 0
  return texts.flatMap(({ text, weight, size }) =>
    split(text, weight, size * scale).map((part) => {
      const { above, below } = room[scriptOf(part)]
      const baseline = top + above * size * scale
      top = baseline + below * size * scale
      return { line: lay(part, weight), size: size * scale, baseline }
    }),
  )
}

function fits(placed: readonly Placed[], box: Box): boolean {
  const last = placed.at(-1)
  if (last === undefined) return true
  const bottom = last.baseline + room[scriptOf(last.line.text)].below * last.size
  return bottom <= box.height && placed.every(({ line, size }) => line.width * size <= box.width)
}

/** Wraps a text into as few lines as the width allows, and then as evenly as it can. */
function balance(text: string, width: number, measure: (part: string) => number): readonly string[] {
  const lines = wrap(text, width, measure)
  for (let narrower = 0.95; lines.length > 1 && narrower > 0.5; narrower -= 0.05) {
    const even = wrap(text, width * narrower, measure)
    if (even.length > lines.length || even.some((line) => measure(line) > width * narrower)) break
    lines.splice(0, lines.length, ...even)
  }
  return lines
}

/** Breaks a text at spaces, and a word that is too long by itself between two letters. */
export function wrap(text: string, width: number, measure: (part: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text
    .trim()
    .split(/\s+/)
    .flatMap((whole) => breakWord(whole, width, measure))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && measure(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

function breakWord(word: string, width: number, measure: (part: string) => number): readonly string[] {
  if (measure(word) <= width) return [word]
  const parts: string[] = []
  let part = ''
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(word)) {
    if (part !== '' && measure(part + segment) > width) {
      parts.push(part)
      part = ''
    }
    part += segment
  }
  return [...parts, part]
}
