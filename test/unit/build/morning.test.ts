import assert from 'node:assert/strict'
import { test } from 'node:test'

import { birthSaid, newcomers } from '../../../build/demo/tour/morning/newcomers.ts'
import { reckon, secondsOf, tableOf } from '../../../build/demo/tour/morning/reckon.ts'
import type { Served } from '../../../build/demo/tour/morning/reckon.ts'

const served = (kind: string, keys: number, decisions: number, machineMs: number): Served => ({
  kind,
  language: 'en',
  keys,
  letters: 0,
  decisions: Array.from({ length: decisions }, () => 'looks'),
  machineMs,
  waits: [],
  papers: [],
})

test('people’s time is so much a key and a decision, and the machine’s is added', () => {
  assert.equal(secondsOf(served('by card', 2, 2, 500)).toFixed(2), '3.30')
})

test('a kind is told by its middle and its slow end, and fails by either aim', () => {
  const morning = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((keys) => served('by card', keys, 0, keys * 100))
  const aims = { 'by card': { p50: 1.5, p95: 3 }, 'by name': { p50: 1, p95: 1 } }
  const [card, name] = reckon(morning, aims)
  assert.deepEqual(card?.keys, { p50: 5, p95: 10, most: 10 })
  assert.deepEqual(card?.machine, { p50: 0.5, p95: 1, most: 1 })
  assert.equal(card?.ok, true)
  assert.deepEqual([name?.people, name?.ok], [0, false])
  const slow = [...morning, ...morning, ...morning, served('by card', 1, 0, 2600)]
  assert.equal(reckon(slow, aims)[0]?.ok, false)
  assert.match(tableOf(card === undefined ? [] : [card]), /by card\s+10\s+5 \/ 10\s+0 \/ 0\s+0\.50 \/ 1\.00 \/ 1\.00/)
})

test('newcomers can all be asked for a name, an age, a phone and a guardian', () => {
  const people = newcomers(24, '2026-11-22')
  assert.equal(people.length, 24)
  for (const person of people) {
    assert.match(birthSaid(person, '2026-11-22'), /^(\d{1,3}|\d{8})$/)
    assert.notEqual(person.phone, null)
    assert.notEqual(person.guardian, null)
  }
})
