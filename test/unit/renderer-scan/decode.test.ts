import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { before, test } from 'node:test'
import { fileURLToPath } from 'node:url'

import { openDecoder } from '../../../renderer/scan/decode.ts'
import type { Decoder } from '../../../renderer/scan/decode.ts'
import { decodeSlowly } from '../../../renderer/scan/fallback.ts'
import { frameOf } from '../../../renderer/scan/frame.ts'
import { code, covered, noisy, outOfFocus, pictureOf } from './fixture.ts'

let decoder: Decoder

before(async () => {
  const wasm = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))
  decoder = await openDecoder(Uint8Array.from(readFileSync(wasm)).buffer)
})

test('the decoder runs from the bytes it is given', () => assert.equal(decoder.engine, 'zxing-wasm'))

for (const [what, picture] of [
  ['a sharp card', pictureOf(4)],
  ['a card far away', pictureOf(2.4)],
  ['a noisy picture', noisy(pictureOf(4), 40)],
  ['a picture a little out of focus', outOfFocus(pictureOf(4), 2)],
  ['a faint picture', pictureOf(4, { dark: 100, light: 130 })],
] as const) {
  test(`${what} is read at once`, async () => {
    assert.deepEqual(await decoder.read(frameOf(picture), 'quick'), { text: code, hint: 'none' })
  })
}

test('sharpening rescues pictures that one look cannot read', async () => {
  const blurred = [3, 4, 5, 6, 7, 8, 9, 10].map((times) => frameOf(noisy(outOfFocus(pictureOf(3.4), times), 6)))
  const readBy = async (effort: 'quick' | 'thorough') => {
    const texts = await Promise.all(blurred.map((frame) => decoder.read(frame, effort)))
    assert.ok(texts.every(({ text }) => text === null || text === code))
    return texts.filter(({ text }) => text !== null).length
  }
  const [quick, thorough] = [await readBy('quick'), await readBy('thorough')]
  assert.ok(thorough > quick, `${quick} at once, ${thorough} with rescue`)
})

test('a torn symbol is not read, nor guessed', async () => {
  const torn = covered(pictureOf(4), { x: 96, y: 130, w: 110, h: 150 })
  assert.equal((await decoder.read(frameOf(torn), 'thorough')).text, null)
})

test('an empty picture has no text', async () => {
  assert.deepEqual(
    await decoder.read(frameOf(noisy(covered(pictureOf(4), { x: 0, y: 0, w: 640, h: 480 }, 128), 30)), 'thorough'),
    {
      text: null,
      hint: 'none',
    },
  )
})

test('without WebAssembly the other library reads the same card, even in noise', () => {
  assert.equal(decodeSlowly(pictureOf(4)), code)
  assert.equal(decodeSlowly(noisy(pictureOf(4), 9)), code)
  assert.equal(decodeSlowly(covered(pictureOf(4), { x: 96, y: 130, w: 110, h: 150 })), null)
})
