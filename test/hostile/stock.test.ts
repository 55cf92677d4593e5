import assert from 'node:assert/strict'
import { test } from 'node:test'

import { seeded } from './dispense-search.ts'
import { holdsUp } from './holds.ts'
import { rules, runStock } from './stock-model.ts'
import type { Rules } from './stock-model.ts'
import { stock } from './stock.ts'

test('the shelf is the ledger', (t) => holdsUp(t, stock, 900))

const HOUR = 3_600_000

/** Each breaks one rule; the count must see it. */
const mistakes: Readonly<
  Record<string, { readonly use: Rules; readonly by: 'wrongShelf' | 'givenStopped' | 'liesTaken' }>
> = {
  'a ledger adds up whatever a count found': {
    use: { ...rules, unitsOf: (events) => events.reduce((sum, { delta }) => sum + delta, 0) },
    by: 'wrongShelf',
  },
  'nothing is stopped': { use: { ...rules, lotHold: () => null }, by: 'givenStopped' },
  'HIMS believes any sum': { use: { ...rules, hims: false }, by: 'liesTaken' },
  'a paper is taken back when somebody sees it was wrong': {
    use: {
      ...rules,
      paperAgainst: (paper, isStore) => {
        const answer = rules.paperAgainst(paper, isStore)
        return answer === null ? null : { ...answer, at: new Date(Date.parse(paper.at) + HOUR).toISOString() }
      },
    },
    by: 'wrongShelf',
  },
}

for (const [mistake, { use, by }] of Object.entries(mistakes)) {
  test(`the count notices when ${mistake}`, () => {
    const random = seeded(3)
    const seen = Array.from({ length: 200 }, () => runStock(random, use)[by]).filter((count) => count > 0)
    assert.ok(seen.length > 5, String(seen.length))
  })
}
