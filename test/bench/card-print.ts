import type { Random } from '../../build/demo/seed/random.ts'
import type { PrintedCode } from './camera-card.ts'
import type { Conditions } from './camera-harm.ts'

/** The brightness of a card at a place, in modules from the symbol's corner; null beside the card. */
export type Shade = (column: number, row: number) => number | null

const PAPER = 240
const INK = 18
/** ISO/IEC 7810 ID-1 with a symbol of 25 mm near its right edge: the card's edges in sides of the symbol. */
const edge = { left: -2.25, right: 1.17, top: -0.85, bottom: 1.3 }
const QUIET = 4

interface Scratch {
  readonly x: number
  readonly y: number
  readonly across: number
  readonly down: number
  readonly half: number
  readonly value: number
}

/** A card with its symbol, lines that stand for text, a photograph, and what years in a pocket did to it. */
export function printedCard(code: PrintedCode, { ink, scratches, worn, negative }: Conditions, random: Random): Shade {
  const { side } = code
  const lines = textLines(random)
  const dark = Uint8Array.from({ length: side * side }, (_, at) =>
    code.isDark(at % side, Math.floor(at / side)) ? 1 : 0,
  )
  const scars = Array.from({ length: scratches }, () => scratchOn(side, random))
  const patch = { x: side * (0.2 + random.next() * 0.6), y: side * (0.2 + random.next() * 0.6), reach: worn * side }
  const shade: Shade = (column, row) => {
    if (column < edge.left * side || column > edge.right * side) return null
    if (row < edge.top * side || row > edge.bottom * side) return null
    const inside = column > -QUIET && row > -QUIET && column < side + QUIET && row < side + QUIET
    if (!inside) return lines(column, row) ? 60 : 225
    const printed = symbolAt(dark, side, column, row, ink) ? INK : PAPER
    const rubbed =
      Math.hypot(column - patch.x, row - patch.y) < patch.reach ? printed + (PAPER - printed) * 0.75 : printed
    const scar = scars.find((each) => crosses(each, column, row))
    return scar === undefined ? rubbed : scar.value
  }
  return negative ? (column, row) => reversed(shade(column, row)) : shade
}

const reversed = (value: number | null): number | null => (value === null ? null : 255 - value)

/** Ink that runs darkens what is near a dark module; ink that shrinks lightens what is near a light one. */
function symbolAt(dark: Uint8Array, side: number, column: number, row: number, ink: number): boolean {
  if (ink === 0) return darkAt(dark, side, column, row)
  let corners = 0
  for (const right of [-ink, ink]) {
    for (const down of [-ink, ink]) if (darkAt(dark, side, column + right, row + down)) corners++
  }
  return ink > 0 ? corners > 0 : corners === 4
}

const darkAt = (dark: Uint8Array, side: number, column: number, row: number): boolean =>
  column >= 0 && row >= 0 && column < side && row < side && dark[Math.floor(row) * side + Math.floor(column)] === 1

function scratchOn(side: number, random: Random): Scratch {
  const angle = random.next() * Math.PI
  return {
    x: random.next() * side,
    y: random.next() * side,
    across: -Math.sin(angle),
    down: Math.cos(angle),
    half: 0.25 + random.next() * 0.25,
    // A scratch takes the print away; dirt in it darkens.
    value: random.chance(0.7) ? 215 : 70,
  }
}

const crosses = ({ x, y, across, down, half }: Scratch, column: number, row: number): boolean =>
  Math.abs((column - x) * across + (row - y) * down) < half

/** Words of uneven length in lines, and a dark square where a photograph would be. */
function textLines(random: Random): Shade2 {
  const words = Array.from({ length: 4096 }, () => random.chance(0.6))
  return (column, row) => {
    if (column < -70 && row > 0 && row < 40) return true
    const line = Math.floor(row / 5)
    if (row - line * 5 > 2.4) return false
    return words[(((line * 89 + Math.floor(column * 0.9)) % 4096) + 4096) % 4096] ?? false
  }
}
type Shade2 = (column: number, row: number) => boolean
