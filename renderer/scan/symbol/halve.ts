import type { Grey } from '../frame.ts'

/** Half the size, each new point the mean of four. */
export function halve(picture: Grey): Grey {
  const { data, width } = picture
  return width % 4 === 0 && data.byteOffset % 4 === 0 ? halveByWords(picture) : halveByPoints(picture)
}

/** In a word of four points, the first and the third. */
const TWO = 0x00ff00ff
/** Halves of four, in both places, so that means are rounded. */
const ROUND = 0x00020002

/** Two new points at once: sums of four points need ten bits, and have sixteen. */
function halveByWords({ data, width, height }: Grey): Grey {
  const half = { width: width >> 1, height: height >> 1 }
  const words = new Uint32Array(data.buffer, data.byteOffset, (width * height) >> 2)
  const pairs = new Uint16Array((half.width * half.height) >> 1)
  const line = width >> 2
  let to = 0
  for (let row = 0; row < half.height; row++) {
    const end = (2 * row + 1) * line
    for (let at = end - line; at < end; at++) {
      const above = words[at] ?? 0
      const below = words[at + line] ?? 0
      const sums = (above & TWO) + ((above >>> 8) & TWO) + (below & TWO) + ((below >>> 8) & TWO) + ROUND
      const means = (sums >>> 2) & TWO
      pairs[to++] = means | (means >>> 8)
    }
  }
  return { data: new Uint8ClampedArray(pairs.buffer), ...half }
}

function halveByPoints({ data, width, height }: Grey): Grey {
  const half = { width: width >> 1, height: height >> 1 }
  const small = new Uint8ClampedArray(half.width * half.height)
  for (let y = 0; y < half.height; y++) {
    for (let x = 0; x < half.width; x++) {
      const at = 2 * y * width + 2 * x
      small[y * half.width + x] =
        ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + width] ?? 0) + (data[at + width + 1] ?? 0) + 2) >> 2
    }
  }
  return { data: small, ...half }
}
