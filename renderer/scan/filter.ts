import type { Grey } from './frame.ts'

/** Mean of the square of points within `reach` of each point; two passes of a running sum. */
export function blur(picture: Grey, reach: number): Grey {
  return blurRows(turn(blurRows(turn(picture), reach)), reach)
}

/** Brings back edges that a lens or a shaking hand washed out: the picture plus its difference from its blur. */
export function sharpen(picture: Grey, reach: number, amount: number): Grey {
  const soft = blur(picture, reach).data
  const data = picture.data.map((value, at) => value + amount * (value - (soft[at] ?? value)))
  return { ...picture, data }
}

/** Spreads the brightness around each point over the whole range, for light that falls unevenly. */
export function levelLight(picture: Grey, reach: number): Grey {
  const mean = blur(picture, reach).data
  const distance = picture.data.map((value, at) => Math.abs(value - (mean[at] ?? value)))
  const spread = blur({ ...picture, data: distance }, reach).data
  const data = picture.data.map((value, at) => 128 + (64 * (value - (mean[at] ?? 0))) / Math.max(4, spread[at] ?? 4))
  return { ...picture, data }
}

/** Twice the size, each new point a mean of its neighbours. */
export function enlarge({ data, width, height }: Grey): Grey {
  const large = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height * 2; y++) {
    const rows = between(y, height)
    for (let x = 0; x < width * 2; x++) {
      const columns = between(x, width)
      const above = mix(data, rows.near * width, columns)
      const below = mix(data, rows.far * width, columns)
      large[y * width * 2 + x] = above * 0.75 + below * 0.25
    }
  }
  return { data: large, width: width * 2, height: height * 2 }
}

const between = (at: number, length: number) => {
  const near = at >> 1
  return { near, far: Math.min(length - 1, Math.max(0, near + (at % 2 === 0 ? -1 : 1))) }
}

const mix = (data: Uint8ClampedArray, row: number, { near, far }: { readonly near: number; readonly far: number }) =>
  (data[row + near] ?? 0) * 0.75 + (data[row + far] ?? 0) * 0.25

function blurRows({ data, width, height }: Grey, reach: number): Grey {
  const soft = new Uint8ClampedArray(data.length)
  const side = 2 * reach + 1
  for (let row = 0; row < height; row++) {
    const start = row * width
    const at = (column: number) => data[start + Math.min(width - 1, Math.max(0, column))] ?? 0
    let sum = 0
    for (let column = -reach; column <= reach; column++) sum += at(column)
    for (let column = 0; column < width; column++) {
      soft[start + column] = sum / side
      sum += at(column + reach + 1) - at(column - reach)
    }
  }
  return { data: soft, width, height }
}

function turn({ data, width, height }: Grey): Grey {
  const turned = new Uint8ClampedArray(data.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) turned[x * height + y] = data[y * width + x] ?? 0
  }
  return { data: turned, width: height, height: width }
}
