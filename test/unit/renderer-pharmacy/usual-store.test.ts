import assert from 'node:assert/strict'
import { test } from 'node:test'

import { OperatorId } from '../../../domain/id.ts'
import { usualStore } from '../../../renderer/pharmacy/stock/usual-store.ts'

const store = (code: string) => ({ code, name: null, label: '' })
const warm = { store: 'cold-room', readings: [] }
const reading = {
  id: '01926c00-0000-7000-8000-000000000001',
  store: 'cold-room',
  celsius: 4,
  at: '2026-11-22T04:00:00.000Z',
  done: '',
}

test('a delivery goes behind the counter, and into the cold only where there is nothing else', () => {
  const cold = [{ ...warm, readings: [{ ...reading, by: OperatorId.parse('arvind-negi') }] }]
  const three = [store('pharmacy'), store('cold-room'), store('main-store')]
  assert.equal(usualStore(three, cold), 'main-store')
  assert.equal(usualStore(three, [warm]), 'cold-room')
  assert.equal(usualStore(three.slice(0, 2), cold), 'cold-room')
  assert.equal(usualStore(three.slice(0, 1), cold), 'pharmacy')
  assert.equal(usualStore([], []), '')
})
