import type { Grey } from '../frame.ts'
import type { IsLate } from '../late.ts'
import { brightnessAt } from './quad.ts'

/** One of the three square eyes of a symbol: its middle, the length of its module, both in points, and its turn. */
export interface Eye {
  readonly x: number
  readonly y: number
  readonly points: number
  /** From 0 up to a quarter turn, for an eye looks the same after that. */
  readonly angle: number
  /** 1 is a perfect eye. */
  readonly fit: number
}

/** Modules of these many points are looked for; beyond them a picture of half the size is looked at. */
const SIZES = [1.8, 2.25, 2.8, 3.5]
const SPOTS = 300
/** The most likely spots that are looked at closely. */
const LOOKS = 90
/** Out of 255: of each point of the light ring, and of all of them together. */
const LEAST_STEP = 2
const LEAST_CONTRAST = 7
const LEAST_FIT = 0.55
const MERE_FIT = 0.3
const MOST = 10

/**
 * Finds eyes that blur or grain hide from a search for edges: a dark spot, a light ring, then the whole pattern. When it
 * is late, the eyes found so far.
 */
export function findEyes(picture: Grey, isLate: IsLate): readonly Eye[] {
  const soft = soften(picture)
  const likely = SIZES.flatMap((points) => (isLate() ? [] : glances(soft, findSpots(soft, points), points)))
  const eyes: Eye[] = []
  for (const eye of likely.toSorted((one, other) => other.fit - one.fit).slice(0, LOOKS)) {
    if (isLate()) break
    const close = lookClosely(soft, eye)
    if (close.fit >= LEAST_FIT) eyes.push(close)
  }
  return apart(
    eyes.toSorted((one, other) => other.fit - one.fit),
    4,
    MOST,
  )
}

/** The first of those that stand less than so many modules from each other. */
function apart<Item extends Pick<Eye, 'x' | 'y' | 'points'>>(all: readonly Item[], modules: number, most: number) {
  const kept: Item[] = []
  for (const item of all) {
    if (kept.length === most) break
    const near = (other: Item) => Math.hypot(item.x - other.x, item.y - other.y) < modules * other.points
    if (!kept.some(near)) kept.push(item)
  }
  return kept
}

/** The mean of three by three. */
function soften({ data, width, height }: Grey): Grey {
  const soft = new Uint8ClampedArray(data.length)
  const columnAt = (at: number) => (data[at - width] ?? 0) + (data[at] ?? 0) + (data[at + width] ?? 0)
  let left = 0
  let here = columnAt(width)
  for (let at = width; at < data.length - width - 1; at++) {
    const right = columnAt(at + 1)
    soft[at] = ((left + here + right) * 7282) >> 16
    left = here
    here = right
  }
  return { data: soft, width, height }
}

interface Spot {
  readonly x: number
  readonly y: number
  readonly points: number
  readonly contrast: number
}

/** Dark places with light all around, where the ring of an eye is however it is turned: the strongest of each patch. */
function findSpots({ data, width, height }: Grey, points: number): readonly Spot[] {
  const [axis, slant] = [Math.round(2.3 * points), Math.round(1.65 * points)]
  const up = axis * width
  const [low, high] = [slant * width + slant, slant * width - slant]
  const cell = Math.max(4, Math.round(3 * points))
  const [columns, rows] = [Math.ceil(width / cell), Math.ceil(height / cell)]
  const best = new Int32Array(columns * rows)
  const places = new Int32Array(columns * rows)
  const at = (place: number) => data[place] ?? 0
  const step = points < 2.5 ? 2 : 3
  for (let y = axis; y < height - axis; y += step) {
    const cells = Math.floor(y / cell) * columns
    for (let x = axis; x < width - axis; x += step) {
      const place = y * width + x
      const straight = at(place - axis) + at(place + axis) + at(place - up) + at(place + up)
      const slanting = at(place - low) + at(place + low) + at(place - high) + at(place + high)
      // The sum first: hardly any place passes, whereas in grain each single comparison is a toss.
      const contrast = straight + slanting - 8 * at(place)
      if (contrast < 8 * LEAST_CONTRAST) continue
      const own = cells + Math.floor(x / cell)
      if (contrast <= (best[own] ?? 0)) continue
      const dark = at(place) + LEAST_STEP
      if (at(place - axis) < dark || at(place + axis) < dark || at(place - up) < dark || at(place + up) < dark) continue
      if (at(place - low) < dark || at(place + low) < dark) continue
      if (at(place - high) < dark || at(place + high) < dark) continue
      best[own] = contrast
      places[own] = place
    }
  }
  const spots: Spot[] = []
  best.forEach((contrast, own) => {
    const place = places[own] ?? 0
    if (contrast > 0) spots.push({ x: (place % width) + 0.5, y: Math.floor(place / width) + 0.5, points, contrast })
  })
  return spots.toSorted((one, other) => other.contrast - one.contrast).slice(0, SPOTS)
}

