import assert from 'node:assert/strict'
import { test } from 'node:test'

import { create } from 'qrcode'

import { DOT, cardRoom, drawQr, planQr } from '../../../main/print/pdf/qr.ts'
import { newPaper } from '../../../main/print/pdf/pen.ts'
import { cardOf } from '../domain-card/fixture.ts'

const cardText = (length: number) => `DLH1:${'A1'.repeat(length)}`.slice(0, length)

test('a card fills its 25 mm with modules of six dots, and can lose a quarter of them', () => {
  const plan = planQr(cardOf({ statusIndex: 0xffff_ffff }))
  assert.deepEqual([plan.version, plan.level, plan.dotsPerModule], [8, 'Q', 6])
  assert.ok(plan.side <= (25 / 25.4) * 72)
})

test('with less correction the modules are larger', () => {
  const plan = planQr(cardOf(), { ...cardRoom, level: 'M' })
  assert.deepEqual([plan.version, plan.dotsPerModule], [6, 7])
})

for (const [length, version, level] of [
  [200, 10, 'Q'],
  [262, 12, 'Q'],
  [352, 13, 'Q'],
  [366, 11, 'M'],
  [483, 13, 'M'],
] as const) {
  test(`a card of ${length} letters still has five dots to the module`, () => {
    const plan = planQr(cardText(length))
    assert.deepEqual([plan.version, plan.level, plan.dotsPerModule], [version, level, 5])
    assert.ok(plan.side <= (29.3 / 25.4) * 72, `${plan.side} points`)
    assert.ok(plan.sideWithQuietZone <= (33 / 25.4) * 72)
  })
}

test('one mask is as good as the best, and says which it is', () => {
  const text = cardOf()
  const { modules } = planQr(text)
  const format = (data: Uint8Array | readonly (0 | 1)[]) =>
    Array.from(data).slice(8 * modules.size, 8 * modules.size + 9)
  const same = create([{ data: text, mode: 'alphanumeric' }], { errorCorrectionLevel: 'Q', maskPattern: 2 })
  assert.deepEqual(Array.from(modules.data), Array.from(same.modules.data))
  assert.deepEqual(format(modules.data), format(same.modules.data))
})

/** What is drawn: the place of the symbol, and every rectangle of it. */
function drawn(text: string) {
  const paper = newPaper({ size: [243, 153] })
  let content = ''
  paper.addContent = (data: unknown) => ((content += String(data)), paper)
  const plan = planQr(text)
  drawQr(paper, plan, { x: 193.937, y: 82.771 })
  const [scale = 0, , , , left = 0, top = 0] = (/q (.+) cm/.exec(content)?.[1] ?? '').split(' ').map(Number)
  const dark = content.slice(content.indexOf('0 g'))
  const blocks = [...dark.matchAll(/^(\d+) (\d+) (\d+) (\d+) re$/gm)].map((found) => found.slice(1).map(Number))
  return { plan, scale, left, top, blocks }
}

test('every edge falls on a whole dot', () => {
  const { scale, left, top, plan } = drawn(cardOf())
  for (const edge of [left / DOT, top / DOT, scale / DOT]) {
    assert.ok(Math.abs(edge - Math.round(edge)) < 1e-3, String(edge))
  }
  assert.equal(Math.round(scale / DOT), plan.dotsPerModule)
})

test('the rectangles cover every dark module once and no light one', () => {
  const { plan, blocks } = drawn(cardOf())
  const { size, data } = plan.modules
  const covered = new Uint8Array(size * size)
  for (const [x = 0, y = 0, width = 0, height = 0] of blocks) {
    for (let row = y; row < y + height; row++) {
      for (let column = x; column < x + width; column++) {
        const at = row * size + column
        covered[at] = (covered[at] ?? 0) + 1
      }
    }
  }
  assert.deepEqual(Array.from(covered), Array.from(data))
})
