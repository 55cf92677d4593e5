import assert from 'node:assert/strict'
import { test } from 'node:test'

import { localClock, localDay } from '../../../main/service/local-time.ts'
import { textIn } from '../../../domain/text/catalogue.ts'
import { appearanceSteps } from './appearance-steps.ts'
import { ageSaid, clockText, dayOf, dayText, momentText, phoneText, secondText } from '../../../renderer/ui/format.ts'
import { isolated, isolatedValue } from '../../../renderer/text/isolate.ts'

test('days are said in each language with Latin digits', () => {
  assert.equal(dayText(textIn('en'), '2026-11-22'), '22 Nov 2026')
  assert.equal(dayText(textIn('hi'), '2026-11-02'), '2 नव॰ 2026')
  assert.equal(dayText(textIn('pa'), '2026-11-22'), '22 ਨਵੰ. 2026')
  assert.equal(dayText(textIn('ur'), '2026-11-22'), '22 نومبر 2026')
})

test('a moment of today is a time, any other has its day', () => {
  const now = new Date('2026-11-22T09:41:00+05:30')
  assert.equal(momentText(textIn('en'), new Date('2026-11-22T08:05:00+05:30'), now), '08:05')
  assert.equal(momentText(textIn('en'), new Date('2026-11-21T08:05:00+05:30'), now), '21 Nov 2026, 08:05')
})

test("times are the hospital's in Delhi, whatever zone the computer is set to", () => {
  const zone = process.env['TZ']
  for (const set of ['UTC', 'America/New_York', 'Asia/Kolkata']) {
    process.env['TZ'] = set
    const lateEvening = new Date('2026-11-21T19:05:09.000Z')
    assert.equal(dayOf(lateEvening), '2026-11-22', set)
    assert.equal(clockText(lateEvening), '00:35', set)
    assert.equal(secondText(lateEvening), '00:35:09', set)
    const now = new Date('2026-11-22T04:11:30.000Z')
    assert.equal(momentText(textIn('en'), lateEvening, now), '00:35', set)
    assert.equal(localDay(lateEvening), dayOf(lateEvening), 'as slips have it')
    assert.equal(localClock(lateEvening), clockText(lateEvening), 'as slips have it')
  }
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

test('ages are years, and months under two', () => {
  assert.deepEqual(ageSaid({ kind: 'date', on: '1968-03-14' }, '2026-11-22'), { unit: 'years', count: 58 })
  assert.deepEqual(ageSaid({ kind: 'date', on: '1968-11-23' }, '2026-11-22'), { unit: 'years', count: 57 })
  assert.deepEqual(ageSaid({ kind: 'date', on: '2025-01-23' }, '2026-11-22'), { unit: 'months', count: 21 })
  assert.deepEqual(ageSaid({ kind: 'age', years: 34, asOf: '2025-11-22' }, '2026-11-22'), { unit: 'years', count: 35 })
  assert.deepEqual(ageSaid({ kind: 'age', years: 0, asOf: '2026-03-22' }, '2026-11-22'), { unit: 'months', count: 8 })
})

test('phones are read in two halves', () => assert.equal(phoneText('9810043217'), '98100 43217'))

test('text size stops at 100 and 200 %', () => {
  assert.deepEqual(appearanceSteps(1, 8), [110, 125, 150, 175, 200, 200, 200, 200])
  assert.deepEqual(appearanceSteps(-1, 2), [100, 100])
})

test('inside Urdu, digits and Latin run left to right, an Urdu date right to left, and keys stay keys', () => {
  assert.equal(isolated('98100 43217'), '\u206698100 43217\u2069')
  assert.equal(isolated('Hari Kishan'), '\u2066Hari Kishan\u2069')
  assert.equal(isolated('14 مارچ 1968'), '\u206714 مارچ 1968\u2069')
  assert.equal(isolated('Telmisartan 10 گولیاں'), '\u2067Telmisartan 10 گولیاں\u2069')
  const both = `${isolated('Metformin × 60')}، ${isolated('Telmisartan × 30')}`
  assert.equal(isolated(both), `\u2067${both}\u2069`)
  assert.equal(isolatedValue('no-number'), 'no-number')
  assert.equal(isolatedValue(7), 7)
})
