import { decodeSlowly } from './fallback.ts'
import { negativeOf } from './frame.ts'
import type { Grey, Region } from './frame.ts'
import { hintFor } from './hint.ts'
import type { Hint } from './hint.ts'
import type { IsLate } from './late.ts'
import { openReader } from './reader.ts'
import type { Reader, Sighting } from './reader.ts'
import { rescuer } from './rescue.ts'
import type { Rescuer } from './rescue.ts'
import type { Quad } from './symbol/quad.ts'

/** What every symbol this decoder reads is called, by it and by `npm run scan`. */
export const FORMAT = 'QRCode'

/** What was seen in one picture. The text proves nothing until its signature has been checked. */
export interface Seen {
  readonly text: string | null
  readonly hint: Hint
}

/**
 * `quick` looks once, and again at a symbol it could not read; `thorough` also searches for one that hides, `negative` for
 * one that is light on dark, as a phone may show it at night.
 */
export type Effort = 'quick' | 'thorough' | 'negative'

export interface Decoder {
  readonly engine: 'zxing-wasm' | 'zxing-js'
  /** Reads the next picture of a camera: earlier ones of the same symbol help. Gives up early when it is late. */
  readonly read: (picture: Grey, effort: Effort, isLate?: IsLate) => Seen
  /** Reads every symbol of one picture, in the order of a page. */
  readonly readAll: (picture: Grey) => readonly string[]
  /** Forgets earlier pictures. */
  readonly forget: () => void
}

/** Opens the decoder from the bytes of `zxing_reader.wasm`; without WebAssembly it is slower and reads less. */
export async function openDecoder(wasm: ArrayBuffer): Promise<Decoder> {
  if (!('WebAssembly' in globalThis)) return slowDecoder
  try {
    return fastDecoder(await openReader(wasm))
  } catch {
    return slowDecoder
  }
}

const slowDecoder: Decoder = {
  engine: 'zxing-js',
  read(picture, effort) {
    const text = decodeSlowly(effort === 'negative' ? negativeOf(picture) : picture)
    return { text, hint: text === null ? hintFor(picture, null) : 'none' }
  },
  readAll(picture) {
    const text = decodeSlowly(picture) ?? decodeSlowly(negativeOf(picture))
    return text === null ? [] : [text]
  },
  forget() {},
}

const never: IsLate = () => false

function fastDecoder(reader: Reader): Decoder {
  const plain = rescuer()
  const negative = rescuer()
  const forget = () => {
    plain.forget()
    negative.forget()
  }
  const look = (picture: Grey, rescue: Rescuer, effort: 'quick' | 'thorough', isLate: IsLate): Look => {
    const sightings = reader(picture, 'one')
    return { text: textIn(sightings) ?? rescue.rescue(picture, sightings, effort, isLate), sightings }
  }
  /** A card that is printed as usual is glanced at first. */
  const lookNegative = (picture: Grey, isLate: IsLate): Look => {
    const sightings = reader(picture, 'glance')
    const text = textIn(sightings)
    return text === null ? look(negativeOf(picture), negative, 'thorough', isLate) : { text, sightings }
  }
  // Whoever is on the track of a symbol goes on with it.
  const isNegative = (effort: Effort): boolean =>
    effort === 'negative' ? !plain.holds() : effort === 'quick' && negative.holds()
  const read: Decoder['read'] = (picture, effort, isLate = never) => {
    const { text, sightings } = isNegative(effort)
      ? lookNegative(picture, isLate)
      : look(picture, plain, effort === 'thorough' ? effort : 'quick', isLate)
    if (text !== null) forget()
    return { text, hint: text === null ? hintFor(picture, regionOf(sightings)) : 'none' }
  }
  const readOne = (picture: Grey, effort: Effort): readonly string[] => {
    forget()
    const { text } = read(picture, effort)
    return text === null ? [] : [text]
  }
  return {
    engine: 'zxing-wasm',
    read,
    forget,
    readAll(picture) {
      const ways = [
        () => textsIn(reader(picture, 'all')),
        () => readOne(picture, 'thorough'),
        () => textsIn(reader(negativeOf(picture), 'all')),
        () => readOne(picture, 'negative'),
      ]
      for (const way of ways) {
        const texts = way()
        if (texts.length > 0) return texts
      }
      return []
    },
  }
}

interface Look {
  readonly text: string | null
  readonly sightings: readonly Sighting[]
}

/** Each text once, in the order of a page. */
const textsIn = (sightings: readonly Sighting[]): readonly string[] => [
  ...new Set(
    sightings
      .filter(({ text }) => text !== null)
      .toSorted(byPlace)
      .flatMap(({ text }) => (text === null ? [] : [text])),
  ),
]

/** Of two symbols in one picture a card counts, as `domain/card` begins it: whoever shows a card means it. */
function textIn(sightings: readonly Sighting[]): string | null {
  const texts = sightings.flatMap(({ text }) => (text === null ? [] : [text]))
  return texts.find((text) => /^DLH\d+:/.test(text)) ?? texts[0] ?? null
}

/** Row by row, as one reads; cards of one row need not stand exactly side by side. */
function byPlace({ quad: one }: Sighting, { quad: other }: Sighting): number {
  const [a, b] = [upright(one), upright(other)]
  return Math.abs(a.top - b.top) > Math.min(a.height, b.height) / 2 ? a.top - b.top : a.left - b.left
}

const regionOf = ([first]: readonly Sighting[]): Region | null => (first === undefined ? null : upright(first.quad))

/** The upright region that holds a symbol. */
function upright([x0, y0, x1, y1, x2, y2, x3, y3]: Quad): Region {
  const [left, top] = [Math.min(x0, x1, x2, x3), Math.min(y0, y1, y2, y3)]
  return { left, top, width: Math.max(x0, x1, x2, x3) - left, height: Math.max(y0, y1, y2, y3) - top }
}
