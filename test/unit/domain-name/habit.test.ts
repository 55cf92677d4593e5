import assert from 'node:assert/strict'
import { test } from 'node:test'

import { devanagari } from '../../../domain/name/devanagari.ts'
import { habitOf } from '../../../domain/name/habit.ts'

const habit = habitOf(['राम', 'रामू', 'श्याम', 'सीता', 'सीमा'].map(devanagari.signs))
const likely = (word: string) => habit(devanagari.signs(word))

test('a word that is put together as others are is likelier than one that is not', () => {
  assert.ok(likely('राम') > likely('रमा'))
  assert.ok(likely('सीमू') > likely('सिमु'))
})

test('what never stood there is unlikely and not impossible', () => {
  assert.ok(Number.isFinite(likely('ऋक्ष')))
  assert.ok(likely('ऋक्ष') < likely('राम'))
})
