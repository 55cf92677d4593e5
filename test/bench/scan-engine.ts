import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { scanGrayBuffer } from '@undecaf/zbar-wasm'
import { BinaryBitmap, DecodeHintType, HybridBinarizer, QRCodeReader, RGBLuminanceSource } from '@zxing/library'
import jsQR from 'jsqr' // oxlint-disable-line import/no-named-as-default
import { readBarcodes } from 'zxing-wasm/reader'

import { openDecoder } from '../../renderer/scan/decode.ts'
import type { Decoder } from '../../renderer/scan/decode.ts'
import type { Frame, Grey } from '../../renderer/scan/frame.ts'

/** What every reader is given: the same picture in colours and in grey, made ready before the clock starts. */
export interface Picture {
  readonly colours: Frame
  readonly grey: Grey
}

export interface Engine {
  readonly name: string
  readonly read: (picture: Picture) => string | null | Promise<string | null>
}

export const wasmBytes = (): ArrayBuffer => {
  const path = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))
  return Uint8Array.from(readFileSync(path)).buffer
}

export async function cameraDecoder(): Promise<Decoder> {
  const decoder = await openDecoder(wasmBytes())
  if (decoder.engine !== 'zxing-wasm') throw new Error('The decoder of the camera did not open')
  return decoder
}

/** The engine this project builds on, as its own documentation calls it: only the kind of symbol is named. */
export const zxingWasm: Engine = {
  name: 'zxing-wasm, its defaults',
  async read({ colours }) {
    const found = await readBarcodes({ ...colours, colorSpace: 'srgb' }, { formats: ['QRCode'] })
    return found.find(({ isValid }) => isValid)?.text ?? null
  },
}

export const peers: readonly Engine[] = [
  zxingWasm,
  { name: '@zxing/library, TRY_HARDER', read: ({ grey }) => readPlainly(grey) },
  { name: 'jsQR', read: ({ colours: { data, width, height } }) => jsQR(data, width, height)?.data ?? null },
  {
    name: 'zbar-wasm',
    async read({ grey: { data, width, height } }) {
      const found = await scanGrayBuffer(data.slice().buffer, width, height)
      return found[0]?.decode() ?? null
    },
  },
]

/** As the library's own examples read a QR symbol. */
function readPlainly({ data, width, height }: Grey): string | null {
  const bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(data, width, height)))
  try {
    return new QRCodeReader().decode(bitmap, new Map([[DecodeHintType.TRY_HARDER, true]])).getText()
  } catch {
    // The library throws whenever it finds no symbol.
    return null
  }
}
