import type { Grey } from '../frame.ts'
import type { IsLate } from '../late.ts'
import { alignCoarsely, alignFinely } from './align.ts'
import type { Aligned } from './align.ts'
import { findEyes } from './find-eye.ts'
import type { Eye } from './find-eye.ts'
import { halve } from './halve.ts'
import { layoutOf } from './layout.ts'
import type { Layout } from './layout.ts'
import type { Quad } from './quad.ts'

export interface Found extends Aligned {
  readonly layout: Layout
}

const LEAST_FIT = 0.5
const TRIPLES = 4
/** The likeliest versions and places of corners, which are looked at closely. */
const FINE_LOOKS = 3
/** Nothing but a symbol of the right size fits so well. */
const CERTAIN = 0.82

/** What a search came to, and the copies of the picture that it had no time for: the next one begins with them. */
export interface Search {
  readonly found: Found | null
  readonly left: readonly number[]
}

/** Sizes of copies, as what the picture's size is divided by: first where modules of three to six points are small. */
export const copiesFor = ({ height }: Grey): readonly number[] =>
  height > 800 ? [2, 4] : height > 600 ? [2, 1, 4] : [1, 2]

/** Looks for a symbol in copies of a picture, each smaller or not. */
export function findSymbol(picture: Grey, copies: readonly number[], isLate: IsLate): Search {
  let best: Found | null = null
  for (const [at, scale] of copies.entries()) {
    const found = findAt(smaller(picture, scale), picture, scale, isLate)
    if (found !== null && found.fit > (best?.fit ?? LEAST_FIT)) best = found
    if (best !== null && best.fit > CERTAIN) return { found: best, left: [] }
    if (isLate()) return { found: best, left: copies.slice(at + 1) }
  }
  return { found: best, left: [] }
}

const smaller = (picture: Grey, scale: number): Grey => (scale === 1 ? picture : smaller(halve(picture), scale / 2))

function findAt(copy: Grey, picture: Grey, scale: number, isLate: IsLate): Found | null {
  const eyes = findEyes(copy, isLate).map((eye) => ({
    ...eye,
    x: eye.x * scale,
    y: eye.y * scale,
    points: eye.points * scale,
  }))
  const triples = triplesOf(eyes)
    .toSorted((one, other) => one.odd - other.odd)
    .slice(0, TRIPLES)
  const likely: Found[] = []
  for (const triple of triples) {
    for (const version of versionsOf(triple)) {
      const layout = layoutOf(version)
      if (layout === null) continue
      if (isLate()) break
      const coarse = alignCoarsely(picture, quadOf(triple), layout, isLate)
      likely.push({ ...coarse, layout })
    }
  }
  let best: Found | null = null
  for (const { quad, layout } of likely.toSorted((one, other) => other.fit - one.fit).slice(0, FINE_LOOKS)) {
    const aligned = alignFinely(picture, quad, layout, isLate)
    if (aligned.fit > (best?.fit ?? 0)) best = { ...aligned, layout }
    if (aligned.fit > CERTAIN) return best
  }
  return best
}

/** Eyes at the corner between two sides, at the end of the upper one, and at the end of the left one. */
interface Triple {
  readonly corner: Eye
  readonly right: Eye
  readonly below: Eye
  /** How far from a square they stand, and from an eye each is. */
  readonly odd: number
}

function triplesOf(eyes: readonly Eye[]): readonly Triple[] {
  return eyes.flatMap((corner) =>
    eyes.flatMap((right) =>
      eyes.flatMap((below) => {
        if (right === corner || below === corner || right === below) return []
        const odd = oddness(corner, right, below)
        return odd === null ? [] : [{ corner, right, below, odd }]
      }),
    ),
  )
}

function oddness(corner: Eye, right: Eye, below: Eye): number | null {
  const [ax, ay] = [right.x - corner.x, right.y - corner.y]
  const [bx, by] = [below.x - corner.x, below.y - corner.y]
  const [a, b] = [Math.hypot(ax, ay), Math.hypot(bx, by)]
  const across = (ax * by - ay * bx) / (a * b)
  const lopsided = Math.abs(Math.log(a / b))
  const sizes = [corner.points, right.points, below.points]
  const uneven = Math.log(Math.max(...sizes) / Math.min(...sizes))
  // Below is to the left of right when one stands at the corner: a mirror would show it the other way.
  if (across < 0.7 || lopsided > 0.5 || uneven > 0.45) return null
  const modules = (a + b) / (2 * meanPoints([corner, right, below]))
  if (modules < 12 || modules > 95) return null
  const doubt = 3 - corner.fit - right.fit - below.fit
  return 1 - across + lopsided + uneven + 1.5 * doubt
}

const meanPoints = (eyes: readonly Eye[]): number => eyes.reduce((sum, { points }) => sum + points, 0) / eyes.length

/** The distance between the middles of two eyes is seven modules less than the side. */
function versionsOf({ corner, right, below }: Triple): readonly number[] {
  const length =
    (Math.hypot(right.x - corner.x, right.y - corner.y) + Math.hypot(below.x - corner.x, below.y - corner.y)) / 2
  const version = (length / meanPoints([corner, right, below]) + 7 - 17) / 4
  const nearest = Math.round(version)
  const next = version > nearest ? nearest + 1 : nearest - 1
  return [nearest, next, 2 * nearest - next]
}

/** As a parallelogram; tilt is found when it is aligned. */
function quadOf({ corner, right, below }: Triple): Quad {
  const [ax, ay] = [right.x - corner.x, right.y - corner.y]
  const [bx, by] = [below.x - corner.x, below.y - corner.y]
  const points = meanPoints([corner, right, below])
  const [a, b] = [(3.5 * points) / Math.hypot(ax, ay), (3.5 * points) / Math.hypot(bx, by)]
  const at = (along: number, down: number) =>
    [corner.x + along * ax + down * bx, corner.y + along * ay + down * by] as const
  return [...at(-a, -b), ...at(1 + a, -b), ...at(1 + a, 1 + b), ...at(-a, 1 + b)]
}
