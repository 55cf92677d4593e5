import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'

import type { Caller } from '../../../sync/call.ts'
import { pullAll } from '../../../sync/pull.ts'
import type { Kept, Page, SyncStore } from '../../../sync/sync-store.ts'

const identity = { keyId: 'terminal-1', sign: () => new Uint8Array(64) }
const now = () => new Date('2026-11-22T05:00:00.000Z')

/** A HIMS that has this many changes, with gaps between their cursors. */
function hims(count: number): Caller {
  const all = Array.from({ length: count }, (_, at) => ({
    cursor: 3 * (at + 1),
    table: 'person',
    id: `p${at}`,
    version: 1,
    row: {},
  }))
  return async ({ body, shape }) => {
    const { cursor, limit } = Object(body)
    const rest = all.filter((change) => change.cursor > cursor)
    const changes = rest.slice(0, limit)
    const more = rest.length > limit
    const raw = {
      incarnation: 'first',
      schema: 1,
      serverTime: now().toISOString(),
      changes,
      next: more ? changes.at(-1)?.cursor : 10_000,
      more,
      digest: createHash('sha256').update(JSON.stringify(changes)).digest('hex'),
    }
    return { ok: true, value: { value: shape.parse(raw), raw, body: '' } }
  }
}

/** Only what a pull touches; anything else fails the test. */
function storeOf(apply: (page: Page) => Kept, tidy: () => boolean = () => false): SyncStore {
  let cursor = 0
  const part: Partial<SyncStore> = {
    position: () => ({ epoch: 1, nextN: 1, sentN: 0, cursor, incarnation: 'first' }),
    apply(page) {
      const kept = apply(page)
      if (kept === 'kept') cursor = page.next
      return kept
    },
    tidy,
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return part as SyncStore
}

test('every change is kept once and in order, in parts that each have their own cursor', async () => {
  const pages: Page[] = []
  const outcome = await pullAll(
    hims(620),
    storeOf((page) => (pages.push(page), 'kept')),
    identity,
    now,
  )
  assert.deepEqual(outcome, { kind: 'online' })
  assert.deepEqual(
    pages.flatMap(({ changes }) => changes.map(({ id }) => id)),
    Array.from({ length: 620 }, (_, at) => `p${at}`),
  )
  for (const { changes, next, more } of pages.slice(0, -1)) {
    assert.ok(changes.length <= 50)
    assert.equal(next, changes.at(-1)?.cursor)
    assert.equal(more, true)
  }
  assert.deepEqual([pages.at(-1)?.more, pages.at(-1)?.next], [false, 10_000])
})

test('a page without changes still brings the cursor up', async () => {
  const pages: Page[] = []
  await pullAll(
    hims(0),
    storeOf((page) => (pages.push(page), 'kept')),
    identity,
    now,
  )
  assert.deepEqual(
    pages.map(({ changes, next, more }) => [changes.length, next, more]),
    [[0, 10_000, false]],
  )
})

test('other work has its turn between two parts and between two steps of tidying', async () => {
  let turns = 0
  let on = true
  const turn = () => {
    turns += 1
    if (on) setImmediate(turn)
  }
  setImmediate(turn)
  const seen: number[] = []
  let left = 5
  const noted = () => void seen.push(turns)
  const apply = (): Kept => (noted(), 'kept')
  await pullAll(
    hims(200),
    storeOf(apply, () => (noted(), --left > 0)),
    identity,
    now,
  )
  on = false
  assert.equal(seen.length, 4 + 5)
  assert.equal(new Set(seen).size, seen.length)
})

test('a disk that fills up halfway through a page ends it, and the next pull goes on from there', async () => {
  const kept: string[] = []
  let full = true
  const store = storeOf(({ changes }) => {
    if (full && kept.length >= 100) return 'disk-full'
    kept.push(...changes.map(({ id }) => id))
    return 'kept'
  })
  assert.equal((await pullAll(hims(260), store, identity, now)).kind, 'offline')
  assert.equal(kept.length, 100)
  full = false
  assert.equal((await pullAll(hims(260), store, identity, now)).kind, 'online')
  assert.deepEqual(kept, [...new Set(kept)])
  assert.equal(kept.length, 260)
})
