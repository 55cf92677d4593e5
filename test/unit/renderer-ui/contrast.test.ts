import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

import { themes } from '../../../renderer/ui/appearance.ts'

const css = readFileSync(join(import.meta.dirname, '../../../renderer/ui/style/tokens.css'), 'utf8')

/** The colours that a rule of the tokens sets. */
function coloursIn(selector: string): Readonly<Record<string, string>> {
  const begin = css.indexOf(`${selector} {`)
  assert.notEqual(begin, -1, selector)
  const rule = css.slice(begin, css.indexOf('\n}', begin))
  return Object.fromEntries(
    [...rule.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

const channel = (hex: string): number => {
  const value = Number.parseInt(hex, 16) / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

/** Relative luminance, WCAG 2.2. */
const luminance = (colour: string): number =>
  0.2126 * channel(colour.slice(1, 3)) + 0.7152 * channel(colour.slice(3, 5)) + 0.0722 * channel(colour.slice(5, 7))

const ratio = (one: string, other: string): number => {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}

/** Text or edge, what it lies on, and what the pair needs: 7 to read, 4.5 for any text, 3 for edges and lines. */
const pairs: readonly (readonly [string, string, number])[] = [
  ['ink', 'surface', 7],
  ['ink', 'canvas', 7],
  ['ink', 'now-tint', 7],
  ['ink', 'ok-tint', 7],
  ['ink', 'care-tint', 7],
  ['ink', 'stop-tint', 7],
  ['ink', 'wait-tint', 7],
  ['ink-2', 'surface', 7],
  ['ink-2', 'canvas', 7],
  ['ink-2', 'now-tint', 4.5],
  ['ink-3', 'surface', 4.5],
  ['ink-3', 'canvas', 4.5],
  ['ink-3', 'inset', 4.5],
  ['ink-3', 'now-tint', 4.5],
  ['brand', 'surface', 4.5],
  ['brand', 'brand-tint', 4.5],
  ['on-brand', 'brand', 4.5],
  ['on-deep', 'brand-deep', 7],
  ['on-brand-2', 'brand-deep', 7],
  ['on-now', 'now', 7],
  ['now', 'brand-deep', 4.5],
  ['ok', 'surface', 4.5],
  ['ok', 'ok-tint', 4.5],
  ['wait', 'surface', 4.5],
  ['wait', 'wait-tint', 4.5],
  ['care', 'surface', 4.5],
  ['care', 'care-tint', 4.5],
  ['stop', 'surface', 4.5],
  ['stop', 'stop-tint', 4.5],
  ['edge', 'surface', 3],
  ['edge', 'canvas', 3],
  ['edge', 'inset', 3],
  ['paper-ink', 'paper', 7],
]

for (const theme of themes) {
  test(`every pair of the ${theme} theme can be told apart`, () => {
    const colours = { ...coloursIn(':root'), ...(theme === 'light' ? {} : coloursIn(`[data-theme='${theme}']`)) }
    const weak = pairs.flatMap(([front, ground, needed]) => {
      const [one, other] = [colours[front], colours[ground]]
      assert.ok(one !== undefined && other !== undefined, `${front} on ${ground}`)
      const found = ratio(one, other)
      return found >= needed ? [] : [`${front} on ${ground}: ${found.toFixed(2)} of ${needed}`]
    })
    assert.deepEqual(weak, [])
  })
}

test('the ring of the focus is seen on every ground, by one of its two halves', () => {
  for (const theme of themes) {
    const colours = { ...coloursIn(':root'), ...(theme === 'light' ? {} : coloursIn(`[data-theme='${theme}']`)) }
    for (const ground of ['surface', 'canvas', 'brand-deep', 'now-tint']) {
      const on = colours[ground] ?? ''
      const best = Math.max(ratio(colours['ink'] ?? '', on), ratio(colours['now'] ?? '', on))
      assert.ok(best >= 3, `${theme} on ${ground}: ${best.toFixed(2)}`)
    }
  }
})
