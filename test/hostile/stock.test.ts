import assert from 'node:assert/strict'
import { test } from 'node:test'

import { seeded } from './dispense-search.ts'
import { holdsUp } from './holds.ts'
import { rules, runStock } from './stock-model.ts'
import type { Rules } from './stock-model.ts'
import { stock } from './stock.ts'

test('the shelf is the ledger', (t) => holdsUp(t, stock, 900))

const HOUR = 3_600_000
/** So many random days are enough to see each mistake so often. */
const MOST_DAYS = 2000
const OFTEN = 6

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
  'every counter takes the whole transfer off its books when it finds a part': {
    use: {
      ...rules,
      judgePaper: (paper, lots, known) => {
        const verdict = rules.judgePaper(paper, lots, known)
        if (!verdict.ok || paper.kind !== 'arrived') return verdict
        const own = verdict.value.map((event) => ({ ...event, id: `${paper.id}${event.delta}`, at: paper.at }))
        return { ok: true, value: own }
      },
    },
    by: 'wrongShelf',
  },
  'what was opened goes back on the shelf': { use: { ...rules, placeFor: () => 'shelf' }, by: 'wrongShelf' },
}

for (const [mistake, { use, by }] of Object.entries(mistakes)) {
  test(`the count notices when ${mistake}`, () => {
    const random = seeded(3)
    let seen = 0
    for (let day = 0; day < MOST_DAYS && seen < OFTEN; day += 1) if (runStock(random, use)[by] > 0) seen += 1
    assert.equal(seen, OFTEN)
  })
}
