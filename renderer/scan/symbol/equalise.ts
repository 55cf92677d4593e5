import { MARGIN } from './lattice.ts'
import type { Lattice } from './lattice.ts'

/** Seven samples by seven around a module, and a constant. */
const REACH = MARGIN
const SPAN = 2 * REACH + 1
const TAPS = SPAN * SPAN + 1

/** What each module should come to, and how much that counts. */
export interface Lesson {
  readonly wanted: Float32Array
  readonly trust: Float32Array
}

/**
 * Undoes what lens, hand and ink did to a symbol, as a modem does to a line: finds the weights of a module's
 * neighbourhood that best give what is wanted, and applies them everywhere.
 */
export function equalise(lattice: Lattice, { wanted, trust }: Lesson, damping: number): Float32Array {
  const { side } = lattice
  const matrix = new Float64Array(TAPS * TAPS)
  const target = new Float64Array(TAPS)
  const taps = new Float64Array(TAPS)
  const group = Array.from({ length: 4 }, () => new Float64Array(TAPS))
  const weights4 = new Float64Array(4)
  const aims = new Float64Array(4)
  let held = 0
  for (let place = 0; place < side * side; place++) {
    const weight = trust[place] ?? 0
    if (weight === 0) continue
    gather(lattice, place, group[held] ?? taps)
    weights4[held] = weight
    aims[held] = wanted[place] ?? 0
    held++
    if (held < 4) continue
    learn(matrix, target, group, weights4, aims)
    held = 0
  }
  weights4.fill(0, held)
  learn(matrix, target, group, weights4, aims)
  let power = 0
  for (let at = 0; at < TAPS; at++) power += matrix[at * TAPS + at] ?? 0
  for (let at = 0; at < TAPS; at++) matrix[at * TAPS + at] = (matrix[at * TAPS + at] ?? 0) + (damping * power) / TAPS
  const weights = solve(matrix, target)
  return Float32Array.from({ length: side * side }, (_, place) => {
    gather(lattice, place, taps)
    let sum = 0
    for (let at = 0; at < TAPS; at++) sum += (weights[at] ?? 0) * (taps[at] ?? 0)
    return sum
  })
}

/** Adds four modules at once: the matrix is far larger than they, and is gone through once instead of four times. */
function learn(
  matrix: Float64Array,
  target: Float64Array,
  [one = target, two = target, three = target, four = target]: readonly Float64Array[],
  trust: Float64Array,
  aims: Float64Array,
): void {
  for (let row = 0; row < TAPS; row++) {
    const a = (one[row] ?? 0) * (trust[0] ?? 0)
    const b = (two[row] ?? 0) * (trust[1] ?? 0)
    const c = (three[row] ?? 0) * (trust[2] ?? 0)
    const d = (four[row] ?? 0) * (trust[3] ?? 0)
    target[row] = (target[row] ?? 0) + a * (aims[0] ?? 0) + b * (aims[1] ?? 0) + c * (aims[2] ?? 0) + d * (aims[3] ?? 0)
    const start = row * TAPS
    for (let column = 0; column <= row; column++) {
      matrix[start + column] =
        (matrix[start + column] ?? 0) +
        a * (one[column] ?? 0) +
        b * (two[column] ?? 0) +
        c * (three[column] ?? 0) +
        d * (four[column] ?? 0)
    }
  }
}

function gather({ values, width, side }: Lattice, place: number, taps: Float64Array): void {
  const start = 2 * Math.floor(place / side) * width + 2 * (place % side)
  let to = 0
  for (let row = 0; row < SPAN; row++) {
    for (let column = 0; column < SPAN; column++) taps[to++] = values[start + row * width + column] ?? 0
  }
  taps[to] = 1
}

/** Cholesky's way with a symmetric matrix, of which the lower half is filled; it is used up. */
function solve(matrix: Float64Array, target: Float64Array): Float64Array {
  const size = target.length
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column] ?? 0
      for (let at = 0; at < column; at++) sum -= (matrix[row * size + at] ?? 0) * (matrix[column * size + at] ?? 0)
      matrix[row * size + column] =
        row === column ? Math.sqrt(Math.max(sum, 1e-9)) : sum / (matrix[column * size + column] ?? 1)
    }
  }
  const result = Float64Array.from(target)
  for (let row = 0; row < size; row++) {
    let sum = result[row] ?? 0
    for (let at = 0; at < row; at++) sum -= (matrix[row * size + at] ?? 0) * (result[at] ?? 0)
    result[row] = sum / (matrix[row * size + row] ?? 1)
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = result[row] ?? 0
    for (let at = row + 1; at < size; at++) sum -= (matrix[at * size + row] ?? 0) * (result[at] ?? 0)
    result[row] = sum / (matrix[row * size + row] ?? 1)
  }
  return result
}
