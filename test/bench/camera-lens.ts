import { createCanvas, loadImage } from '@napi-rs/canvas'

import { frameOf, greyOf } from '../../renderer/scan/frame.ts'
import type { Grey } from '../../renderer/scan/frame.ts'
import { pixelsOf } from '../../build/paper/raster.ts'
import type { Size } from './card-frame.ts'

/** A lens out of focus: a bell of this standard deviation, in points. */
export function softened(picture: Float32Array, { width, height }: Size, spread: number): Float32Array {
  const weights = bell(spread)
  const once = slide(picture, weights, { count: height, step: width, length: width, stride: 1 })
  return slide(once, weights, { count: width, step: 1, length: height, stride: width })
}

function bell(spread: number): readonly number[] {
  const reach = Math.ceil(spread * 3)
  const heights = Array.from({ length: 2 * reach + 1 }, (_, at) => Math.exp(-((at - reach) ** 2) / (2 * spread ** 2)))
  const sum = heights.reduce((total, height) => total + height, 0)
  return heights.map((height) => height / sum)
}

interface Lines {
  readonly count: number
  readonly step: number
  readonly length: number
  readonly stride: number
}

function slide(
  picture: Float32Array,
  weights: readonly number[],
  { count, step, length, stride }: Lines,
): Float32Array {
  const soft = new Float32Array(picture.length)
  const kernel = Float32Array.from(weights)
  const reach = (kernel.length - 1) / 2
  for (let line = 0; line < count; line++) {
    for (let at = 0; at < length; at++) {
      let sum = 0
      for (let tap = -reach; tap <= reach; tap++) {
        const from = Math.min(length - 1, Math.max(0, at + tap))
        sum += (kernel[tap + reach] ?? 0) * (picture[line * step + from * stride] ?? 0)
      }
      soft[line * step + at * stride] = sum
    }
  }
  return soft
}

/** A hand that moves while the shutter is open: the mean along a way of so many points. */
export function dragged(picture: Float32Array, { width, height }: Size, way: number, angle: number): Float32Array {
  const taps = Math.max(2, Math.ceil(way) + 1)
  const soft = new Float32Array(picture.length)
  for (let tap = 0; tap < taps; tap++) {
    const along = (tap / (taps - 1) - 0.5) * way
    const [right, down] = [Math.round(along * Math.cos(angle)), Math.round(along * Math.sin(angle))]
    for (let y = 0; y < height; y++) {
      const row = Math.min(height - 1, Math.max(0, y + down)) * width
      for (let x = 0; x < width; x++) {
        const from = row + Math.min(width - 1, Math.max(0, x + right))
        soft[y * width + x] = (soft[y * width + x] ?? 0) + (picture[from] ?? 0) / taps
      }
    }
  }
  return soft
}

/** As a cheap webcam sends its frames, at a quality of 1 to 100; null leaves them whole. */
export async function compress(picture: Grey, quality: number | null): Promise<Grey> {
  if (quality === null) return picture
  const canvas = createCanvas(picture.width, picture.height)
  const context = canvas.getContext('2d')
  const image = context.createImageData(picture.width, picture.height)
  image.data.set(frameOf(picture).data)
  context.putImageData(image, 0, 0)
  context.drawImage(await loadImage(await canvas.encode('jpeg', quality)), 0, 0)
  return greyOf(pixelsOf(canvas))
}
