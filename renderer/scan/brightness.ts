import { greyOf } from './frame.ts'
import type { Grey } from './frame.ts'

/** Formats whose first plane is brightness alone (WebCodecs, §9.4). */
const planar = new Set(['I420', 'I420A', 'I422', 'I444', 'NV12'])

/** Takes the brightness out of frames: as the camera sent it where that can be had, else over a canvas. */
export function brightnessReader(): (frame: VideoFrame | ImageBitmap) => Promise<Grey> {
  let room = new Uint8Array(0)
  const canvas = canvasReader()
  return async (frame) => {
    if (!(frame instanceof VideoFrame) || !planar.has(frame.format ?? '')) return canvas(frame)
    const size = frame.allocationSize()
    if (room.length < size) room = new Uint8Array(size)
    const [plane] = await frame.copyTo(room)
    const { width, height } = frame.visibleRect ?? { width: frame.codedWidth, height: frame.codedHeight }
    if (plane === undefined) return canvas(frame)
    return { data: packed(room, plane, width, height), width, height }
  }
}

/** The rows of a plane one behind the other, without what fills them up. */
function packed(room: Uint8Array<ArrayBuffer>, { offset, stride }: PlaneLayout, width: number, height: number) {
  if (stride === width) return new Uint8ClampedArray(room.buffer, offset, width * height)
  const rows = new Uint8ClampedArray(width * height)
  for (let row = 0; row < height; row++) {
    const from = offset + row * stride
    rows.set(room.subarray(from, from + width), row * width)
  }
  return rows
}

function canvasReader(): (frame: VideoFrame | ImageBitmap) => Grey {
  let canvas: OffscreenCanvas | null = null
  return (frame) => {
    const [width, height] = 'width' in frame ? [frame.width, frame.height] : [frame.displayWidth, frame.displayHeight]
    if (canvas?.width !== width || canvas.height !== height) canvas = new OffscreenCanvas(width, height)
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (context === null) throw new Error('No canvas to read a frame with')
    context.drawImage(frame, 0, 0)
    const { data } = context.getImageData(0, 0, width, height)
    return greyOf({ data: new Uint8ClampedArray(data), width, height })
  }
}
