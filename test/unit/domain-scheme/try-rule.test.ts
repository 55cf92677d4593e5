import assert from 'node:assert/strict'
import { test } from 'node:test'

import type { Test } from '../../../domain/scheme/condition.ts'
import type { KnownValue } from '../../../domain/scheme/known.ts'
import { tryTest } from '../../../domain/scheme/try-rule.ts'
import { fileOf, rule, scheme, today } from './fixture.ts'

const { facts } = fileOf(scheme('one', rule('r', 'member', { is: true })))

function tried(id: string, tests: Test, value: KnownValue, day = today): boolean | null {
  const fact = facts.find((each) => each.id === id)
  assert.ok(fact !== undefined, id)
  return tryTest(fact, tests, value, day)
}

const seventy: Test = { atLeast: { years: 70 } }
const born = (on: string) => ({ kind: 'date', on }) as const
const aged = (years: number, asOf: string) => ({ kind: 'age', years, asOf }) as const

test('a birthday counts from the day itself', () => {
  assert.equal(tried('age', seventy, born('1956-11-22')), true)
  assert.equal(tried('age', seventy, born('1956-11-23')), false)
  assert.equal(tried('age', { below: { years: 1 } }, born('2025-11-22')), false)
  assert.equal(tried('age', { below: { years: 1 } }, born('2025-11-23')), true)
})

test('who was born on 29 February is older on 1 March of a common year', () => {
  assert.equal(tried('age', seventy, born('1956-02-29'), '2026-02-28'), false)
  assert.equal(tried('age', seventy, born('1956-02-29'), '2026-03-01'), true)
  assert.equal(tried('age', { atLeast: { years: 4 } }, born('2024-02-29'), '2028-02-29'), true)
})

test('months and days are counted too', () => {
  assert.equal(tried('age', { atLeast: { months: 6 } }, born('2026-05-31'), '2026-11-30'), false)
  assert.equal(tried('age', { atLeast: { months: 6 } }, born('2026-05-31'), '2026-12-01'), true)
  assert.equal(tried('age', { below: { days: 30 } }, born('2026-10-23')), false)
  assert.equal(tried('age', { below: { days: 30 } }, born('2026-10-24')), true)
})

test('an age that was told leaves the edge open and nothing else', () => {
  assert.equal(tried('age', seventy, aged(70, today)), true)
  assert.equal(tried('age', seventy, aged(69, today)), false)
  // 69 a year ago: since then the birthday has come, at the latest today.
  assert.equal(tried('age', seventy, aged(69, '2025-11-22')), true)
  assert.equal(tried('age', seventy, aged(69, '2025-11-23')), null)
  assert.equal(tried('age', seventy, aged(68, '2025-11-23')), false)
  assert.equal(tried('age', seventy, aged(69, '2024-02-29'), '2025-02-28'), null)
  assert.equal(tried('age', seventy, aged(69, '2024-02-29'), '2025-03-01'), true)
})

test('a year alone leaves open what hangs on its days', () => {
  const three: Test = { atLeast: { years: 3 } }
  assert.equal(tried('here-since', three, '1998'), true)
  assert.equal(tried('here-since', three, '2023'), null)
  assert.equal(tried('here-since', three, '2023-11'), null)
  assert.equal(tried('here-since', three, '2023-10'), true)
  assert.equal(tried('here-since', three, '2023-11-22'), true)
  assert.equal(tried('here-since', three, '2023-11-23'), false)
  assert.equal(tried('here-since', three, '2024-02'), false)
})

test('a day may be so long ago, and not in the future', () => {
  const days: Test = { within: { days: 3 } }
  assert.equal(tried('hurt-on', days, '2026-11-19'), true)
  assert.equal(tried('hurt-on', days, '2026-11-18'), false)
  assert.equal(tried('hurt-on', days, '2026-11-22'), true)
  assert.equal(tried('hurt-on', days, '2026-11-23'), false)
  assert.equal(tried('hurt-on', days, '2026-11'), null)
  assert.equal(tried('hurt-on', { onOrAfter: 'today' }, '2026-11-22'), true)
  assert.equal(tried('hurt-on', { onOrAfter: 'today' }, '2026-11-21'), false)
  assert.equal(tried('hurt-on', { onOrBefore: '2025-05-05' }, '2025-05'), null)
})

test('amounts count to the rupee, and between bounds where only bounds are known', () => {
  assert.equal(tried('income', { atMost: 500_000 }, 500_000), true)
  assert.equal(tried('income', { atMost: 500_000 }, 500_001), false)
  assert.equal(tried('income', { below: 800_000 }, 800_000), false)
  assert.equal(tried('income', { above: 9000 }, 9000), false)
  assert.equal(tried('income', { atMost: 300_000 }, { least: null, most: 99_999 }), true)
  assert.equal(tried('income', { atMost: 300_000 }, { least: 300_001, most: null }), false)
  assert.equal(tried('income', { atMost: 300_000 }, { least: 250_000, most: 350_000 }), null)
  assert.equal(tried('children', { is: 1 }, 1), true)
  assert.equal(tried('children', { is: 1 }, { least: 2, most: null }), false)
  assert.equal(tried('children', { is: 1 }, { least: 1, most: 2 }), null)
})

test('a value of another kind says nothing', () => {
  assert.equal(tried('income', { atMost: 5 }, 'red'), null)
  assert.equal(tried('card', { is: 'red' }, 'green'), null)
  assert.equal(tried('member', { is: true }, 1), null)
  assert.equal(tried('age', seventy, '1956-11-22'), null)
})
