import assert from 'node:assert/strict'
import { test } from 'node:test'

import { emptyHand, handling, onTop } from '../../../renderer/room/room-state.ts'
import type { HandAction } from '../../../renderer/room/room-state.ts'

const after = (...actions: readonly HandAction[]) => actions.reduce(handling, emptyHand)

test('a paper is picked up and laid down again', () => {
  assert.equal(after({ kind: 'picked', paper: 'a' }).paper, 'a')
  assert.equal(after({ kind: 'picked', paper: 'a' }, { kind: 'picked', paper: 'b' }).paper, 'b')
  assert.equal(after({ kind: 'picked', paper: 'a' }, { kind: 'picked', paper: 'a' }).paper, null)
  assert.equal(after({ kind: 'picked', paper: 'a' }, { kind: 'dropped' }).paper, null)
})

test('each scanner shows what came of its own last paper', () => {
  const held = after(
    { kind: 'held', paper: 'a', scanner: 'desk' },
    { kind: 'held', paper: 'b', scanner: 'kiosk' },
    { kind: 'answered', paper: 'a', scanner: 'desk', verdict: 'sent' },
  )
  assert.deepEqual(held.held, {
    desk: { paper: 'a', verdict: 'sent' },
    kiosk: { paper: 'b', verdict: 'reading' },
  })
})

test('a late answer does not speak for the paper held since', () => {
  const held = after(
    { kind: 'held', paper: 'a', scanner: 'desk' },
    { kind: 'held', paper: 'b', scanner: 'desk' },
    { kind: 'answered', paper: 'a', scanner: 'desk', verdict: 'unreadable' },
  )
  assert.deepEqual(held.held['desk'], { paper: 'b', verdict: 'reading' })
})

test('the paper that just came out lies on top', () => {
  const paper = (id: string, at: string) =>
    ({ id, kind: 'slip', from: 'desk', at: `2026-11-22T${at}:00.000Z`, width: 576, height: 800 }) as const
  const papers = [paper('old', '09:00'), paper('new', '10:00')]
  assert.deepEqual(
    onTop(papers).map(({ id }) => id),
    ['new', 'old'],
  )
})
