import assert from 'node:assert/strict'
import { test } from 'node:test'

import { openStore } from '../../../main/store/store.ts'
import { applyChanges } from '../../../main/store/apply-change.ts'
import { removeFolder, storeKey, temporaryFolder } from '../../fake/world.ts'
import { seeded } from '../../hostile/dispense-search.ts'

const LOTS = 3
const EVENTS = 120

test('what is on a shelf is the sum of its events, in whatever order and however often they come', () => {
  for (let seed = 1; seed <= 8; seed += 1) {
    const folder = temporaryFolder()
    const opened = openStore({ folder, key: storeKey, role: 'pharmacy', seed: new Uint8Array(32) })
    assert.ok(opened.ok)
    const store = opened.value
    const random = seeded(seed)
    const events = Array.from({ length: EVENTS }, (_, at) => ({
      id: `e${at}`,
      lotId: `l${Math.floor(random() * LOTS)}`,
      delta: Math.floor(random() * 60) - 25,
      reason: 'counted',
      at: '2026-11-22T05:00:00.000Z',
    }))
    const apply = applyChanges(store)
    const arriving = [...events, ...events.filter(() => random() < 0.4)]
      .map((row) => ({ row, order: random() }))
      .toSorted((one, other) => one.order - other.order)
    for (let from = 0; from < arriving.length; from += 17) {
      const page = arriving.slice(from, from + 17)
      store.database.transaction(() =>
        apply(page.map(({ row }) => ({ table: 'stock_event', id: row.id, version: 1, row }))),
      )()
    }
    for (let lot = 0; lot < LOTS; lot += 1) {
      const sum = events.filter(({ lotId }) => lotId === `l${lot}`).reduce((total, { delta }) => total + delta, 0)
      assert.equal(store.pharmacy.here(`l${lot}`), sum)
    }
    store.close()
    removeFolder(folder)
  }
})
