import type { Grey } from './frame.ts'

/** Mean of the square of points within `reach` of each point; two passes of a running sum. */
export function blur(picture: Grey, reach: number): Grey {
  return blurRows(turn(blurRows(turn(picture), reach)), reach)
}

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
