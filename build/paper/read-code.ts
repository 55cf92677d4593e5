import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import type { Frame } from '../../renderer/scan/frame.ts'
import { openDecoder } from '../../renderer/scan/decode.ts'
import type { Decoder, Seen } from '../../renderer/scan/decode.ts'

let opening: Promise<Decoder> | null = null

/** Reads a picture with the decoder that the camera uses, every rescue included. */
export async function readCode(frame: Frame): Promise<Seen> {
  opening ??= openDecoder(wasmBytes())
  const decoder = await opening
  return decoder.read(frame, 'thorough')
}

function wasmBytes(): ArrayBuffer {
  const path = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))
  return Uint8Array.from(readFileSync(path)).buffer
}
