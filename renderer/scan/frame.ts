/** A picture as a canvas gives it: red, green, blue and opacity of each point, row by row. */
export interface Frame {
  readonly data: Uint8ClampedArray<ArrayBuffer>
  readonly width: number
  readonly height: number
}

/** The brightness of each point, 0 to 255. */
export interface Grey {
  readonly data: Uint8ClampedArray<ArrayBuffer>
  readonly width: number
  readonly height: number
}

export interface Region {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export function greyOf({ data, width, height }: Frame): Grey {
  const grey = new Uint8ClampedArray(width * height)
  for (let at = 0, from = 0; at < grey.length; at++, from += 4) {
    grey[at] = (306 * (data[from] ?? 0) + 601 * (data[from + 1] ?? 0) + 117 * (data[from + 2] ?? 0)) >> 10
  }
  return { data: grey, width, height }
}

export function frameOf({ data, width, height }: Grey): Frame {
  const rgba = new Uint8ClampedArray(width * height * 4)
  for (let at = 0, to = 0; at < data.length; at++, to += 4) {
    rgba[to] = rgba[to + 1] = rgba[to + 2] = data[at] ?? 0
    rgba[to + 3] = 255
  }
  return { data: rgba, width, height }
}

/** Light for dark, as a negative. */
export function negativeOf({ data, width, height }: Grey): Grey {
  const negative = new Uint8ClampedArray(data.length)
  for (let at = 0; at < data.length; at++) negative[at] = 255 - (data[at] ?? 0)
  return { data: negative, width, height }
}

/** The part of a picture that lies in a region, which may reach over its edges. */
export function crop({ data, width, height }: Grey, region: Region): Grey {
  const left = Math.max(0, Math.floor(region.left))
  const top = Math.max(0, Math.floor(region.top))
  const right = Math.min(width, Math.ceil(region.left + region.width))
  const bottom = Math.min(height, Math.ceil(region.top + region.height))
  const size = { width: Math.max(0, right - left), height: Math.max(0, bottom - top) }
  const part = new Uint8ClampedArray(size.width * size.height)
  for (let row = 0; row < size.height; row++) {
    const from = (top + row) * width + left
    part.set(data.subarray(from, from + size.width), row * size.width)
  }
  return { data: part, ...size }
}
