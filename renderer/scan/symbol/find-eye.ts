import type { Grey } from '../frame.ts'
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
/** Out of 255: of each point of the light ring, and of all of them together. */
const LEAST_STEP = 2
const LEAST_CONTRAST = 7
const LEAST_FIT = 0.55
const MERE_FIT = 0.3
const MOST = 10

/** Finds eyes that blur or grain hide from a search for edges: a dark spot, a light ring, then the whole pattern. */
export function findEyes(picture: Grey): readonly Eye[] {
  const soft = soften(picture)
  const eyes = SIZES.flatMap((points) => findSpots(soft, points))
    .map((spot) => lookAtSpot(soft, spot))
    .filter(({ fit }) => fit >= LEAST_FIT)
    .toSorted((one, other) => other.fit - one.fit)
  return apart(eyes, 4, MOST)
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
  const rows = new Uint16Array(data.length)
  for (let at = width; at < data.length - width; at++) {
    rows[at] = (data[at - width] ?? 0) + (data[at] ?? 0) + (data[at + width] ?? 0)
  }
  for (let at = 1; at < data.length - 1; at++) {
    soft[at] = (((rows[at - 1] ?? 0) + (rows[at] ?? 0) + (rows[at + 1] ?? 0)) * 7282) >> 16
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
  for (let y = axis; y < height - axis; y += 2) {
    const cells = Math.floor(y / cell) * columns
    for (let x = axis; x < width - axis; x += 2) {
      const place = y * width + x
      const dark = at(place) + LEAST_STEP
      const [left, right, above, below] = [at(place - axis), at(place + axis), at(place - up), at(place + up)]
      if (left < dark || right < dark || above < dark || below < dark) continue
      const [one, two, three, four] = [at(place - low), at(place + low), at(place - high), at(place + high)]
      if (one < dark || two < dark || three < dark || four < dark) continue
      const contrast = left + right + above + below + one + two + three + four - 8 * at(place)
      if (contrast < 8 * LEAST_CONTRAST) continue
      const own = cells + Math.floor(x / cell)
      if (contrast <= (best[own] ?? 0)) continue
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

function lookAtSpot(picture: Grey, { x, y, points }: Spot): Eye {
  let best: Eye = { x, y, points, angle: 0, fit: -1 }
  for (let turn = 0; turn < ANGLES; turn++) {
    const angle = (turn * Math.PI) / 2 / ANGLES
    best = better(picture, best, { ...best, x, y, points, angle })
    if (turn === ANGLES - 1 && best.fit < MERE_FIT) return best
  }
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
  const spread = squares - (sum * sum) / 81
  return spread < 81 ? 0 : (product + patternMean * sum) / Math.sqrt(spread * patternSpread)
}
