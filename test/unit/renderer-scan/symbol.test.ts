import assert from 'node:assert/strict'
import { test } from 'node:test'

import { create } from 'qrcode'

import { randomFrom } from '../../../build/demo/seed/random.ts'
import type { Effort } from '../../../renderer/scan/decode.ts'
import { searchPlan } from '../../../renderer/scan/search-plan.ts'
import { LARGEST_VERSION, layoutOf } from '../../../renderer/scan/symbol/layout.ts'
import type { Layout } from '../../../renderer/scan/symbol/layout.ts'
import { readGrid } from '../../../renderer/scan/symbol/read-grid.ts'
import { checked, corrected } from '../../../renderer/scan/symbol/reed-solomon.ts'

const TEXT = 'DLH1:A$'
const levels = ['L', 'M', 'Q', 'H'] as const
const layoutFor = (version: number): Layout => layoutOf(version) ?? assert.fail(`no version ${version}`)

/** The modules as an independent encoder sets them: 1 dark, -1 light. */
function drawn(version: number, level: (typeof levels)[number], text = TEXT): Float32Array {
  const { modules } = create(text, { version, errorCorrectionLevel: level })
  return Float32Array.from(modules.data, (module) => (module === 1 ? 1 : -1))
}

test('every version and level of an independent encoder is read, and its patterns are where we know them', () => {
  for (let version = 1; version <= LARGEST_VERSION; version++) {
    const layout = layoutFor(version)
    for (const level of levels) {
      const grid = drawn(version, level)
      const strange = [...layout.known].filter((module, at) => module !== 0 && module !== grid[at])
      assert.equal(strange.length, 0, `version ${version}`)
      assert.equal(readGrid(grid, layout).text, TEXT, `version ${version} ${level}`)
    }
  }
  assert.equal(layoutOf(LARGEST_VERSION + 1), null)
  assert.equal(layoutOf(6.5), null)
})

test('digits, capitals and bytes are read', () => {
  for (const text of ['1234567', 'ABC $%*+-./:9', 'नमस्ते, card']) {
    assert.equal(readGrid(drawn(5, 'M', text), layoutFor(5)).text, text)
  }
})

test('a block is corrected as far as its check bytes reach, twice as far where the doubtful bytes are known', () => {
  const random = randomFrom('reed-solomon')
  const checks = 18
  for (let round = 0; round < 200; round++) {
    const block = checked(random.bytes(40), checks)
    const places = random.shuffled([...block.keys()])
    const harmed = (count: number) => {
      const copy = Uint8Array.from(block)
      for (const place of places.slice(0, count)) copy[place] = (copy[place] ?? 0) ^ random.between(1, 255)
      return copy
    }
    assert.deepEqual(corrected(harmed(9), checks, [], 0), block)
    assert.deepEqual(corrected(harmed(18), checks, places.slice(0, 18), 0), block)
    assert.deepEqual(corrected(harmed(12), checks, places.slice(0, 6), 0), block)
    assert.equal(corrected(harmed(9), checks, [], 2), null, 'what has to stay unused stays unused')
  }
})

test('doubtful modules are given up, and too many wrong ones give no text rather than another', () => {
  const random = randomFrom('modules')
  const layout = layoutFor(8)
  const text = 'DLH1:' + 'X'.repeat(180)
  const clean = drawn(8, 'M', text)
  const faint = clean.map((value) => (random.chance(0.025) ? -0.1 * value : value))
  const sure = clean.map((value) => (random.chance(0.025) ? -value : value))
  assert.equal(readGrid(faint, layout).text, text)
  assert.equal(readGrid(sure, layout).text, null)
  for (let round = 0; round < 40; round++) {
    const broken = clean.map((value) => (random.chance(0.1) ? -random.next() * value : value))
    assert.ok([null, text].includes(readGrid(broken, layout).text))
  }
})

test('every second miss is searched, every fourth looked at for light on dark, and few when nobody comes', () => {
  const plan = searchPlan()
  const efforts = Array.from({ length: 200 }, () => {
    const effort = plan.next()
    plan.came(false)
    return effort
  })
  const count = (wanted: Effort, from: number, to: number) =>
    efforts.slice(from, to).filter((effort) => effort === wanted).length
  assert.deepEqual(efforts.slice(0, 5), ['quick', 'thorough', 'negative', 'thorough', 'quick'])
  assert.equal(count('thorough', 0, 60), 30)
  assert.equal(count('negative', 0, 60), 15)
  assert.ok(count('thorough', 100, 200) <= 13, String(count('thorough', 100, 200)))
  for (let from = 100; from < 184; from++) assert.equal(count('negative', from, from + 16), 1, `from ${from}`)
  plan.came(true)
  assert.deepEqual([plan.next(), plan.came(false), plan.next()], ['quick', undefined, 'thorough'])
})
