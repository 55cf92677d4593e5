// A file of ambient types has nothing to import, and tests reach this one from outside the page.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./qrcode.d.ts" />
import { create } from 'qrcode/lib/core/qrcode.js'

/** A symbol of `size` modules a side as one SVG path, a unit a module. */
export interface QrPath {
  readonly size: number
  readonly path: string
}

/** The widest symbol whose modules still have five dots of the card printer in the room it may take. */
const WIDEST = 69
const alphanumeric = /^[0-9A-Z $%*+\-./:]+$/
const SHORT = 80

/** The symbol that the card carries: level Q while its modules stay large enough, else M; a signed text has one mask. */
function symbolOf(text: string, level: 'M' | 'Q') {
  if (!alphanumeric.test(text) || text.length < SHORT) return create(text, { errorCorrectionLevel: level })
  const segments = [{ data: text, mode: 'alphanumeric' as const }]
  return create(segments, { errorCorrectionLevel: level, maskPattern: 2 })
}

/** The same symbol that the card carries. */
export function qrPath(text: string): QrPath {
  const better = symbolOf(text, 'Q').modules
  const { size, data } = better.size <= WIDEST ? better : symbolOf(text, 'M').modules
  const dark = Array.from(data).flatMap((bit, at) =>
    bit === 1 ? [`M${at % size} ${Math.floor(at / size)}h1v1h-1z`] : [],
  )
  return { size, path: dark.join('') }
}
