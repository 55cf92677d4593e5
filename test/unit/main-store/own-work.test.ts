import assert from 'node:assert/strict'
import { after, test } from 'node:test'

import { PersonId } from '../../../domain/id.ts'
import { cardLists } from '../../../main/store/card-lists.ts'
import { openStore } from '../../../main/store/store.ts'
import { syncPort } from '../../../main/store/sync-port.ts'
import { person } from '../hims/hospital.ts'
import { newId } from '../hims/terminal.ts'
import { removeFolder, storeKey, temporaryFolder } from '../../fake/world.ts'

const folder = temporaryFolder()
after(() => removeFolder(folder))
const at = '2026-11-22T05:00:00.000Z'

test('a row of HIMS waits while work on it is on its way, and comes once that has arrived', () => {
  const opened = openStore({ folder, key: storeKey, role: 'desk', seed: new Uint8Array(32) })
  assert.ok(opened.ok)
  const store = opened.value
  const port = syncPort(store, {
    now: () => new Date(at),
    random: (bytes) => new Uint8Array(bytes),
    newId,
    cards: cardLists(store, []),
    days: () => ['2026-11-22'],
    changed: () => {},
  })
  const who = person({ phone: '9810000001' })
  const id = PersonId.parse(who.id)
  const come = (cursor: number, row: object) =>
    port.apply({
      changes: [{ cursor, table: 'person', id, version: cursor, row }],
      next: cursor,
      more: false,
      at,
    })
  const phone = () => store.shared.person.get(id)?.phone
  come(1, who)
  const entry = { id: newId(), body: { kind: 'person.corrected' }, title: 'Asha', at, touches: [['person', id]] }
  const n = store.outbox.add(Object.assign(Object(null), entry))
  assert.equal(come(2, { ...who, phone: '9810000002' }), 'kept')
  assert.equal(phone(), '9810000001')
  port.settle([{ n, kind: 'applied' }])
  assert.equal(phone(), '9810000002')
  store.close()
})
