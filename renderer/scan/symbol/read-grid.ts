import { blocksOf, levels } from './block.ts'
import type { Level } from './block.ts'
import type { Layout } from './layout.ts'
import { corrected } from './reed-solomon.ts'
import { textOf } from './segment.ts'

/** What a grid came to: its text, or at least the modules of blocks that could be corrected (0 where unsure). */
export interface GridReading {
  readonly text: string | null
  readonly sure: Int8Array
}

/** Check bytes that must be left over, so that chance does not make a text out of guesses. */
const SPARE = 2
const masks: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
]

/** Reads modules that are more or less dark: positive is dark, and the farther from 0 the surer. */
export function readGrid(grid: Float32Array, layout: Layout): GridReading {
  const sure = new Int8Array(grid.length)
  const { level, mask } = formatOf(grid, layout)
  const isMasked = masks[mask]
  if (isMasked === undefined) return { text: null, sure }
  const { side, data, version } = layout
  const count = data.length >> 3
  const bytes = new Uint8Array(count)
  const trust = new Float32Array(count)
  for (let byte = 0; byte < count; byte++) {
    let least = Infinity
    for (let bit = 0; bit < 8; bit++) {
      const place = data[byte * 8 + bit] ?? 0
      const value = grid[place] ?? 0
      const dark = value > 0 !== isMasked(Math.floor(place / side), place % side)
      bytes[byte] = ((bytes[byte] ?? 0) << 1) | (dark ? 1 : 0)
      least = Math.min(least, Math.abs(value))
    }
    trust[byte] = least
  }
  const blocks = blocksOf(version, level)
  const whole: number[] = []
  let good = 0
  for (const { places, checks } of blocks) {
    const fixed = repair(bytes, trust, places, checks)
    if (fixed === null) continue
    good++
    whole.push(...fixed.subarray(0, fixed.length - checks))
    places.forEach((byte, at) => {
      for (let bit = 0; bit < 8; bit++) {
        const place = data[byte * 8 + bit] ?? 0
        const one = (((fixed[at] ?? 0) >> (7 - bit)) & 1) === 1
        sure[place] = one !== isMasked(Math.floor(place / side), place % side) ? 1 : -1
      }
    })
  }
  const text = good === blocks.length && good > 0 ? textOf(Uint8Array.from(whole), version) : null
  return { text, sure }
}

/** Gives up more and more of the least sure bytes until the rest fits (Forney's generalised minimum distance). */
function repair(bytes: Uint8Array, trust: Float32Array, places: Int32Array, checks: number): Uint8Array | null {
  const block = Uint8Array.from(places, (place) => bytes[place] ?? 0)
  const doubtful = Array.from(places.keys()).toSorted(
    (one, other) => (trust[places[one] ?? 0] ?? 0) - (trust[places[other] ?? 0] ?? 0),
  )
  for (let erased = 0; erased <= checks - SPARE; erased += 2) {
    const fixed = corrected(block, checks, doubtful.slice(0, erased), SPARE)
    if (fixed !== null) return fixed
  }
  return null
}

/** The format whose bits fit both copies best, weighed by how sure each module is. */
function formatOf(grid: Float32Array, { format }: Layout): { readonly level: Level; readonly mask: number } {
  let best = { score: -Infinity, level: 'M' as Level, mask: 0 }
  for (const [code, bits] of formats) {
    let score = 0
    for (const copy of format) {
      copy.forEach((place, at) => (score += (((bits >> (14 - at)) & 1) === 1 ? 1 : -1) * (grid[place] ?? 0)))
    }
    if (score > best.score) best = { score, level: levelCodes[code >> 3] ?? 'M', mask: code & 7 }
  }
  return best
}

const levelCodes: readonly Level[] = [levels[1], levels[0], levels[3], levels[2]]

/** A BCH(15, 5) code over level and mask, turned around so that it is never all light. */
const formats: readonly (readonly [code: number, bits: number])[] = Array.from({ length: 32 }, (_, code) => {
  let rest = code << 10
  for (let bit = 14; bit >= 10; bit--) if (((rest >> bit) & 1) === 1) rest ^= 0x537 << (bit - 10)
  return [code, ((code << 10) | rest) ^ 0x5412] as const
})
