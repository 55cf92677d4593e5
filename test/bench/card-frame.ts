import { randomFrom } from '../../build/demo/seed/random.ts'
import type { Random } from '../../build/demo/seed/random.ts'
import type { Grey } from '../../renderer/scan/frame.ts'
import type { PrintedCode } from './camera-card.ts'
import type { Conditions } from './camera-harm.ts'
import { compress, dragged, softened } from './camera-lens.ts'
import { printedCard } from './card-print.ts'
import type { Shade } from './card-print.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** How far a hand moves a card from one frame to the next, in points and degrees. */
const TREMOR = { points: 3, degrees: 0.6 }

/**
 * Photographs a card as a hand holds it before a webcam: one frame after another, each a little elsewhere and with
 * noise of its own; print, scratches and distance stay.
 */
export function photographer(code: PrintedCode, conditions: Conditions, size: Size, random: Random) {
  const shade = printedCard(code, conditions, random)
  const place = placeOf(code, conditions, size, random)
  const desk = 60 + random.next() * 120
  const side = random.next() * 2 * Math.PI
  const shine = { x: 0.3 + random.next() * 0.4, y: 0.3 + random.next() * 0.4, long: 1 + random.next() }
  const dragAngle = random.next() * Math.PI
  let first = true
  return async (): Promise<Grey> => {
    const shaken = first ? place : shake(place, random)
    const drift = first ? 0 : (random.next() - 0.5) * 0.3
    first = false
    const picture = draw(shade, lookOf(shaken, size), size, desk)
    const { points, defocus, motion, glare } = conditions
    const soft = softened(picture, size, Math.hypot(0.6, defocus * points))
    const moved = motion === 0 ? soft : dragged(soft, size, motion * points, dragAngle)
    const reflection = {
      x: shaken.x + (shine.x + drift - 0.5) * code.side * points,
      y: shaken.y + (shine.y + drift - 0.5) * code.side * points,
      across: glare * code.side * points,
      along: glare * code.side * points * shine.long,
    }
    return compress(develop(moved, size, { conditions, side, reflection, random }), conditions.jpeg)
  }
}

/** Where the middle of the symbol lies in the frame, and how it is turned. */
interface Place {
  readonly x: number
  readonly y: number
  readonly roll: number
  readonly lean: number
  /** The direction of the axis it leans about. */
  readonly axis: number
  readonly points: number
  readonly half: number
}

function placeOf(code: PrintedCode, { roll, lean, points }: Conditions, size: Size, random: Random): Place {
  const reach = code.side * points * 0.72
  const room = (length: number) => Math.max(0, length / 2 - reach)
  return {
    x: size.width / 2 + (random.next() - 0.5) * 2 * Math.min(room(size.width), size.width * 0.2),
    y: size.height / 2 + (random.next() - 0.5) * 2 * room(size.height),
    roll: (roll * Math.PI) / 180,
    lean: (lean * Math.PI) / 180,
    axis: random.next() * 2 * Math.PI,
    points,
    half: code.side / 2,
  }
}

function shake(place: Place, random: Random): Place {
  const tremble = () => (random.next() - 0.5) * 2
  return {
    ...place,
    x: place.x + tremble() * TREMOR.points,
    y: place.y + tremble() * TREMOR.points,
    roll: place.roll + (tremble() * TREMOR.degrees * Math.PI) / 180,
    lean: place.lean + (tremble() * TREMOR.degrees * Math.PI) / 180,
  }
}

type Vector = readonly [x: number, y: number, z: number]

/** Where the ray through a point of the frame meets the card: at (u · ray, v · ray) ÷ (depth · ray), in modules. */
interface Look {
  readonly u: Vector
  readonly v: Vector
  readonly depth: Vector
  readonly focal: number
  readonly half: number
}

