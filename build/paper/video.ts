import { createCanvas } from '@napi-rs/canvas'
import type { Canvas } from '@napi-rs/canvas'

import type { Frame } from '../../renderer/scan/frame.ts'
import { pixelsOf } from './raster.ts'

const WIDTH = 1280
const HEIGHT = 720
const FRAMES = 6
const PER_SECOND = 10
const CARD_SHARE = 0.45
const DESK_TOP = '#8c9296'
/** While a card is held, the picture's upper left corner is white, so that a clock can be started by it. */
const MARK = 48

/**
 * A picture held before a camera by a hand that is not quite still, as YUV4MPEG2: what Chromium plays in a loop
 * when it is started with `--use-file-for-fake-video-capture`.
 */
export const videoOf = (picture: Canvas): Uint8Array => y4m(swings(picture), PER_SECOND)

/** An empty desk for some frames, then a card held before it for some, thirty frames a second. */
export function presentationOf(picture: Canvas, frames: { readonly empty: number; readonly held: number }): Uint8Array {
  const empty = planesOf(pixelsOf(deskTop()))
  const held = swings(picture, true)
  const all = Array.from({ length: frames.empty + frames.held }, (_, at) =>
    at < frames.empty ? empty : (held[at % held.length] ?? empty),
  )
  return y4m(all, 30)
}

function y4m(frames: readonly Buffer[], perSecond: number): Uint8Array {
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F${perSecond}:1 Ip A1:1 C420jpeg\n`)
  return Uint8Array.from(Buffer.concat([head, ...frames.flatMap((planes) => [Buffer.from('FRAME\n'), planes])]))
}

function swings(picture: Canvas, marked = false): readonly Buffer[] {
  return Array.from({ length: FRAMES }, (_, at) => {
    const canvas = frameAt(picture, at)
    if (marked) fill(canvas, '#ffffff', MARK, MARK)
    return planesOf(pixelsOf(canvas))
  })
}

function deskTop(): Canvas {
  const canvas = createCanvas(WIDTH, HEIGHT)
  fill(canvas, DESK_TOP, WIDTH, HEIGHT)
  return canvas
}

function fill(canvas: Canvas, colour: string, width: number, height: number): void {
  const context = canvas.getContext('2d')
  context.resetTransform()
  context.fillStyle = colour
  context.fillRect(0, 0, width, height)
}

function frameAt(picture: Canvas, at: number): Canvas {
  const canvas = deskTop()
  const context = canvas.getContext('2d')
  const swing = Math.sin((at / FRAMES) * 2 * Math.PI)
  const width = WIDTH * CARD_SHARE
  const height = (width * picture.height) / picture.width
  context.translate(WIDTH / 2 + 6 * swing, HEIGHT / 2 - 4 * swing)
  context.rotate(0.025 * swing)
  context.imageSmoothingEnabled = true
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, -width / 2, -height / 2, width, height)
  return canvas
}

/** Brightness of each point, then both colour differences at half the size (BT.601, full range). */
function planesOf({ data, width, height }: Frame): Buffer {
  const size = width * height
  const planes = Buffer.alloc(size + size / 2)
  const at = (x: number, y: number) => {
    const from = (y * width + x) * 4
    return [data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0] as const
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [red, green, blue] = at(x, y)
      planes[y * width + x] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue)
      if (x % 2 === 1 || y % 2 === 1) continue
      const chroma = (y / 2) * (width / 2) + x / 2
      planes[size + chroma] = within(128 - 0.168736 * red - 0.331264 * green + 0.5 * blue)
      planes[size + size / 4 + chroma] = within(128 + 0.5 * red - 0.418688 * green - 0.081312 * blue)
    }
  }
  return planes
}

const within = (value: number): number => Math.min(255, Math.max(0, Math.round(value)))
