import assert from 'node:assert/strict'
import { test } from 'node:test'

import { nextIn } from '../../../renderer/kiosk/move-focus.ts'
import type { Box } from '../../../renderer/kiosk/move-focus.ts'

const box = (left: number, top: number, width = 100, height = 100): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
})

// 0 1
// 2 3
// 4, as wide as both
const boxes = [box(0, 0), box(110, 0), box(0, 110), box(110, 110), box(0, 220, 210)] as const

test('arrows move to the neighbour they point at', () => {
  assert.equal(nextIn(boxes, boxes[0], 'ArrowRight'), 1)
  assert.equal(nextIn(boxes, boxes[0], 'ArrowDown'), 2)
  assert.equal(nextIn(boxes, boxes[3], 'ArrowLeft'), 2)
  assert.equal(nextIn(boxes, boxes[3], 'ArrowUp'), 1)
  assert.equal(nextIn(boxes, boxes[3], 'ArrowDown'), 4)
})

test('the edge holds', () => {
  assert.equal(nextIn(boxes, boxes[0], 'ArrowUp'), null)
  assert.equal(nextIn(boxes, boxes[1], 'ArrowRight'), null)
  assert.equal(nextIn(boxes, boxes[4], 'ArrowDown'), null)
})
