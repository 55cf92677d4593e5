import bidiFactory from 'bidi-js'

import type { OwnScript } from '../../../domain/language.ts'
import type { Cell } from './cell.ts'
import type { FontFiles, FontName, Script, Weight } from './font.ts'
import { openFont } from './font.ts'
import { remember } from './remember.ts'

/** Letters of one font and direction. */
export interface Run {
  readonly font: FontName
  readonly script: Script
  readonly text: string
  readonly rightToLeft: boolean
  /** Left edge and width in ems. */
  readonly left: number
  readonly width: number
  readonly cells: readonly Cell[]
  /** Marks to show after the cells, at their left edge. */
  readonly marks: readonly Cell[]
}

/** A line in the order it is read; each run knows where it stands. */
export interface Line {
  readonly text: string
  readonly runs: readonly Run[]
  readonly width: number
}

const bidi = bidiFactory()

/** First and last code point of the Unicode blocks of each script. */
const blocks: readonly (readonly [script: OwnScript, first: number, last: number])[] = [
  ['Deva', 0x0900, 0x097f],
  ['Deva', 0xa8e0, 0xa8ff],
  ['Guru', 0x0a00, 0x0a7f],
  ['Arab', 0x0600, 0x06ff],
  ['Arab', 0x0750, 0x077f],
  ['Arab', 0xfb50, 0xfdff],
  ['Arab', 0xfe70, 0xfefc],
]

/** Marks that steer the order of a line and are themselves unseen (UAX #9 §2). */
const steering = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/
const everySteering = new RegExp(steering, 'g')

/** Spaces, joiners and the danda belong to whatever stands before them. */
const followers = /[\s\u200c]|\u200d|[\u0964\u0965]/

/** The script whose font and line height a text wants: that of its first letter that is not Latin. */
export function scriptOf(text: string): Script {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const block = blocks.find(([, first, last]) => code >= first && code <= last)
    if (block !== undefined) return block[0]
  }
  return 'Latn'
}

/** A shift of two hundred cards an hour meets some hundred labels and a few thousand names. */
const LINES = 4000

const layers = new WeakMap<FontFiles, (key: string) => Line>()

/** Orders a text of any scripts from left to right (UAX #9) and measures it. The last thousands are remembered. */
export function layOutLine(text: string, weight: Weight, fonts: FontFiles): Line {
  let layer = layers.get(fonts)
  if (layer === undefined) {
    layer = remember(LINES, (key) => lay(key.slice(3), weights[key.slice(0, 3)] ?? 400, fonts))
    layers.set(fonts, layer)
  }
  return layer(`${weight}${text}`)
}

const weights: Readonly<Record<string, Weight>> = { '400': 400, '600': 600, '700': 700 }

function lay(text: string, weight: Weight, fonts: FontFiles): Line {
  const clean = text.toWellFormed().replace(/\s+/g, ' ')
  const { levels } = bidi.getEmbeddingLevels(clean, scriptOf(clean) === 'Arab' ? 'rtl' : 'ltr')
  let width = 0
  const runs = inOrder(itemise(clean, levels)).map(({ script, level, from, to }) => {
    const font: FontName = `${script}-${weight}`
    const rightToLeft = level % 2 === 1
    const open = openFont(fonts[font])
    const letters = clean.slice(from, to)
    const { advance, ...shape } = open.shape(letters, script, rightToLeft)
    const at = { left: width, width: advance / open.unitsPerEm }
    const run = { font, script, rightToLeft, from, text: letters, ...at, ...shape }
    width += run.width
    return run
  })
  return { text: clean.replace(everySteering, ''), runs: runs.toSorted((one, other) => one.from - other.from), width }
}

interface Item {
  readonly script: Script
  readonly level: number
  readonly from: number
  readonly to: number
}

function itemise(text: string, levels: Uint8Array): Item[] {
  const items: Item[] = []
  for (let at = 0; at < text.length; at++) {
    const last = items.at(-1)
    const letter = text.charAt(at)
    if (steering.test(letter)) continue
    const script = last !== undefined && followers.test(letter) ? last.script : scriptOf(letter)
    const level = levels[at] ?? 0
    if (last?.script === script && last.level === level && last.to === at)
      items[items.length - 1] = { ...last, to: at + 1 }
    else items.push({ script, level, from: at, to: at + 1 })
  }
  return items
}

/** Rule L2 of UAX #9: from the highest level down, turn around whatever stands at that level or above. */
function inOrder(items: readonly Item[]): readonly Item[] {
  const order = [...items]
  for (let level = Math.max(0, ...items.map((item) => item.level)); level > 0; level--) {
    for (let from = 0; from < order.length; from++) {
      let to = from
      while ((order[to]?.level ?? -1) >= level) to++
      order.splice(from, to - from, ...order.slice(from, to).toReversed())
      from = to
    }
  }
  return order
}
