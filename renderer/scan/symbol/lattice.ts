import type { Grey } from '../frame.ts'
import { brightnessAt, mappingOf, pointsOf } from './quad.ts'
import type { Quad } from './quad.ts'

/** Samples at every half module, with three more beyond each edge; the middle of module 0 is sample 3. */
export interface Lattice {
  /** Dark is positive; light that falls unevenly is taken out. */
  readonly values: Float32Array
  readonly width: number
  readonly side: number
}

export const MARGIN = 3
/** Where the picture is flat, grain is not blown up into a pattern: out of 255. */
const LEAST_SPREAD = 6

/** How far around a sample its light is judged, in half modules: far for clear prints, near for worn ones. */
export const FAR = 12
export const NEAR = 6

export function sampleLattice(picture: Grey, quad: Quad, side: number): Lattice {
  const width = 2 * side - 1 + 2 * MARGIN
  const values = new Float32Array(width * width)
  const [a, b, c, d, e, f, g, h] = mappingOf(quad, side)
  const fine = pointsOf(quad, side) > 3.2
  for (let row = 0; row < width; row++) {
    for (let column = 0; column < width; column++) {
      let sum = 0
      for (const shift of fine ? quarters : middle) {
        const u = 0.5 + (column - MARGIN) / 2 + shift[0]
        const v = 0.5 + (row - MARGIN) / 2 + shift[1]
        const far = g * u + h * v + 1
        sum += brightnessAt(picture, (a * u + b * v + c) / far, (d * u + e * v + f) / far)
      }
      values[row * width + column] = -sum / (fine ? 4 : 1)
    }
  }
  return { values: levelled(values, width, FAR), width, side }
}

const middle = [[0, 0]] as const
const quarters = [
  [-0.125, -0.125],
  [0.125, -0.125],
  [-0.125, 0.125],
  [0.125, 0.125],
] as const

/** Less the mean of the neighbourhood, in units of its spread. */
function levelled(values: Float32Array, width: number, reach: number): Float32Array {
  const sums = sumsOf(values, width, (value) => value)
  const squares = sumsOf(values, width, (value) => value * value)
  return values.map((value, at) => {
    const [row, column] = [Math.floor(at / width), at % width]
    const [top, bottom] = [Math.max(0, row - reach), Math.min(width, row + reach + 1)]
    const [left, right] = [Math.max(0, column - reach), Math.min(width, column + reach + 1)]
    const inside = (table: Float64Array) =>
      (table[bottom * (width + 1) + right] ?? 0) -
      (table[top * (width + 1) + right] ?? 0) -
      (table[bottom * (width + 1) + left] ?? 0) +
      (table[top * (width + 1) + left] ?? 0)
    const count = (bottom - top) * (right - left)
    const mean = inside(sums) / count
    return (value - mean) / Math.max(LEAST_SPREAD, Math.sqrt(Math.max(0, inside(squares) / count - mean * mean)))
  })
}

/** Sums over everything above and to the left. */
function sumsOf(values: Float32Array, width: number, of: (value: number) => number): Float64Array {
  const sums = new Float64Array((width + 1) * (width + 1))
  for (let row = 0; row < width; row++) {
    let line = 0
    for (let column = 0; column < width; column++) {
      line += of(values[row * width + column] ?? 0)
      sums[(row + 1) * (width + 1) + column + 1] = line + (sums[row * (width + 1) + column + 1] ?? 0)
    }
  }
  return sums
}

/** In the light of a nearer neighbourhood. */
export const closer = (lattice: Lattice): Lattice => ({
  ...lattice,
  values: levelled(
    lattice.values.map((value) => value * 40),
    lattice.width,
    NEAR,
  ),
})

/** Only the middles of the modules. */
export function middlesOf({ values, width, side }: Lattice): Float32Array {
  return Float32Array.from(
    { length: side * side },
    (_, at) => values[(MARGIN + 2 * Math.floor(at / side)) * width + MARGIN + 2 * (at % side)] ?? 0,
  )
}
