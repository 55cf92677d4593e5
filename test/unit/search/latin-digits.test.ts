import assert from 'node:assert/strict'
import { test } from 'node:test'

import { readDay } from '../../../renderer/ui/day-text.ts'
import { latinDigits, onlyDigits } from '../../../domain/latin-digits.ts'

test('digits of every script of the terminal are read, and letters are left alone', () => {
  assert.equal(latinDigits('१४ क, ੧੪, ۱۴, ١٤, 14'), '14 क, 14, 14, 14, 14')
  assert.equal(onlyDigits('१ a੨ ۳٤5'), '12345')
})

test('a day in own digits is that day', () => {
  for (const typed of ['२२.११.२०२६', '੨੨/੧੧/੨੦੨੬', '۲۲ ۱۱ ۲۰۲۶']) assert.equal(readDay(typed), '2026-11-22')
  assert.equal(readDay('३१.०२.२०२६'), null)
})
