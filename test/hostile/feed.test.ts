import assert from 'node:assert/strict'
import { test } from 'node:test'

import { Client } from 'pg'

import { ask, postgresServer } from '../fake/postgres-server.ts'
import { feed } from './feed.ts'
import { holdsUp } from './holds.ts'

test('a reader on a cursor misses no row that 64 desks write', { timeout: 60_000 }, (t) => holdsUp(t, feed, 400))

const WRITERS = 16
const EACH = 30

/** A cursor that PostgreSQL counts by itself, and that shows up out of order: what HIMS must not do. */
test('the same reader over a plain sequence does miss rows', { timeout: 30_000 }, async (t) => {
  const server = await postgresServer()
  t.after(() => server.stop())
  const url = await server.createDatabase()
  await ask(url, 'create table naive (seq bigserial primary key, word text)')
  const connect = async (): Promise<Client> => {
    const client = new Client({ connectionString: url })
    await client.connect()
    return client
  }
  let writing = true
  const write = async (): Promise<void> => {
    const client = await connect()
    for (let n = 0; n < EACH; n++) {
      await client.query('begin')
      await client.query(`insert into naive (word) values ('x')`)
      await new Promise((resolve) => setTimeout(resolve, n % 5))
      await client.query('commit')
    }
    await client.end()
  }
  const writers = Promise.all(Array.from({ length: WRITERS }, write)).finally(() => {
    writing = false
  })
  const reader = await connect()
  let seen = 0
  for (let cursor = 0, last = false; !last;) {
    last = !writing
    const { rows } = await reader.query<{ readonly seq: string }>('select seq from naive where seq > $1 order by seq', [
      cursor,
    ])
    seen += rows.length
    cursor = Number(rows.at(-1)?.seq ?? cursor)
  }
  await reader.end()
  await writers
  const missed = WRITERS * EACH - seen
  t.diagnostic(`a plain sequence: ${missed} missed of ${WRITERS * EACH}`)
  assert.ok(missed > 0)
})
