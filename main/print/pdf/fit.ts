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

/** A part of a text, before anyone has shaped it. */
interface Spot extends Wanted {
  readonly baseline: number
}

/** Width in ems. */
type Measure = (text: string, weight: Weight) => number

/** Sets texts under each other in a box: whole if it can, then smaller, then wrapped. Nothing is ever cut. */
export function fit(texts: readonly Wanted[], box: Box, fonts: FontFiles): readonly Placed[] {
  const exactly = measuring(fonts)
  for (let scale = 1; scale >= SMALLEST_UNWRAPPED; scale -= 0.02) {
    const spots = place(texts, scale, (text) => [text])
    if (fits(spots, box, exactly)) return settled(spots, fonts)
  }
  const roughly = wordByWord(exactly)
  for (let scale = 0.9; scale > SMALLEST; scale -= 0.02) {
    if (!fits(wrapped(texts, scale, box, roughly, wrap), box, roughly)) continue
    const spots = wrapped(texts, scale, box, roughly, balance)
    if (fits(spots, box, exactly)) return settled(spots, fonts)
  }
  return settled(wrapped(texts, SMALLEST, box, roughly, balance), fonts)
}

const settled = (spots: readonly Spot[], fonts: FontFiles): readonly Placed[] =>
  spots.map(({ text, weight, size, baseline }) => ({ line: layOutLine(text, weight, fonts), size, baseline }))

const wrapped = (texts: readonly Wanted[], scale: number, box: Box, measure: Measure, into: typeof balance) =>
  place(texts, scale, (text, weight, size) => into(text, box.width / size, (part) => measure(part, weight)))

function measuring(fonts: FontFiles): Measure {
  const widths = new Map<string, number>()
  return (text, weight) => {
    const key = `${weight}${text}`
    const width = widths.get(key) ?? layOutLine(text, weight, fonts).width
    widths.set(key, width)
    return width
  }
}

/** Adds up words instead of shaping what they might be joined to: lines that are only tried cost nothing. */
function wordByWord(exactly: Measure): Measure {
  return (part, weight) => {
    const space = exactly('n n', weight) - exactly('nn', weight)
    const words = part.split(' ')
    return words.reduce((sum, word) => sum + exactly(word, weight), space * (words.length - 1))
  }
}

function place(
  texts: readonly Wanted[],
  scale: number,
  split: (text: string, weight: Weight, size: number) => readonly string[],
): readonly Spot[] {
  let top = 0
  return texts.flatMap(({ text, weight, size }) =>
    split(text, weight, size * scale).map((part) => {
      const { above, below } = room[scriptOf(part)]
      const baseline = top + above * size * scale
      top = baseline + below * size * scale
      return { text: part, weight, size: size * scale, baseline }
    }),
  )
}

function fits(spots: readonly Spot[], box: Box, measure: Measure): boolean {
  const last = spots.at(-1)
  if (last === undefined) return true
  const bottom = last.baseline + room[scriptOf(last.text)].below * last.size
  return bottom <= box.height && spots.every(({ text, weight, size }) => measure(text, weight) * size <= box.width)
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

/** Breaks a text at spaces that may be broken at, and a word that is too long by itself between two letters. */
export function wrap(text: string, width: number, measure: (part: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text
    .trim()
    .split(/[^\S\u00a0]+/)
    .flatMap((whole) => breakWord(whole, width, measure))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && measure(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

/** Takes each letter for its share of the word: parts that are only tried cost nothing. */
function breakWord(word: string, width: number, measure: (part: string) => number): readonly string[] {
  const whole = measure(word)
  if (whole <= width) return [word]
  const letters = [...graphemes.segment(word)].map(({ segment }) => ({ segment, own: measure(segment) }))
  const share = whole / letters.reduce((sum, { own }) => sum + own, 0)
  const parts: string[] = []
  let part = ''
  let long = 0
  for (const { segment, own } of letters) {
    if (part !== '' && long + own * share > width) {
      parts.push(part)
      part = ''
      long = 0
    }
    part += segment
    long += own * share
  }
  return [...parts, part]
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
