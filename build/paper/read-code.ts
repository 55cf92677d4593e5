import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { openDecoder } from '../../renderer/scan/decode.ts'
import type { Decoder } from '../../renderer/scan/decode.ts'
import { greyOf } from '../../renderer/scan/frame.ts'
import type { Frame } from '../../renderer/scan/frame.ts'

let opening: Promise<Decoder> | null = null

/** The decoder that the camera uses. */
export const cameraDecoder = (): Promise<Decoder> => (opening ??= openDecoder(wasmBytes()))

/** Reads a picture with every rescue. */
export async function readCode(frame: Frame): Promise<{ readonly text: string | null }> {
  const [text] = await readCodes(frame)
  return { text: text ?? null }
}

/** Every symbol of a picture, in the order of a page. */
export async function readCodes(frame: Frame): Promise<readonly string[]> {
  const decoder = await cameraDecoder()
  return decoder.readAll(greyOf(frame))
}

function wasmBytes(): ArrayBuffer {
  const path = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))
  return Uint8Array.from(readFileSync(path)).buffer
}
