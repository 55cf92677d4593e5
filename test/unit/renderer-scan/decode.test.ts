import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { before, test } from 'node:test'
import { fileURLToPath } from 'node:url'

import { openDecoder } from '../../../renderer/scan/decode.ts'
import type { Decoder, Effort } from '../../../renderer/scan/decode.ts'
import { decodeSlowly } from '../../../renderer/scan/fallback.ts'
import { negativeOf } from '../../../renderer/scan/frame.ts'
import type { Grey } from '../../../renderer/scan/frame.ts'
import { code, covered, noisy, otherCode, outOfFocus, pictureOf } from './fixture.ts'

let decoder: Decoder
const wasm = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))
const torn = covered(pictureOf(4), { x: 96, y: 130, w: 110, h: 150 })

before(async () => {
  decoder = await openDecoder(Uint8Array.from(readFileSync(wasm)).buffer)
})

/** A picture on its own, as the first of a camera. */
function readAlone(picture: Grey, effort: Effort) {
  decoder.forget()
  return decoder.read(picture, effort)
}

test('the decoder runs from the bytes it is given', () => assert.equal(decoder.engine, 'zxing-wasm'))

for (const [what, picture] of [
  ['a sharp card', pictureOf(4)],
  ['a card far away', pictureOf(2.4)],
  ['a noisy picture', noisy(pictureOf(4), 40)],
  ['a picture a little out of focus', outOfFocus(pictureOf(4), 2)],
  ['a faint picture', pictureOf(4, { dark: 100, light: 130 })],
] as const) {
  test(`${what} is read at once`, () => {
    assert.deepEqual(readAlone(picture, 'quick'), { text: code, hint: 'none' })
  })
}

test('searching rescues pictures that one look cannot read', () => {
  const blurred = [6, 8, 10, 12, 14].map((times) => noisy(outOfFocus(pictureOf(3.4), times), 4))
  const readBy = (effort: 'quick' | 'thorough') => {
    const texts = blurred.map((picture) => readAlone(picture, effort).text)
    assert.ok(texts.every((text) => text === null || text === code))
    return texts.filter((text) => text !== null).length
  }
  const [quick, thorough] = [readBy('quick'), readBy('thorough')]
  assert.ok(thorough >= quick + 2, `${quick} at once, ${thorough} with a search`)
})

test('frames in which nothing can be read help each other', () => {
  const frames = Array.from({ length: 6 }, (_, at) => noisy(outOfFocus(pictureOf(3.4), 3), 62, at * 7 + 3))
  const alone = frames.filter((picture) => readAlone(picture, 'thorough').text !== null).length
  decoder.forget()
  const together = frames.filter((picture) => decoder.read(picture, 'thorough').text === code).length
  assert.ok(together > alone, `${alone} of 6 alone, ${together} with those before`)
})

for (const [what, picture] of [
  ['a sharp card', pictureOf(4)],
  ['a card out of focus', noisy(outOfFocus(pictureOf(3.4), 8), 4)],
] as const) {
  test(`${what} that is light on dark is read where a miss is looked at so`, () => {
    const phone = negativeOf(picture)
    assert.equal(readAlone(phone, 'quick').text, null)
    assert.deepEqual(readAlone(phone, 'negative'), { text: code, hint: 'none' })
    assert.deepEqual(decoder.readAll(phone), [code])
  })
}

test('whoever is on the track of a symbol looks for no other kind', () => {
  const blurred = noisy(outOfFocus(pictureOf(3.4), 8), 40)
  const phone = negativeOf(pictureOf(4))
  assert.equal(readAlone(blurred, 'thorough').text, null)
  assert.equal(decoder.read(phone, 'negative').text, null, 'a printed one is being read')
  assert.equal(readAlone(negativeOf(blurred), 'negative').text, null)
  assert.equal(decoder.read(phone, 'quick').text, code, 'one that is light on dark is being read')
})

/** Late after it was asked so many times, and how often it was asked. */
function patience(most: number) {
  let asked = 0
  return { isLate: () => ++asked > most, asked: () => asked }
}

test('a rescue ends soon after it is late, whatever it is doing, and goes on with the next frame', () => {
  const picture = noisy(outOfFocus(pictureOf(3.4), 7), 4)
  const whole = patience(Infinity)
  decoder.forget()
  assert.equal(decoder.read(picture, 'thorough', whole.isLate).text, code)
  for (const share of [0, 0.2, 0.4, 0.6, 0.8]) {
    const most = Math.floor(share * whole.asked())
    const some = patience(most)
    decoder.forget()
    assert.equal(decoder.read(picture, 'thorough', some.isLate).text, null)
    assert.ok(some.asked() - most < 20, `asked ${some.asked()} times, late after ${most}`)
  }
  const texts = [1, 2, 3].map(() => decoder.read(picture, 'thorough', patience(0.6 * whole.asked()).isLate).text)
  assert.ok(texts.includes(code))
})

test('a torn symbol is not read, nor guessed', () => {
  assert.equal(readAlone(torn, 'thorough').text, null)
})

test('an empty picture has no text', () => {
  const empty = noisy(covered(pictureOf(4), { x: 0, y: 0, w: 640, h: 480 }, 128), 30)
  assert.deepEqual(readAlone(empty, 'thorough'), { text: null, hint: 'none' })
})

test('every symbol of a page is read, row by row', () => {
  const page = { data: new Uint8ClampedArray(1280 * 960).fill(235), width: 1280, height: 960 }
  const codes = [code, otherCode(1), otherCode(2), otherCode(3)]
  codes.forEach((text, at) => {
    const part = pictureOf(4, {}, text)
    const corner = Math.floor(at / 2) * 480 * 1280 + (at % 2) * 640
    for (let row = 0; row < 480; row++) {
      page.data.set(part.data.subarray(row * 640, (row + 1) * 640), corner + row * 1280)
    }
  })
  assert.deepEqual(decoder.readAll(page), codes)
})

test('without WebAssembly the other library reads the same card, even in noise', () => {
  assert.equal(decodeSlowly(pictureOf(4)), code)
  assert.equal(decodeSlowly(noisy(pictureOf(4), 9)), code)
  assert.equal(decodeSlowly(torn), null)
})

test('a process that has no WebAssembly opens the other library by itself', () => {
  const program = `
    const { openDecoder } = await import(${JSON.stringify(import.meta.resolve('../../../renderer/scan/decode.ts'))})
    const { negativeOf } = await import(${JSON.stringify(import.meta.resolve('../../../renderer/scan/frame.ts'))})
    const { noisy, pictureOf } = await import(${JSON.stringify(import.meta.resolve('./fixture.ts'))})
    // Node itself needs it to load modules.
    delete globalThis.WebAssembly
    const decoder = await openDecoder(new ArrayBuffer(0))
    const { text } = decoder.read(noisy(pictureOf(4), 9), 'thorough')
    const all = decoder.readAll(pictureOf(4))
    const phone = negativeOf(pictureOf(4))
    const dark = ['quick', 'negative'].map((effort) => decoder.read(phone, effort).text)
    console.log(JSON.stringify([decoder.engine, text, all, dark, decoder.readAll(phone)]))`
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
  assert.deepEqual(JSON.parse(output), ['zxing-js', code, [code], [null, code], [code]])
})

test('bytes that are no WebAssembly leave the other library', async () => {
  const program = `
    const { openDecoder } = await import(${JSON.stringify(import.meta.resolve('../../../renderer/scan/decode.ts'))})
    console.log((await openDecoder(new ArrayBuffer(8))).engine)`
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
  assert.equal(output.trim(), 'zxing-js')
})
