import assert from 'node:assert/strict'
import { test } from 'node:test'

import { OperatorId } from '../../../domain/id.ts'
import { cardLists } from '../../../main/store/card-lists.ts'
import { openStore } from '../../../main/store/store.ts'
import { syncPort } from '../../../main/store/sync-port.ts'
import { dayOfTests, removeFolder, storeKey, temporaryFolder } from '../../fake/world.ts'

const changes = [
  `UPDATE audit SET subject = 'other' WHERE seq = 4`,
  `UPDATE audit SET operator = NULL WHERE seq = 4`,
  'DELETE FROM audit WHERE seq = 4',
  `UPDATE audit SET at = '2020' WHERE seq = 4`,
]

for (const change of changes) {
  test(`the audit shows: ${change}`, () => {
    const folder = temporaryFolder()
    const opened = openStore({ folder, key: storeKey, role: 'desk', seed: new Uint8Array(32) })
    assert.ok(opened.ok)
    const { audit, database } = opened.value
    for (let at = 1; at <= 8; at++) {
      audit.note({ at: `2026-${at}`, operator: OperatorId.parse('asha'), deed: 'person.opened', subject: `${at}` })
    }
    assert.equal(audit.firstBroken(), null)
    assert.equal(audit.head().seq, 8)
    database.exec(change)
    assert.ok([4, 5].includes(audit.firstBroken() ?? 0))
    opened.value.close()
    removeFolder(folder)
  })
}

const forgeries: Readonly<Record<string, string>> = {
  truncated: 'DELETE FROM audit WHERE seq > 5',
  wiped: 'DELETE FROM audit',
  rewritten: 'DELETE FROM audit WHERE seq >= 3',
  'rolled back': 'DELETE FROM audit WHERE seq > 7',
}

for (const [how, change] of Object.entries(forgeries)) {
  test(`a log that was ${how} and goes on with sound links is told by what HIMS remembers`, () => {
    const folder = temporaryFolder()
    const opened = openStore({ folder, key: storeKey, role: 'desk', seed: new Uint8Array(32) })
    assert.ok(opened.ok)
    const { audit, database } = opened.value
    const note = (subject: string) => audit.note({ at: '2026-11-22', operator: null, deed: 'person.opened', subject })
    for (let at = 1; at <= 8; at++) note(`${at}`)
    const port = syncPort(opened.value, {
      now: dayOfTests,
      random: (bytes) => new Uint8Array(bytes),
      newId: () => '',
      cards: cardLists(opened.value, []),
      days: () => [],
      changed: () => {},
    })
    const known = port.auditHead()
    port.auditKnown(known)
    assert.deepEqual(port.auditHead(), known)
    database.exec(change)
    for (let at = 1; at <= 9; at++) note(`forged ${at}`)
    assert.equal(audit.firstBroken(), null, 'the chain alone says nothing')
    assert.ok(audit.head().seq > known.seq || how === 'wiped')
    port.auditKnown(known)
    const told = port.auditHead()
    assert.equal(told.seq, known.seq)
    assert.notEqual(told.hash, known.hash, 'HIMS rings its alarm at this')
    opened.value.close()
    removeFolder(folder)
  })
}
