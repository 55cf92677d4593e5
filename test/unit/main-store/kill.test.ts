import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'

import { hexOf } from '../../../domain/card/bytes.ts'
import { openStore } from '../../../main/store/store.ts'
import { removeFolder, storeKey, temporaryFolder } from '../../fake/world.ts'

const ROUNDS = 5
const SIDE_BY_SIDE = 3

test('15 kills of a writer lose no saved person, and never part a row from its outbox entry', async () => {
  const folders = Array.from({ length: SIDE_BY_SIDE }, temporaryFolder)
  const saved = folders.map(() => new Set<string>())
  for (let round = 0; round < ROUNDS; round++) {
    await Promise.all(
      folders.map(async (folder, at) => {
        const mine = saved[at] ?? new Set()
        for (const id of await killedWriter(folder, 15 + round * 25 + at * 7)) mine.add(id)
        check(folder, mine)
      }),
    )
  }
  assert.ok(saved.reduce((sum, ids) => sum + ids.size, 0) > ROUNDS * SIDE_BY_SIDE)
  folders.forEach(removeFolder)
})

/** What a writer said was saved before it was killed, some milliseconds after its first word. */
function killedWriter(folder: string, life: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const writer = spawn(process.execPath, [join(import.meta.dirname, 'killed-writer.ts'), folder, hexOf(storeKey)])
    let said = ''
    writer.stdout.setEncoding('utf8')
    writer.stdout.once('data', () => setTimeout(() => writer.kill('SIGKILL'), life))
    writer.stdout.on('data', (text: string) => void (said += text))
    writer.stderr.on('data', (text: Buffer) => reject(new Error(text.toString())))
    // A line cut short was not said.
    writer.on('close', () => resolve(said.split('\n').slice(0, -1)))
  })
}

function check(folder: string, saved: ReadonlySet<string>): void {
  const opened = openStore({ folder, key: storeKey, role: 'desk', seed: new Uint8Array(32) })
  assert.ok(opened.ok)
  const { database, shared, outbox, audit } = opened.value
  for (const id of saved) assert.notEqual(shared.person.get(id), null)
  const rows = outbox.waiting(-1)
  assert.deepEqual(
    rows.map(({ n }) => n),
    rows.map((_, at) => at + 1),
    'numbers without a gap',
  )
  const people = database.prepare('SELECT id FROM person ORDER BY id').pluck().all()
  const told = database.prepare(`SELECT body ->> '$.person.id' FROM outbox ORDER BY 1`).pluck().all()
  assert.deepEqual(people, told)
  assert.equal(audit.firstBroken(), null)
  assert.equal(audit.head().seq, rows.length)
  assert.equal(database.pragma('quick_check', { simple: true }), 'ok')
  const indexed = database
    .prepare(`SELECT count(*) FROM person_fts WHERE person_fts MATCH 'words : person'`)
    .pluck()
    .get()
  assert.equal(indexed, people.length)
  opened.value.close()
}
