import SQLite from 'better-sqlite3'
import assert from 'node:assert/strict'
import { test } from 'node:test'

import { JobId } from '../../../domain/id.ts'
import { migrate, migrations } from '../../../main/store/migrate.ts'
import { spoolTable } from '../../../main/store/spool-table.ts'
import { stickers } from '../main-pdf/paper.ts'

const at = '2026-11-22T09:00:00.000Z'
const ids = ['0193a0e0-0000-7000-8000-000000000001', '0193a0e0-0000-7000-8000-000000000002'].map((id) =>
  JobId.parse(id),
)

test('jobs and attempts of an older store are kept, and pages can be queued beside them', () => {
  const database = new SQLite(':memory:')
  database.pragma('foreign_keys = ON')
  migrate(database, migrations.slice(0, 5))
  const [older, newer] = ids
  assert.ok(older && newer)
  database
    .prepare(
      `INSERT INTO print_job VALUES (7, ?, 'card', 'card', 'R3ZY', 1, '{}', NULL, ?, 'uncertain', ?, NULL, NULL)`,
    )
    .run(older, at, at)
  database.prepare(`INSERT INTO print_attempt VALUES (?, 1, ?, 'uncertain')`).run(older, at)

  assert.equal(migrate(database).ok, true)
  const table = spoolTable(database)
  assert.equal(table.get(older)?.state.kind, 'uncertain')
  assert.deepEqual(database.prepare('SELECT job_id, attempt, outcome FROM print_attempt').all(), [
    { job_id: older, attempt: 1, outcome: 'uncertain' },
  ])
  table.queue({ id: newer, title: 'R3ZY', document: stickers('hi'), at })
  assert.equal(table.head('page', at)?.id, newer)
  assert.deepEqual(table.document(newer), stickers('hi'))
  assert.equal(table.openAttempt(newer, 'a'.repeat(64), at), 1)
  assert.deepEqual(database.pragma('foreign_key_check'), [])
  assert.throws(() => database.prepare(`UPDATE print_job SET printer = 'fax'`).run(), /CHECK/)
  database.close()
})
