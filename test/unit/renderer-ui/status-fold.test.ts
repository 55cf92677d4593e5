import assert from 'node:assert/strict'
import { test } from 'node:test'

import { foldedOf, gravest } from '../../../renderer/ui/status-fold.ts'
import type { Measured } from '../../../renderer/ui/status-fold.ts'

const morning: readonly Measured[] = [
  { kind: 'wait', width: 200 },
  { kind: 'ok', width: 100 },
  { kind: 'care', width: 150 },
  { kind: 'ok', width: 120 },
]
const folded = (room: number) => [...foldedOf(morning, room, 90)].toSorted((one, other) => one - other)

test('where there is room nothing is folded', () => assert.deepEqual(folded(570), []))

test('what is well goes first, from the end, and makes room for the button too', () => {
  assert.deepEqual(folded(569), [3])
  assert.deepEqual(folded(540), [3])
  assert.deepEqual(folded(539), [1, 3])
})

test('what wants a look stands longest', () => {
  assert.deepEqual(folded(430), [0, 1, 3])
  assert.deepEqual(folded(100), [0, 1, 2, 3])
  assert.equal(gravest(['ok', 'care', 'wait']), 'care')
  assert.equal(gravest(['ok']), 'ok')
})
