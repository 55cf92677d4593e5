import assert from 'node:assert/strict'
import { test } from 'node:test'

import { newPaper } from '../../../main/print/pdf/pen.ts'
import { DOT, drawQr, planQr } from '../../../main/print/pdf/qr.ts'
import { cardOf } from '../domain-card/fixture.ts'

test('a card is a version 8 symbol at level Q with six dots to the module', () => {
  const plan = planQr(cardOf({ statusIndex: 0xffff_ffff }))
  assert.deepEqual([plan.version, plan.level, plan.dotsPerModule], [8, 'Q', 6])
  assert.ok(plan.side <= (25 / 25.4) * 72)
})

test('a longer text gives up correction before it gives up size', () => {
  const plan = planQr('DLH1:'.padEnd(220, 'A'))
  assert.deepEqual([plan.version, plan.level, plan.dotsPerModule], [8, 'M', 6])
})

test('every edge falls on a whole dot', () => {
  const edges: number[] = []
  const paper = newPaper({ size: [243, 153] })
  const at: { x: number; y: number }[] = []
  const translate = paper.translate.bind(paper)
  paper.translate = (x: number, y: number) => (at.push({ x, y }), translate(x, y))
  drawQr(paper, planQr(cardOf()), { x: 193.937, y: 82.771 })
  for (const { x, y } of at) edges.push(x / DOT, y / DOT)
  assert.ok(edges.length === 2 && edges.every((edge) => Math.abs(edge - Math.round(edge)) < 1e-9), String(edges))
})
