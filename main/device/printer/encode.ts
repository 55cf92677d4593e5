import type { Raster } from '../../print/thermal/raster.ts'
import { askProcess, askSensor, dotPitch, endOfPaper, feedDots, initialise, rasterBand } from './command.ts'
import type { PrinterProfile } from './profile.ts'

/** Fewer blank rows than this cost less as dots than as a new band. */
const worthFeeding = 8

/** A paper as ESC/POS: inked bands as raster, white as feeds, then the cut. */
export function encode(raster: Raster, profile: PrinterProfile): Uint8Array {
  if (raster.width > profile.dots) throw new Error(`${raster.width} dots do not fit a head of ${profile.dots}`)
  const stride = (raster.width + 7) >> 3
  const parts: (readonly number[] | Uint8Array)[] = [initialise(), dotPitch(profile.dpi)]
  let row = 0
  while (row < raster.height) {
    const blank = blankRows(raster, stride, row)
    if (blank >= worthFeeding || row + blank === raster.height) {
      parts.push(feedDots(blank))
      row += blank
    } else {
      const height = bandHeight(raster, stride, row, profile.maxBand)
      parts.push(...band(raster, stride, row, height))
      row += height
    }
  }
  parts.push(endOfPaper(profile.end, profile.feed))
  return Buffer.concat(parts.map((part) => Uint8Array.from(part)))
}

/** What is asked after the last byte of a paper, so that its answer vouches for all before; nothing on a mute printer. */
export function fence(profile: PrinterProfile, mark: string): Uint8Array {
  if (profile.confirm === 'none') return new Uint8Array()
  return Uint8Array.from(profile.confirm === 'process-id' ? askProcess(mark) : askSensor())
}

/**
 * Frees a printer that may still wait for the rest of a band whose connection broke: nothing but zeros, which are
 * white inside a band and ignored outside; then a cut, so that the torn half does not hang on the next paper.
 */
export function resynchronise(profile: PrinterProfile): Uint8Array {
  const largest = ((profile.dots + 7) >> 3) * profile.maxBand
  return Buffer.concat([
    Buffer.alloc(largest + 8),
    Uint8Array.from([...initialise(), ...dotPitch(profile.dpi), ...endOfPaper(profile.end, profile.feed)]),
  ])
}

const isBlankRow = (raster: Raster, stride: number, row: number): boolean =>
  raster.rows.subarray(row * stride, (row + 1) * stride).every((byte) => byte === 0)

function blankRows(raster: Raster, stride: number, from: number): number {
  let row = from
  while (row < raster.height && isBlankRow(raster, stride, row)) row += 1
  return row - from
}

/** Rows until white that is worth a feed, the end of the paper or the most the printer takes. */
function bandHeight(raster: Raster, stride: number, from: number, most: number): number {
  let row = from
  while (row < raster.height && row - from < most) {
    const blank = blankRows(raster, stride, row)
    if (row > from && (blank >= worthFeeding || row + blank === raster.height) && blank > 0) break
    row += Math.max(1, blank)
  }
  return Math.min(row - from, most, raster.height - from)
}

/** The band without the white columns at its right. */
function band(
  raster: Raster,
  stride: number,
  from: number,
  height: number,
): readonly (readonly number[] | Uint8Array)[] {
  let inked = 1
  for (let row = from; row < from + height; row += 1) {
    for (let column = stride - 1; column >= inked; column -= 1) {
      if (raster.rows[row * stride + column] !== 0) inked = column + 1
    }
  }
  const rows = Array.from({ length: height }, (_, row) => {
    const start = (from + row) * stride
    return raster.rows.subarray(start, start + inked)
  })
  return [rasterBand(inked, height), ...rows]
}