/** Nine modules by nine, with the light border. */
const pattern = Float32Array.from({ length: 81 }, (_, at) => {
  const ring = Math.max(Math.abs((at % 9) - 4), Math.abs(Math.floor(at / 9) - 4))
  return ring === 2 || ring === 4 ? -1 : 1
})
const patternMean = pattern.reduce((sum, value) => sum + value, 0) / 81
const patternSpread = pattern.reduce((sum, value) => sum + (value - patternMean) ** 2, 0)
const ANGLES = 6

/** How much each spot looks like an eye at first sight, by the nearest points at each angle; the unlikely are left out. */
function glances({ data, width, height }: Grey, spots: readonly Spot[], points: number): readonly Eye[] {
  const angles = Array.from({ length: ANGLES }, (_, turn) => (turn * Math.PI) / 2 / ANGLES)
  const offsets = angles.map((angle) => offsetsOf(points, angle, width))
  const reach = Math.ceil(4 * Math.SQRT2 * points) + 1
  return spots.flatMap(({ x, y }) => {
    if (x < reach || y < reach || x >= width - reach || y >= height - reach) return []
    const place = Math.floor(y) * width + Math.floor(x)
    let best: Eye = { x, y, points, angle: 0, fit: -1 }
    offsets.forEach((around, turn) => {
      const fit = glance(data, place, around)
      if (fit > best.fit) best = { x, y, points, angle: angles[turn] ?? 0, fit }
    })
    return best.fit < MERE_FIT ? [] : best
  })
}

/** From the middle of an eye to its modules, in places of the picture. */
const offsetsOf = (points: number, angle: number, width: number): Int32Array =>
  Int32Array.from({ length: 81 }, (_, at) => {
    const [column, row] = [(at % 9) - 4, Math.floor(at / 9) - 4]
    const [right, down] = [Math.cos(angle) * points, Math.sin(angle) * points]
    return Math.round(column * right - row * down) + Math.round(column * down + row * right) * width
  })

function glance(data: Uint8ClampedArray, place: number, around: Int32Array): number {
  let sum = 0
  let squares = 0
  let product = 0
  for (let at = 0; at < 81; at++) {
    const value = data[place + (around[at] ?? 0)] ?? 0
    sum += value
    squares += value * value
    product -= (pattern[at] ?? 0) * value
  }
  return likenessOf(sum, squares, product)
}

function lookClosely(picture: Grey, likely: Eye): Eye {
  const { points } = likely
  let best: Eye = { ...likely, fit: fitOf(picture, likely) }
  for (const size of [0.9, 1.12]) best = better(picture, best, { ...best, points: points * size })
  for (const step of [0.5, 0.25]) {
    for (const [right, down] of steps) {
      best = better(picture, best, { ...best, x: best.x + right * step * points, y: best.y + down * step * points })
    }
    for (const more of [-0.1, 0.1]) {
      best = better(picture, best, { ...best, angle: best.angle + more * 2 * step })
      best = better(picture, best, { ...best, points: best.points * (1 + more * step) })
    }
  }
  return best
}

const steps = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const

function better(picture: Grey, best: Eye, next: Eye): Eye {
  const fit = fitOf(picture, next)
  return fit > best.fit ? { ...next, fit } : best
}

function fitOf(picture: Grey, { x, y, points, angle }: Eye): number {
  const [right, down] = [Math.cos(angle) * points, Math.sin(angle) * points]
  let sum = 0
  let squares = 0
  let product = 0
  for (let at = 0; at < 81; at++) {
    const column = (at % 9) - 4
    const row = Math.floor(at / 9) - 4
    const value = brightnessAt(picture, x + column * right - row * down, y + column * down + row * right)
    sum += value
    squares += value * value
    product -= (pattern[at] ?? 0) * value
  }
  return likenessOf(sum, squares, product)
}

function likenessOf(sum: number, squares: number, product: number): number {
  const spread = squares - (sum * sum) / 81
  return spread < 81 ? 0 : (product + patternMean * sum) / Math.sqrt(spread * patternSpread)
}
