import assert from 'node:assert/strict'
import { test } from 'node:test'

import { CardId } from '../../../domain/id.ts'
import { farApart } from '../../../hims/status/far-apart.ts'
import { sightingLimit } from '../../../main/service/sighting-limit.ts'

const [one, other] = ['0123456789abcdef', 'fedcba9876543210'].map((id) => CardId.parse(id))

test('a card is told of again after two minutes, each card by itself, also when the clock was put back', () => {
  assert.ok(one !== undefined && other !== undefined)
  let at = 1_000_000_000_000
  const isNews = sightingLimit(() => new Date(at))
  assert.deepEqual([isNews(one), isNews(one), isNews(other)], [true, false, true])
  at += 119_999
  assert.deepEqual([isNews(one), isNews(other)], [false, false])
  at += 1
  assert.deepEqual([isNews(one), isNews(one)], [true, false])
  at -= 3_600_000
  assert.equal(isNews(one), true)
})

test('what is left out hides no card from being in two places at once', () => {
  assert.ok(one !== undefined)
  let at = 1_000_000_000_000
  const isNews = sightingLimit(() => new Date(at))
  // Shown every twenty seconds at one hospital, then at another some kilometres off.
  const told: number[] = []
  for (let shown = 0; shown < 30; shown += 1, at += 20_000) if (isNews(one)) told.push(at)
  assert.equal(told.length, 5)
  const place = { latitude: 28.64, longitude: 77.24 }
  const there = { facility: 'gtb', at, place: { latitude: 28.68, longitude: 77.31 } }
  const last = Math.max(...told)
  assert.ok(at - last <= 140_000)
  assert.equal(farApart({ facility: 'lnh', at: last, place }, there), true)
})
