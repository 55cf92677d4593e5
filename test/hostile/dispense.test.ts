import assert from 'node:assert/strict'
import { test } from 'node:test'

import { rules } from './dispense-model.ts'
import { naiveWalk, searchAll, seeded, walk } from './dispense-search.ts'
import { dispense } from './dispense.ts'
import { holdsUp } from './holds.ts'

test('no medicine is given twice', (t) => holdsUp(t, dispense, 1500))

const tiny = { pharmacies: 3, items: 1, units: 1, moves: 2, copies: 1 }
const usual = { pharmacies: 3, items: 1, units: 3, moves: 8, copies: 2 }

test('merging without rights gives too much nearly always: the count can fail', () => {
  const random = seeded(1)
  const over = Array.from({ length: 1000 }, () => naiveWalk(usual, 60, random)).filter(Boolean).length
  assert.ok(over > 900, String(over))
})

/** Each breaks one rule; the check must see it. */
const mistakes = {
  'an old copy gives by its rights': { ...rules, locksCopies: false },
  'an old epoch’s rights are good': {
    ...rules,
    mayGive: (right, me) => (right.holder === me.terminal && !me.locked ? right.left : 0),
  },
  'a return is believed whatever it says': { ...rules, judgeReturn: () => 'fits' },
  'anybody’s dispensing is taken': { ...rules, judgeSpend: () => 'fits', mayGive: ({ left }) => left },
} satisfies Readonly<Record<string, typeof rules>>

for (const [mistake, broken] of Object.entries(mistakes)) {
  test(`the search notices when ${mistake}`, () => {
    assert.ok(searchAll(tiny, broken, 60_000).broken > 0)
  })
}

test('a random way notices an old copy too', () => {
  const random = seeded(2)
  const noticed = Array.from({ length: 500 }, () =>
    walk(usual, mistakes['an old copy gives by its rights'], 60, random),
  )
  assert.ok(noticed.some(Boolean))
})
