import assert from 'node:assert/strict'
import { test } from 'node:test'

import { pageEnd, roundest } from '../../../hims/record/page-end.ts'

test('the roundest number of a stretch is the one that most powers of two divide', () => {
  assert.equal(roundest(4095, 4100), 4096)
  assert.equal(roundest(4096, 4100), 4100)
  assert.equal(roundest(0, 5000), 4096)
  assert.equal(roundest(6, 7), 7)
  assert.equal(roundest(2 ** 45 - 3, 2 ** 45 + 3), 2 ** 45)
})

const LIMIT = 5000

/** The cursors at which a terminal asks on its way through a feed in which every so many-th cursor is for it. */
function wayOf(from: number, to: number, every: number): readonly number[] {
  const way = [from]
  for (let cursor = from; cursor < to;) {
    const first = (Math.floor(cursor / every) + 1) * every
    const last = first + (LIMIT - 1) * every
    const end = pageEnd(cursor, first, last)
    assert.ok(end > cursor && end >= first && end <= last, `${cursor}: ${end} of ${first} to ${last}`)
    way.push(end)
    cursor = end
  }
  return way
}

for (const every of [1, 7, 40]) {
  test(`terminals that come back from anywhere soon ask for the same pages (one row in ${every})`, () => {
    const to = 2_000_000 * every
    const asked = new Map<number, number>()
    let pages = 0
    for (let from = 1; from < 500_000; from += 4999) {
      for (const cursor of wayOf(from, to, every)) {
        asked.set(cursor, (asked.get(cursor) ?? 0) + 1)
        pages++
      }
    }
    const own = [...asked.values()].filter((times) => times === 1).length
    // Of hundreds each, about two are nobody else's.
    assert.ok(own <= 101 * 3, `${own} of ${pages} pages served one terminal`)
    assert.ok(asked.size < pages / 20, `${asked.size} different pages of ${pages}`)
  })
}

test('no page is empty, whatever the limit', () => {
  for (const limit of [1, 2, 3, 25, 200, 500]) {
    for (let cursor = 0; cursor < 20_000;) {
      const end = pageEnd(cursor, cursor + 1, cursor + limit)
      assert.ok(end > cursor && end <= cursor + limit)
      cursor = end
    }
  }
})
