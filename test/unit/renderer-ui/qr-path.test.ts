import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

import { createCanvas, Path2D } from '@napi-rs/canvas'

import { planQr } from '../../../main/print/pdf/qr.ts'
import { openDecoder } from '../../../renderer/scan/decode.ts'
import { greyOf } from '../../../renderer/scan/frame.ts'
import { qrPath } from '../../../renderer/ui/qr-path.ts'

const short = 'DLH1:6BF+70%$/AB.C'
const long = `DLH1:${'6BF+70%$/AB.C0H-'.repeat(16)}`

test('the drawn path is read back as the text it was made of', async () => {
  const { size, path } = qrPath(long)
  const canvas = createCanvas((size + 8) * 6, (size + 8) * 6)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.scale(6, 6)
  pen.translate(4, 4)
  pen.fillStyle = '#000'
  const drawing = new Path2D(path)
  // A canvas fills a path; this is no array.
  // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type
  pen.fill(drawing)
  const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height)
  const wasm = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')))
  const decoder = await openDecoder(Uint8Array.from(wasm).buffer)
  const { text } = decoder.read(greyOf({ data: Uint8ClampedArray.from(data), width, height }), 'quick')
  assert.equal(text, long)
})

test('it is the symbol that the card printer draws', () => {
  for (const text of [short, long]) {
    const { size, path } = qrPath(text)
    const { modules } = planQr(text)
    assert.equal(size, modules.size)
    const dark = Array.from(modules.data).flatMap((bit, at) =>
      bit === 1 ? [`M${at % size} ${Math.floor(at / size)}h1v1h-1z`] : [],
    )
    assert.equal(path, dark.join(''))
  }
})
