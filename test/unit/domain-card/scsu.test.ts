import assert from 'node:assert/strict'
import { test } from 'node:test'

import * as fc from 'fast-check'

import { bytesOf, hexOf } from '../../../domain/card/bytes.ts'
import { decodeScsu, encodeScsu } from '../../../domain/card/scsu.ts'

/** Each as ICU 72 reads it (`uconv -f SCSU -t UTF-8`). */
for (const [what, text, stream] of [
  ['Latin as it is', 'Ramesh Kumar', '52616d657368204b756d6172'],
  ['an accent in the first window', 'José', '4a6f73e9'],
  ['a quoted letter of Latin Extended-A', 'Thākur', '5468030 16b7572'.replace(' ', '')],
  ['Devanagari with one tag', 'रमेश कुमार', '14b0aec7b62095c1aebeb0'],
  ['a quoted joiner', 'राज‍', '14b0be9c050d'],
  ['Gurmukhi in a defined window', 'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ', '1e1497c1b0aacdb0c0a420b8bff098'],
  ['Urdu that defines its second window at the end', 'محمد عرفان انصاری', '13c5adc5af20b9b1c1a7c620a7c6b5a7b11d0dcc'],
  ['Urdu that defines its second window first', 'گوپال داس', '1d0daf13c8fea7c420afa7b3'],
] as const) {
  test(`${what}: ${text}`, () => {
    assert.equal(hexOf(encodeScsu(text) ?? new Uint8Array()), stream)
    assert.equal(decodeScsu(bytesOf(stream)), text)
  })
}

test('a letter without a window is not written', () => {
  for (const text of ['Ω', 'தமிழ்', '\u{1f600}', '\ud83d', '\t', '\u007f']) assert.equal(encodeScsu(text), null)
})

for (const [why, stream] of [
  ['a tag that changes nothing', '1052616d'],
  ['a quoted letter where a change was shorter', '05b005ae'],
  ['a change for one letter', '14b013c5'],
  ['Unicode mode', '0f0930'],
  ['a letter quoted from Unicode', '0e0930'],
  ['a window defined that was there', '1c12b0ae'],
  ['a tag without its byte', '14b005'],
  ['a definition without its byte', '1d'],
  ['a control character', '410a42'],
  ['a tag at the end', '4114'],
] as const) {
  test(`${why} is refused`, () => assert.equal(decodeScsu(bytesOf(stream)), null))
}

const letters = fc.oneof(
  fc.integer({ min: 0x20, max: 0x7e }),
  fc.integer({ min: 0x80, max: 0x17f }),
  fc.integer({ min: 0x600, max: 0x6ff }),
  fc.integer({ min: 0x900, max: 0x97f }),
  fc.integer({ min: 0xa00, max: 0xa7f }),
  fc.integer({ min: 0x2000, max: 0x207f }),
)

test('any text of these letters comes back', () => {
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 60 }), (units) => {
      const text = String.fromCharCode(...units)
      const stream = encodeScsu(text)
      return stream !== null && decodeScsu(stream) === text
    }),
    { numRuns: 2000 },
  )
})

test('bytes that decode are the one stream for their text', () => {
  const bytes = fc.oneof(
    fc.integer({ min: 0, max: 0x1f }),
    fc.integer({ min: 0x20, max: 0x7e }),
    fc.integer({ min: 0x80, max: 0xff }),
  )
  let read = 0
  fc.assert(
    fc.property(fc.array(bytes, { maxLength: 8 }), (some) => {
      const text = decodeScsu(Uint8Array.from(some))
      if (text !== null) read++
      return text === null || Buffer.compare(encodeScsu(text) ?? new Uint8Array(), Uint8Array.from(some)) === 0
    }),
    { numRuns: 5000 },
  )
  assert.ok(read > 100, `${read}`)
})
