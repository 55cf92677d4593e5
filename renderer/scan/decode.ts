import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import type { ReaderOptions, ReadResult } from 'zxing-wasm/reader'

import { decodeSlowly } from './fallback.ts'
import { enlarge, levelLight, sharpen } from './filter.ts'
import { crop, frameOf, greyOf } from './frame.ts'
import type { Frame, Grey, Region } from './frame.ts'
import { hintFor } from './hint.ts'
import type { Hint } from './hint.ts'

/** What every symbol this decoder reads is called, by it and by `npm run scan`. */
export const FORMAT = 'QRCode'

/** What was seen in one picture. The text proves nothing until its signature has been checked. */
export interface Seen {
  readonly text: string | null
  readonly hint: Hint
}

export interface Decoder {
  readonly engine: 'zxing-wasm' | 'zxing-js'
  /** `quick` looks once, and again at a symbol it could not read; `thorough` sharpens the whole picture too. */
  readonly read: (frame: Frame, effort: 'quick' | 'thorough') => Promise<Seen>
}

const options: ReaderOptions = {
  // Model 2 alone: a scratched symbol has been taken for a Micro QR.
  formats: ['QRCodeModel2'],
  tryHarder: true,
  tryDownscale: true,
  tryRotate: false,
  tryInvert: false,
  maxNumberOfSymbols: 1,
  returnErrors: true,
  textMode: 'Plain',
}

/** Opens the decoder from the bytes of `zxing_reader.wasm`; without WebAssembly it is slower and reads less. */
export async function openDecoder(wasm: ArrayBuffer): Promise<Decoder> {
  if (!('WebAssembly' in globalThis)) return slowDecoder
  try {
    await prepareZXingModule({ overrides: { wasmBinary: wasm }, fireImmediately: true })
    return { engine: 'zxing-wasm', read: readWithRescue }
  } catch {
    return slowDecoder
  }
}

const slowDecoder: Decoder = {
  engine: 'zxing-js',
  read: (frame) => {
    const grey = greyOf(frame)
    const text = decodeSlowly(grey)
    return Promise.resolve({ text, hint: text === null ? hintFor(grey, null) : 'none' })
  },
}

async function readWithRescue(frame: Frame, effort: 'quick' | 'thorough'): Promise<Seen> {
  const first = await look(frame)
  if (first.text !== null) return { text: first.text, hint: 'none' }
  const grey = greyOf(frame)
  const found =
    (first.symbol === null ? null : await rescue(grey, first.symbol)) ??
    (effort === 'thorough' ? await rescueAll(grey) : null)
  return { text: found, hint: found === null ? hintFor(grey, first.symbol) : 'none' }
}

/** A symbol was seen but not read: look at it alone, enlarged and sharpened, then in evened light. */
async function rescue(grey: Grey, symbol: Region): Promise<string | null> {
  const part = crop(grey, symbol)
  const large = part.width * part.height < 500_000 ? enlarge(part) : part
  return (await lookAt(sharpen(large, 4, 2))) ?? (await lookAt(levelLight(large, 24)))
}

async function rescueAll(grey: Grey): Promise<string | null> {
  return (await lookAt(sharpen(grey, 2, 2))) ?? (await lookAt(levelLight(grey, 20)))
}

const lookAt = async (grey: Grey): Promise<string | null> => (await look(frameOf(grey))).text

async function look({ data, width, height }: Frame) {
  const [result] = await readBarcodes({ data, width, height, colorSpace: 'srgb' }, options)
  const valid = result?.isValid === true && result.format === FORMAT
  return { text: valid ? result.text : null, symbol: result === undefined ? null : around(result) }
}

/** The upright region that holds a symbol, with room for its quiet zone. */
function around({ position }: ReadResult): Region | null {
  const corners = [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft]
  const xs = corners.map(({ x }) => x)
  const ys = corners.map(({ y }) => y)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top]
  if (width < 20 || height < 20) return null
  return { left: left - width * 0.15, top: top - height * 0.15, width: width * 1.3, height: height * 1.3 }
}
