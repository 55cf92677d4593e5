import { PHOTO_BYTES } from '../../../contract/register.ts'

/** Pixels of a photo's sides: enough to know a face by, at three to four. */
const WIDTH = 240
const HEIGHT = 320

/** From good to just good enough; the first that is small enough is taken. */
const qualities = [0.8, 0.65, 0.5, 0.35, 0.2] as const

/** A kept photo as an image shows it; WebP begins with RIFF. */
export const imageOf = (photo: string): string =>
  `data:image/${photo.startsWith('UklGR') ? 'webp' : 'jpeg'};base64,${photo}`

/** The middle of what a video shows, three by four, as a small picture in base64; null while it shows nothing. */
export async function pictureOf(video: HTMLVideoElement): Promise<string | null> {
  const { videoWidth, videoHeight } = video
  if (videoWidth === 0 || videoHeight === 0) return null
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  const { x, y, width, height } = middleOf(videoWidth, videoHeight)
  canvas.getContext('2d')?.drawImage(video, x, y, width, height, 0, 0, WIDTH, HEIGHT)
  for (const quality of qualities) {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', quality))
    if (blob !== null && blob.size <= PHOTO_BYTES) return base64Of(new Uint8Array(await blob.arrayBuffer()))
  }
  return null
}

/** The largest part of a picture that is three wide and four high, in its middle. */
export function middleOf(
  width: number,
  height: number,
): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
  const wide = Math.min(width, (height * WIDTH) / HEIGHT)
  const high = (wide * HEIGHT) / WIDTH
  return { x: (width - wide) / 2, y: (height - high) / 2, width: wide, height: high }
}

const base64Of = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
