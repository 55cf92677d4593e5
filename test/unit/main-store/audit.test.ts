import assert from 'node:assert/strict'
import { test } from 'node:test'

import { OperatorId } from '../../../domain/id.ts'
import { openStore } from '../../../main/store/store.ts'
import { removeFolder, storeKey, temporaryFolder } from '../../fake/world.ts'

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
