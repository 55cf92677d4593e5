import { createCanvas, type Canvas } from '@napi-rs/canvas'

/** One bit a dot, the most significant bit first, 1 is black; each row starts on a byte. */
export type Raster = { readonly width: number; readonly height: number; readonly rows: Uint8Array }

export const bytesPerRow = (width: number): number => (width + 7) >> 3

/** Thermal dots bleed a little, so anything a shade lighter than half grey still burns. */
const burnsBelow = 140

/** Turns a drawing in black on white into dots. */
export function rasterOf(canvas: Canvas): Raster {
  const { width, height } = canvas
  const pixels = canvas.data()
  const stride = bytesPerRow(width)
  const rows = new Uint8Array(stride * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      // Red stands for all three channels: nothing on paper is coloured.
      if ((pixels[(y * width + x) * 4] ?? 255) >= burnsBelow) continue
      const at = y * stride + (x >> 3)
      rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7))
    }
  }
  return { width, height, rows }
}

export const isBlack = (raster: Raster, x: number, y: number): boolean =>
  ((raster.rows[y * bytesPerRow(raster.width) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0

/** A picture of the paper, for previews. */
export function toPng(raster: Raster): Buffer {
  const canvas = createCanvas(raster.width, raster.height)
  const context = canvas.getContext('2d')
  const image = context.createImageData(raster.width, raster.height)
  for (let y = 0; y < raster.height; y += 1) {
    for (let x = 0; x < raster.width; x += 1) {
      image.data.set(isBlack(raster, x, y) ? [0, 0, 0, 255] : [255, 255, 255, 255], (y * raster.width + x) * 4)
    }
  }
  context.putImageData(image, 0, 0)
  return canvas.toBuffer('image/png')
}
