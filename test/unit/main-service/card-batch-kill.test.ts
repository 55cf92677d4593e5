import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'

import { hexOf } from '../../../domain/card/bytes.ts'
import { openStore } from '../../../main/store/store.ts'
import { removeFolder, storeKey, temporaryFolder } from '../../fake/world.ts'

/** So many that they take half a second: one every ten milliseconds. */
const PEOPLE = 60
const LIVES = [25]

test('a batch whose process is killed gives everybody one card, told once', async (t) => {
  const folder = temporaryFolder()
  t.after(() => removeFolder(folder))
  let killed = 0
  for (const life of LIVES) {
    await run(folder, life)
    const made = look(folder)
    if (made > 0 && made < PEOPLE) killed += 1
  }
  assert.ok(killed > 0, 'a kill in the middle')
  assert.match(await run(folder, null), /done/)
  assert.equal(look(folder), PEOPLE)
})

/** One life of the process, ended by a kill some milliseconds after its first cards, or when all is made. */
function run(folder: string, life: number | null): Promise<string> {
  return new Promise((resolve, reject) => {
    const script = join(import.meta.dirname, 'killed-batch.ts')
    const worker = spawn(process.execPath, [script, folder, hexOf(storeKey), String(PEOPLE)])
    let said = ''
    worker.stdout.setEncoding('utf8')
    if (life !== null) worker.stdout.once('data', () => setTimeout(() => worker.kill('SIGKILL'), life))
    worker.stdout.on('data', (text: string) => {
      said += text
      if (said.includes('done')) worker.kill('SIGKILL')
    })
    worker.stderr.on('data', (text: Buffer) => reject(new Error(text.toString())))
    worker.on('close', () => resolve(said))
  })
}

/** How many are made; card, outbox, audit, blank and the batch's own record must say the same. */
function look(folder: string): number {
  const opened = openStore({ folder, key: storeKey, role: 'desk', seed: new Uint8Array(32) })
  assert.ok(opened.ok)
  const { database, audit } = opened.value
  const list = (sql: string) => database.prepare<[], string>(sql).pluck().all()
  const cards = list(`SELECT id FROM card WHERE body ->> '$.term' = 'permanent' ORDER BY id`)
  assert.deepEqual(list(`SELECT body ->> '$.card.cardId' FROM outbox ORDER BY 1`), cards)
  assert.deepEqual(list(`SELECT subject FROM audit WHERE deed = 'card.issued' ORDER BY 1`), cards)
  assert.deepEqual(list(`SELECT id FROM card_blank WHERE used = 1 ORDER BY 1`), cards)
  assert.deepEqual(list(`SELECT card_id FROM card_batch_person WHERE state = 'ordered' ORDER BY 1`), cards)
  const people = list(`SELECT DISTINCT person_id FROM card WHERE body ->> '$.term' = 'permanent'`)
  assert.equal(people.length, cards.length)
  assert.equal(audit.firstBroken(), null)
  opened.value.close()
  return cards.length
}
