import assert from 'node:assert/strict'
import { test } from 'node:test'

import { createCanvas } from '@napi-rs/canvas'

import { drawText, ruler, type Face } from '../../../main/print/thermal/ruler.ts'
import { deps } from './texts.ts'

const texts: readonly { readonly text: string; readonly direction: Face['direction'] }[] = [
  { text: 'Room 14, first floor', direction: 'ltr' },
  { text: 'कमरा 14, पहली मंज़िल', direction: 'ltr' },
  { text: 'ਕਮਰਾ 14, ਪਹਿਲੀ ਮੰਜ਼ਿਲ', direction: 'ltr' },
  { text: 'کمرہ \u206814\u2069، پہلی منزل', direction: 'rtl' },
  { text: '\u2068G. K.\u2069، 35، عورت', direction: 'rtl' },
  { text: 'گ', direction: 'rtl' },
]

/** Where a text leaves dots, from its start on the baseline. */
function drawn(text: string, face: Face, size: number) {
  const context = createCanvas(900, 400).getContext('2d')
  drawText(context, text, face, { x: 200, y: 200, size })
  const { data } = context.getImageData(0, 0, 900, 400)
  const box = { left: -900, right: -900, above: -400, below: -400 }
  for (let y = 0; y < 400; y += 1) {
    for (let x = 0; x < 900; x += 1) {
      if ((data[(y * 900 + x) * 4 + 3] ?? 0) < 128) continue
      box.left = Math.max(box.left, 200 - x)
      box.right = Math.max(box.right, x + 1 - 200)
      box.above = Math.max(box.above, 200 - y)
      box.below = Math.max(box.below, y + 1 - 200)
    }
  }
  return box
}

test('the ink of a line of two scripts is found whole, whatever its direction and size', () => {
  for (const { text, direction } of texts) {
    for (const size of [14, 31.5, 50]) {
      const face = { families: deps.fonts.strong, direction }
      const ink = ruler().ink(text, face)
      for (const [side, reach] of Object.entries(drawn(text, face, size))) {
        const told = Object.entries(ink).find(([name]) => name === side)?.[1] ?? NaN
        const over = told * size - reach
        assert.ok(over > -1.5 && over < 2 + size / 12, `${text} at ${size}: ${side} is off by ${over}`)
      }
    }
  }
})

test('a text measures the same on every ruler, every time', () => {
  for (const { text, direction } of texts) {
    const measure = () => JSON.stringify(ruler().ink(text, { families: deps.fonts.regular, direction }))
    assert.equal(new Set(Array.from({ length: 30 }, measure)).size, 1, text)
  }
})

test('nothing has no ink', () => {
  const face: Face = { families: deps.fonts.regular, direction: 'ltr' }
  assert.deepEqual(ruler().ink('', face), { left: 0, right: 0, above: 0, below: 0 })
  assert.equal(ruler().advance('', face), 0)
})