function lookOf({ x, y, roll, lean, axis, points, half }: Place, { width, height }: Size): Look {
  // A webcam sees some 60° from side to side.
  const focal = width * 0.866
  const distance = focal / points
  const centre: Vector = [(x - width / 2) / points, (y - height / 2) / points, distance]
  const across = leaned([Math.cos(roll), Math.sin(roll), 0], axis, lean)
  const down = leaned([-Math.sin(roll), Math.cos(roll), 0], axis, lean)
  // Cramer's rule on u·across + v·down − t·ray = −centre.
  return { u: cross(down, centre), v: cross(centre, across), depth: cross(across, down), focal, half }
}

/** Turns a vector by `lean` about the axis that lies in the picture at an angle (Rodrigues). */
function leaned(vector: Vector, angle: number, lean: number): Vector {
  const axis: Vector = [Math.cos(angle), Math.sin(angle), 0]
  const [side, along] = [cross(axis, vector), dot(axis, vector) * (1 - Math.cos(lean))]
  const turned = (at: 0 | 1 | 2) => vector[at] * Math.cos(lean) + side[at] * Math.sin(lean) + axis[at] * along
  return [turned(0), turned(1), turned(2)]
}

const cross = (one: Vector, other: Vector): Vector => [
  one[1] * other[2] - one[2] * other[1],
  one[2] * other[0] - one[0] * other[2],
  one[0] * other[1] - one[1] * other[0],
]
const dot = (one: Vector, other: Vector): number => one[0] * other[0] + one[1] * other[1] + one[2] * other[2]

/** Four rays for each point of the frame, so that edges come out as a sensor sees them. */
function draw(shade: Shade, { u, v, depth, focal, half }: Look, { width, height }: Size, desk: number): Float32Array {
  const picture = new Float32Array(width * height)
  const [u0, u1, v0, v1, d0, d1] = [u[0], u[1], v[0], v[1], depth[0], depth[1]]
  const [u2, v2, d2] = [u[2] * focal, v[2] * focal, depth[2] * focal]
  const shadeAt = (right: number, below: number): number | null => {
    const far = d0 * right + d1 * below + d2
    return shade(half + (u0 * right + u1 * below + u2) / far, half + (v0 * right + v1 * below + v2) / far)
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const under = desk + ((x >> 6) + (y >> 5)) * 1.5
      const [right, below] = [x + 0.25 - width / 2, y + 0.25 - height / 2]
      const first = shadeAt(right, below)
      picture[y * width + x] =
        first === null
          ? under
          : (first +
              (shadeAt(right + 0.5, below) ?? under) +
              (shadeAt(right, below + 0.5) ?? under) +
              (shadeAt(right + 0.5, below + 0.5) ?? under)) /
            4
    }
  }
  return picture
}

interface Film {
  readonly conditions: Conditions
  /** The side that the light comes from. */
  readonly side: number
  readonly reflection: { readonly x: number; readonly y: number; readonly across: number; readonly along: number }
  readonly random: Random
}

/** A sensor's grain, of deviation 1: a prime length, so that no row of a picture repeats the one above. */

const bell = bellCurve(randomFrom('grain'))
function bellCurve({ next }: Random): Float32Array {
  return Float32Array.from({ length: 1_000_003 }, () => 2 * (next() + next() + next() - 1.5))
}

/** Contrast, uneven light, reflection and grain. */
function develop(picture: Float32Array, { width, height }: Size, { conditions, side, reflection, random }: Film): Grey {
  const { contrast, slope, noise, glare } = conditions
  const data = new Uint8ClampedArray(width * height)
  const [towardsX, towardsY] = [(slope * Math.cos(side)) / width, (slope * Math.sin(side)) / height]
  let grain = random.between(0, bell.length - 1)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      const light = 1 + towardsX * (x - width / 2) + towardsY * (y - height / 2)
      let value = (128 + contrast * ((picture[at] ?? 0) - 128)) * light
      if (glare > 0) {
        const off = ((x - reflection.x) / reflection.along) ** 2 + ((y - reflection.y) / reflection.across) ** 2
        if (off < 4) value += 255 * Math.min(1, Math.max(0, 2 - off))
      }
      grain = grain + 1 === bell.length ? 0 : grain + 1
      data[at] = value + noise * (bell[grain] ?? 0)
    }
  }
  return { data, width, height }
}
