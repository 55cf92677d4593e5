import assert from 'node:assert/strict'
import { test } from 'node:test'

import * as fc from 'fast-check'

import { hexOf } from '../../../domain/card/bytes.ts'
import { readShortCode, shortCode } from '../../../domain/card/short-code.ts'
import { CardId } from '../../../domain/id.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const anyId = fc.uint8Array({ minLength: 8, maxLength: 8 }).map((bytes) => CardId.parse(hexOf(bytes)))

test('a code is three groups that name the first forty bits of the card', () => {
  assert.equal(shortCode(CardId.parse('c0ffee0123456789')), 'R3ZY-W093-N')
  fc.assert(
    fc.property(anyId, (id) => {
      assert.match(shortCode(id), /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$/)
      assert.deepEqual(readShortCode(shortCode(id)), { ok: true, value: id.slice(0, 10) })
    }),
  )
})

test('hyphens, spaces, case and look-alike letters do not matter', () => {
  const code = shortCode(CardId.parse('0020804080000000'))
  for (const typed of [code.toLowerCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' ')} `]) {
    assert.deepEqual(readShortCode(typed), readShortCode(code))
  }
  assert.deepEqual(readShortCode(code.replaceAll('0', 'O').replaceAll('1', 'l')), readShortCode(code))
})

test('every single wrong letter is noticed', () => {
  const code = shortCode(CardId.parse('c0ffee0123456789')).replaceAll('-', '')
  for (let at = 0; at < code.length; at++) {
    for (const letter of alphabet.replace(code.charAt(at), '')) {
      const typed = code.slice(0, at) + letter + code.slice(at + 1)
      assert.deepEqual(readShortCode(typed), { ok: false, problem: 'mistyped' })
    }
  }
})

test('every exchange of two letters is noticed, neighbours or not', () => {
  fc.assert(
    fc.property(anyId, fc.nat(8), fc.nat(8), (id, one, other) => {
      const code = Array.from(shortCode(id).replaceAll('-', ''))
      const swapped = code.with(one, code[other] ?? '').with(other, code[one] ?? '')
      return readShortCode(swapped.join('')).ok === (swapped.join('') === code.join(''))
    }),
  )
})

for (const typed of ['', 'R3XK', 'R3XK-71TB', 'R3XK-71TB-88', 'R3XU-71TB-8', 'गुरप्रीत', 'R3XK_71TB-8']) {
  test(`${JSON.stringify(typed)} is no code`, () =>
    assert.deepEqual(readShortCode(typed), { ok: false, problem: 'not-a-code' }))
}
