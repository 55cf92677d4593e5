import type { Grey } from '../frame.ts'
import type { IsLate } from '../late.ts'
import type { Layout } from './layout.ts'
import { brightnessAt, mappingOf, pointsOf } from './quad.ts'
import type { Quad } from './quad.ts'

export interface Aligned {
  readonly quad: Quad
  /** How well the modules that every symbol has agree with the picture: 1 is perfect, 0 is chance. */
  readonly fit: number
}

/** Steps in modules. */
const COARSE = [0.6, 0.3]
const FINE = [0.15, 0.08]

/** Moves the corners of a symbol until the patterns that every symbol has fit best. */
export const align = (picture: Grey, rough: Quad, layout: Layout, isLate: IsLate): Aligned =>
  alignFinely(picture, alignCoarsely(picture, rough, layout, isLate).quad, layout, isLate)

/** Judged by a third of what is known: whether it is worth a finer look. */
export const alignCoarsely = (picture: Grey, rough: Quad, layout: Layout, isLate: IsLate): Aligned =>
  moved(picture, rough, layout, { places: fewPlaces(layout), steps: COARSE, isLate })

export const alignFinely = (picture: Grey, near: Quad, layout: Layout, isLate: IsLate): Aligned =>
  moved(picture, near, layout, { places: knownPlaces(layout), steps: FINE, isLate })

interface Moving {
  readonly places: Int32Array
  readonly steps: readonly number[]
  readonly isLate: IsLate
}

function moved(picture: Grey, from: Quad, layout: Layout, { places, steps, isLate }: Moving): Aligned {
  const points = pointsOf(from, layout.side)
  let best: Aligned = { quad: from, fit: fitOf(picture, from, layout, places) }
  for (const step of steps) {
    for (let round = 0; round < 2 && !isLate(); round++) {
      const before = best.fit
      best = improve(best, step * points, (quad) => fitOf(picture, quad, layout, places))
      if (best.fit - before < 0.002) break
    }
  }
  return best
}

function improve(from: Aligned, step: number, fitness: (quad: Quad) => number): Aligned {
  let best = from
  for (const move of moves) {
    for (const sign of [1, -1]) {
      const quad = shifted(best.quad, move, sign * step)
      const fit = fitness(quad)
      if (fit > best.fit) {
        best = { quad, fit }
        break
      }
    }
  }
  return best
}

/** All together, then each corner, across and down. */
const moves: readonly Quad[] = [
  [1, 0, 1, 0, 1, 0, 1, 0],
  [0, 1, 0, 1, 0, 1, 0, 1],
  ...[0, 1, 2, 3, 4, 5, 6, 7].map((own): Quad => {
    const at = (index: number) => (index === own ? 1 : 0)
    return [at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7)]
  }),
]

function shifted(quad: Quad, move: Quad, step: number): Quad {
  const at = (index: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7) => quad[index] + move[index] * step
  return [at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7)]
}

const placesByVersion = new Map<number, Int32Array>()
const fewByVersion = new Map<number, Int32Array>()

function knownPlaces({ known, version }: Layout): Int32Array {
  const places = placesByVersion.get(version) ?? Int32Array.from([...known.keys()].filter((at) => known[at] !== 0))
  placesByVersion.set(version, places)
  return places
}

/** Every third, which takes them from all rows and columns: no side of a symbol is a multiple of three and two. */
function fewPlaces(layout: Layout): Int32Array {
  const few = fewByVersion.get(layout.version) ?? knownPlaces(layout).filter((_, at) => at % 3 === 0)
  fewByVersion.set(layout.version, few)
  return few
}

/** The correlation of what is known with what is seen. */
function fitOf(picture: Grey, quad: Quad, { known, side }: Layout, places: Int32Array): number {
  const [a, b, c, d, e, f, g, h] = mappingOf(quad, side)
  let sum = 0
  let squares = 0
  let expected = 0
  let product = 0
  for (const place of places) {
    const u = (place % side) + 0.5
    const v = Math.floor(place / side) + 0.5
    const far = g * u + h * v + 1
    const value = brightnessAt(picture, (a * u + b * v + c) / far, (d * u + e * v + f) / far)
    const dark = known[place] ?? 0
    sum += value
    squares += value * value
    expected += dark
    product -= dark * value
  }
  const count = places.length
  const spread = squares - (sum * sum) / count
  const expectedSpread = count - (expected * expected) / count
  return spread <= 0 ? 0 : (product + (expected * sum) / count) / Math.sqrt(spread * expectedSpread)
}
