import type { Random } from '../../build/demo/seed/random.ts'
import { blur } from '../../renderer/scan/filter.ts'
import type { Frame, Grey } from '../../renderer/scan/frame.ts'

/** How a card is held before the camera, and what lens and sensor make of it. */
export interface Shot {
  /** How much of the picture's width the card would fill if it were held straight. */
  readonly share: number
  /** Degrees that the card leans away from the camera. */
  readonly tilt: number
  /** Standard deviation of the blur, in points of the frame. */
  readonly blur: number
  /** Standard deviation of the brightness, out of 255. */
  readonly noise: number
}

const WIDTH = 1280
const HEIGHT = 720
/** Focal length in points: a webcam sees some 65° from side to side. */
const FOCAL = 1000
const DESK_TOP = 118

type Vector = readonly [x: number, y: number, z: number]

/** Photographs a flat picture in 720p: perspective, blur, light that falls off to one side, and noise. */
export function photographer(card: Grey, random: Random): (shot: Shot) => Frame {
  const bell = bellCurve(random)
  const softened = new Map<number, Grey>()
  /** Blurring the card before it is set into the frame gives the same and costs less, for it is done once a level. */
  const soften = ({ share, blur: spread }: Shot): Grey => {
    const times = Math.max(1, Math.round(((spread * card.width) / (share * WIDTH)) ** 2 * 1.5))
    const known = softened.get(times) ?? blurred(card, times)
    softened.set(times, known)
    return known
  }
  return (shot) => {
    const look = lookAt(card, shot, random)
    const light = random.between(0, 1) === 0 ? 1 : -1
    return develop(soften(shot), look, { noise: shot.noise, light, bell, from: random.between(0, bell.length - 1) })
  }
}

/** Each running mean over three points adds 2/3 to the variance, and many of them come near to the bell of a lens. */
const blurred = (card: Grey, times: number): Grey =>
  Array.from({ length: times }).reduce<Grey>((soft) => blur(soft, 1), card)

/** Where the ray through a point of the frame meets the card: at (u · ray, v · ray) ÷ (depth · ray) from its middle. */
interface Look {
  readonly u: Vector
  readonly v: Vector
  readonly depth: Vector
}

function lookAt(card: Grey, { share, tilt }: Shot, random: Random): Look {
  const [turn, lean] = [random.next() * 2 * Math.PI, (tilt * Math.PI) / 180]
  const roll = ((random.next() - 0.5) * 24 * Math.PI) / 180
  const distance = (FOCAL * card.width) / (share * WIDTH)
  const shift = () => (random.next() - 0.5) * 0.12 * card.width
  const centre: Vector = [shift(), shift() * 0.6, distance]
  const across = leaned([Math.cos(roll), Math.sin(roll), 0], turn, lean)
  const down = leaned([-Math.sin(roll), Math.cos(roll), 0], turn, lean)
  // Cramer's rule on u·across + v·down − t·ray = −centre.
  return { u: cross(down, centre), v: cross(centre, across), depth: cross(across, down) }
}

/** Turns a vector by `lean` about the axis that lies in the picture at the angle `turn` (Rodrigues). */
function leaned(vector: Vector, turn: number, lean: number): Vector {
  const axis: Vector = [Math.cos(turn), Math.sin(turn), 0]
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

interface Film {
  readonly noise: number
  /** The side that the light comes from. */
  readonly light: 1 | -1
  readonly bell: Float32Array
  readonly from: number
}

/** Plain numbers only in here: a million points a frame are worth it. */
function develop(card: Grey, { u, v, depth }: Look, { noise, light, bell, from }: Film): Frame {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4).fill(255)
  let grain = from
  for (let y = 0; y < HEIGHT; y++) {
    const down = y - HEIGHT / 2
    const [rowU, rowV] = [u[1] * down + u[2] * FOCAL, v[1] * down + v[2] * FOCAL]
    const rowDepth = depth[1] * down + depth[2] * FOCAL
    for (let x = 0; x < WIDTH; x++) {
      const right = x - WIDTH / 2
      const far = depth[0] * right + rowDepth
      const across = card.width / 2 + (u[0] * right + rowU) / far
      const along = card.height / 2 + (v[0] * right + rowV) / far
      grain = grain + 1 === bell.length ? 0 : grain + 1
      const lit = 0.8 + 0.3 * light * (x / WIDTH - 0.5)
      const value = lit * valueAt(card, across, along) + noise * (bell[grain] ?? 0)
      const at = (y * WIDTH + x) * 4
      data[at] = value
      data[at + 1] = value
      data[at + 2] = value
    }
  }
  return { data, width: WIDTH, height: HEIGHT }
}

/** Between four points of the card; beside the card lies the desk. */
function valueAt({ data, width, height }: Grey, across: number, along: number): number {
  const x = Math.floor(across)
  const y = Math.floor(along)
  if (x < 0 || y < 0 || x >= width - 1 || y >= height - 1) return DESK_TOP
  const at = y * width + x
  const above = (data[at] ?? 0) + (across - x) * ((data[at + 1] ?? 0) - (data[at] ?? 0))
  const below = (data[at + width] ?? 0) + (across - x) * ((data[at + width + 1] ?? 0) - (data[at + width] ?? 0))
  return above + (along - y) * (below - above)
}

/** Numbers of mean 0 and deviation 1; a prime length, so that no row of a picture repeats the one above. */
const bellCurve = (random: Random): Float32Array =>
  Float32Array.from({ length: 200_003 }, () => 2 * (random.next() + random.next() + random.next() - 1.5))
