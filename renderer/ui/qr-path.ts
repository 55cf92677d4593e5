// A file of ambient types has nothing to import, and tests reach this one from outside the page.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./qrcode.d.ts" />
import { create } from 'qrcode/lib/core/qrcode.js'

/** A symbol of `size` modules a side as one SVG path, a unit a module. */
export interface QrPath {
  readonly size: number
  readonly path: string
}

/** The widest symbol whose modules still have six dots of the card printer on 25 mm. */
const WIDEST = 49

/** The same symbol that the card carries: level Q while its modules stay large enough, else M. */
export function qrPath(text: string): QrPath {
  const better = create(text, { errorCorrectionLevel: 'Q' }).modules
  const { size, data } = better.size <= WIDEST ? better : create(text, { errorCorrectionLevel: 'M' }).modules
  const dark = Array.from(data).flatMap((bit, at) =>
    bit === 1 ? [`M${at % size} ${Math.floor(at / size)}h1v1h-1z`] : [],
  )
  return { size, path: dark.join('') }
}
