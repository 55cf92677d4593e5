import { crc32, deflateSync } from 'node:zlib'

import type { Canvas } from '@napi-rs/canvas'

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
  // Red stands for all three channels: nothing on paper is coloured.
  let red = 0
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, red += 4) {
      if ((pixels[red] ?? 255) >= burnsBelow) continue
      const at = y * stride + (x >> 3)
      rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7))
    }
  }
  return { width, height, rows }
}

export const isBlack = (raster: Raster, x: number, y: number): boolean =>
  ((raster.rows[y * bytesPerRow(raster.width) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0

/** A picture of the paper, for previews: a PNG of one bit a dot, which is what it is already. */
export function toPng({ width, height, rows }: Raster): Buffer {
  const stride = bytesPerRow(width)
  const lines = Buffer.alloc((stride + 1) * height)
  for (let y = 0; y < height; y += 1) {
    const line = y * (stride + 1) + 1
    // In a PNG a dot that is set is white. The first byte of a line says that it is not filtered.
    for (let x = 0; x < stride; x += 1) lines[line + x] = 0xff ^ (rows[y * stride + x] ?? 0)
  }
  const size = Buffer.alloc(8)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  const header = Buffer.concat([size, ONE_BIT_GREY])
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', deflateSync(lines, FAST)), chunk('IEND')])
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
/** Bits of a dot, colour type, and the only compression, filter and order that there are without interlacing. */
const ONE_BIT_GREY = Buffer.from([1, 0, 0, 0, 0])
const FAST = { level: 3 }

function chunk(name: string, body = Buffer.alloc(0)): Buffer {
  const inside = Buffer.concat([Buffer.from(name, 'latin1'), body])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(body.length, 0)
  ends.writeUInt32BE(crc32(inside), 4)
  return Buffer.concat([ends.subarray(0, 4), inside, ends.subarray(4)])
}
