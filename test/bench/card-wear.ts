import type { Random } from '../../build/demo/seed/random.ts'
import { blur } from '../../renderer/scan/filter.ts'
import type { Grey } from '../../renderer/scan/frame.ts'
import type { QrPlan } from '../../main/print/pdf/qr.ts'

/** Dots to the millimetre of a 300 dpi card printer. */
const DOTS = 300 / 25.4
/** The part of a card that is looked at: a symbol of up to 25 mm with its quiet zone and a little of the card. */
const SIDE = 34

/** What years in a purse do to print: scratches, rubbed-off ribbon, dirt, or all of these. */
export const harms = ['scratch', 'rub', 'dirt', 'all'] as const
export type Harm = (typeof harms)[number]

const BLACK = 24
const WHITE = 236

/** A symbol as a printer of 300 dpi leaves it on white plastic, in the middle of its part of the card. */
export function printed({ modules, dotsPerModule }: QrPlan): Grey {
  const side = Math.round(SIDE * DOTS)
  const data = new Uint8ClampedArray(side * side).fill(WHITE)
  const from = Math.round((side - modules.size * dotsPerModule) / 2)
  for (let y = 0; y < modules.size * dotsPerModule; y++) {
    for (let x = 0; x < modules.size * dotsPerModule; x++) {
      const at = Math.floor(y / dotsPerModule) * modules.size + Math.floor(x / dotsPerModule)
      if (modules.data[at] === 1) data[(from + y) * side + from + x] = BLACK
    }
  }
  return { data, width: side, height: side }
}

/** The same harm for the same random stream, laid over whatever is printed: strength 0 leaves it new. */
export function worn(card: Grey, harm: Harm, strength: number, random: Random): Grey {
  const data = Uint8ClampedArray.from(card.data)
  const part: Grey = { ...card, data }
  const kinds = harm === 'all' ? (['scratch', 'rub', 'dirt'] as const) : [harm]
  const share = strength / kinds.length
  for (const kind of kinds) {
    if (kind === 'scratch') for (let each = 0; each < share * 5; each++) scratch(part, random)
    if (kind === 'rub')
      for (let each = 0; each < share * 260; each++) spot(part, random, { most: 0.55, value: WHITE - 8 })
    if (kind === 'dirt') for (let each = 0; each < share * 16; each++) spot(part, random, { most: 1.5, value: 58 })
  }
  return part
}

/** A line of bare plastic, 0.1 to 0.4 mm wide, across the card. */
function scratch({ data, width, height }: Grey, random: Random): void {
  const angle = random.next() * Math.PI
  const [normalX, normalY] = [Math.cos(angle), Math.sin(angle)]
  const offset = (random.next() - 0.5) * 0.8 * width
  const half = ((0.1 + random.next() * 0.3) * DOTS) / 2
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const distance = (x - width / 2) * normalX + (y - height / 2) * normalY - offset
      if (Math.abs(distance) <= half) data[y * width + x] = WHITE - 10
    }
  }
}

/** A round spot up to so many millimetres across. */
function spot(
  { data, width, height }: Grey,
  random: Random,
  { most, value }: { readonly most: number; readonly value: number },
): void {
  const radius = (((0.25 + 0.75 * random.next()) * most) / 2) * DOTS
  const [left, top] = [random.next() * width, random.next() * height]
  for (let y = Math.max(0, Math.floor(top - radius)); y < Math.min(height, top + radius); y++) {
    for (let x = Math.max(0, Math.floor(left - radius)); x < Math.min(width, left + radius); x++) {
      if ((x - left) ** 2 + (y - top) ** 2 <= radius ** 2) data[y * width + x] = value
    }
  }
}

/** Points a millimetre of the card gets in the picture, degrees it is turned, softness and noise of the camera. */
export interface View {
  readonly scale: number
  readonly turn: number
  readonly blur: number
  readonly noise: number
}

/** What a camera sees of it: turned, as large as it is near, soft and noisy. */
export function photographed(card: Grey, { scale, turn, blur: softness, noise }: View, random: Random): Grey {
  const side = Math.round(SIDE * scale * 1.15)
  const step = DOTS / scale
  // Light between the points of a sensor is not lost: the picture is softened to their distance first.
  const soft = Array.from({ length: 2 }).reduce<Grey>((each) => blur(each, Math.max(1, Math.round(step / 3))), card)
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)]
  const data = new Uint8ClampedArray(side * side)
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [right, down] = [(x - side / 2) * step, (y - side / 2) * step]
      const value = valueAt(soft, soft.width / 2 + right * cos - down * sin, soft.height / 2 + right * sin + down * cos)
      data[y * side + x] = value
    }
  }
  const seen: Grey = { data, width: side, height: side }
  const lens = softness === 0 ? seen : blur(seen, softness)
  return { ...lens, data: lens.data.map((value) => value + noise * bell(random)) }
}

const bell = (random: Random): number => 2 * (random.next() + random.next() + random.next() - 1.5)

/** Between four points; beside the card lies the desk. */
function valueAt({ data, width, height }: Grey, across: number, along: number): number {
  const [x, y] = [Math.floor(across), Math.floor(along)]
  if (x < 0 || y < 0 || x >= width - 1 || y >= height - 1) return 118
  const at = y * width + x
  const above = (data[at] ?? 0) + (across - x) * ((data[at + 1] ?? 0) - (data[at] ?? 0))
  const below = (data[at + width] ?? 0) + (across - x) * ((data[at + width + 1] ?? 0) - (data[at + width] ?? 0))
  return above + (along - y) * (below - above)
}
