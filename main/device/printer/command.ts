import { unreachable } from '../../../domain/result.ts'
import type { PrinterProfile } from './profile.ts'

/** ESC/POS commands by the names of Epson's command reference. */

/** ESC @: back to the power-on settings. */
export const initialise = (): readonly number[] => [0x1b, 0x40]

/** GS P: motion units of one dot, so that ESC J counts dots whatever the model's default is. */
export const dotPitch = (dpi: number): readonly number[] => [0x1d, 0x50, dpi, dpi]

/** ESC J: moves the paper by `dots`, up to 255 a command. */
export function feedDots(dots: number): readonly number[] {
  const bytes: number[] = []
  for (let left = dots; left > 0; left -= 255) bytes.push(0x1b, 0x4a, Math.min(255, left))
  return bytes
}

/** GS v 0: the head of a raster band; `stride` × `height` bytes of dots follow. */
export const rasterBand = (stride: number, height: number): readonly number[] => [
  0x1d,
  0x76,
  0x30,
  0,
  stride & 255,
  stride >> 8,
  height & 255,
  height >> 8,
]

/** GS V with feed to the cutter, plain feed to the tear bar, or GS FF to the next label. */
export function endOfPaper(end: PrinterProfile['end'], feed: number): readonly number[] {
  switch (end) {
    case 'full-cut':
      return [0x1d, 0x56, 65, feed]
    case 'partial-cut':
      return [0x1d, 0x56, 66, feed]
    case 'tear':
      return feedDots(feed)
    case 'next-label':
      return [0x1d, 0x0c]
    default:
      return unreachable(end)
  }
}

/** DLE EOT: asks for one real-time status byte. 1 printer, 2 why offline, 3 error, 4 paper. */
export const askStatus = (part: 1 | 2 | 3 | 4): readonly number[] => [0x10, 0x04, part]

/** GS ( H function 48: the printer answers with these four characters once everything before is on paper. */
export const askProcess = (mark: string): readonly number[] => [
  0x1d,
  0x28,
  0x48,
  6,
  0,
  48,
  48,
  ...Buffer.from(mark, 'latin1').subarray(0, 4),
]

/** GS r 1: answered with the paper sensor when everything before has been parsed. */
export const askSensor = (): readonly number[] => [0x1d, 0x72, 1]
