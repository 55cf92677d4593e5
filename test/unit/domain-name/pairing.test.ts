import assert from 'node:assert/strict'
import { test } from 'node:test'

import { devanagari } from '../../../domain/name/devanagari.ts'
import { latin } from '../../../domain/name/latin.ts'
import { pairingOf } from '../../../domain/name/pairing.ts'

const pairing = pairingOf(latin, devanagari, [
  ['ram', 'राम'],
  ['rami', 'रामी'],
  ['rana', 'राना'],
  ['mira', 'मीरा'],
])

test('what is written as the table writes is likelier than what is not', () => {
  assert.ok(pairing('rani', 'रानी') > pairing('rani', 'रनी'))
  assert.ok(pairing('mira', 'मीरा') > pairing('mira', 'मिरा'))
})

test('two words that have no sound in common are no pair', () => {
  assert.ok(pairing('ram', 'कखगघचछ') < pairing('ram', 'रम'))
  assert.ok(Number.isFinite(pairing('ram', 'कखगघचछ')))
})
