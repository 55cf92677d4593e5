import type { Grey } from '../frame.ts'

/** The corners of a symbol in a picture: x and y of its own top left, top right, bottom right and bottom left. */
export type Quad = readonly [number, number, number, number, number, number, number, number]

/** A projective mapping: x = (a·u + b·v + c) ÷ (g·u + h·v + 1), y = (d·u + e·v + f) ÷ (g·u + h·v + 1). */
export type Mapping = readonly [number, number, number, number, number, number, number, number]

/** From places in a square of so many modules to points of the picture (Heckbert's square to quadrilateral). */
export function mappingOf([x0, y0, x1, y1, x2, y2, x3, y3]: Quad, side: number): Mapping {
  const [dx1, dx2, sx] = [x1 - x2, x3 - x2, x0 - x1 + x2 - x3]
  const [dy1, dy2, sy] = [y1 - y2, y3 - y2, y0 - y1 + y2 - y3]
  const area = dx1 * dy2 - dx2 * dy1
  const g = area === 0 ? 0 : (sx * dy2 - dx2 * sy) / area
  const h = area === 0 ? 0 : (dx1 * sy - sx * dy1) / area
  return [
    (x1 - x0 + g * x1) / side,
    (x3 - x0 + h * x3) / side,
    x0,
    (y1 - y0 + g * y1) / side,
    (y3 - y0 + h * y3) / side,
    y0,
    g / side,
    h / side,
  ]
}

/** The brightness between four points of a picture; beyond its edges the edge goes on. */
export function brightnessAt({ data, width, height }: Grey, x: number, y: number): number {
  // The value of a point belongs to its middle. No pairs here: a search asks for a million points.
  const left = clamp(x - 0.5, width - 1.001)
  const top = clamp(y - 0.5, height - 1.001)
  const column = left | 0
  const row = top | 0
  const right = left - column
  const down = top - row
  const at = row * width + column
  const above = (data[at] ?? 0) * (1 - right) + (data[at + 1] ?? 0) * right
  const below = (data[at + width] ?? 0) * (1 - right) + (data[at + width + 1] ?? 0) * right
  return above * (1 - down) + below * down
}

const clamp = (value: number, most: number): number => (value < 0 ? 0 : value > most ? most : value)

/** Each corner a little way on around the symbol, for one that was taken for another. */
export const turned = ([a, b, c, d, e, f, g, h]: Quad): Quad => [c, d, e, f, g, h, a, b]

/** The mean length of a module in points of the picture. */
export function pointsOf([x0, y0, x1, y1, x2, y2, x3, y3]: Quad, side: number): number {
  const around = Math.hypot(x1 - x0, y1 - y0) + Math.hypot(x2 - x1, y2 - y1) + Math.hypot(x3 - x2, y3 - y2)
  return (around + Math.hypot(x0 - x3, y0 - y3)) / (4 * side)
}
