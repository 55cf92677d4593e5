import type { Grey } from '../frame.ts'

/** Half the size, each new point the mean of four. */
export function halve({ data, width, height }: Grey): Grey {
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
