import { createInterface } from 'node:readline'

import Database from 'better-sqlite3'
import fastify from 'fastify'
import { z } from 'zod'

/** The peer: the same rows by a bare Fastify and better-sqlite3, FULL, one transaction a request, nobody checked. */
const database = new Database(process.argv[2] ?? '')
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.exec(`
CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
INSERT INTO counter VALUES ('cursor', 0);
CREATE TABLE mutation (id TEXT PRIMARY KEY, terminal TEXT NOT NULL, said TEXT NOT NULL) STRICT;
CREATE TABLE pushed (terminal TEXT NOT NULL, n INTEGER NOT NULL, mutation TEXT NOT NULL, PRIMARY KEY (terminal, n)) STRICT;
CREATE TABLE record (cursor INTEGER PRIMARY KEY, name TEXT NOT NULL, id TEXT NOT NULL, row TEXT NOT NULL, UNIQUE (name, id)) STRICT;
CREATE TABLE term (name TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (name, field, value, id)) STRICT, WITHOUT ROWID;
`)
const known = database.prepare('SELECT 1 FROM mutation WHERE id = ?')
const next = database.prepare(`UPDATE counter SET value = value + 1 WHERE name = 'cursor' RETURNING value`).pluck()
const insertMutation = database.prepare('INSERT INTO mutation VALUES (?, ?, ?)')
const insertPushed = database.prepare('INSERT INTO pushed VALUES (?, ?, ?)')
const insertRecord = database.prepare(`INSERT INTO record VALUES (?, 'person', ?, ?)`)
const insertTerm = database.prepare(`INSERT OR IGNORE INTO term VALUES ('person', ?, ?, ?)`)

const Push = z.object({
  mutations: z.array(
    z.looseObject({
      n: z.number(),
      id: z.string(),
      body: z.object({
        person: z.looseObject({
          id: z.string(),
          phone: z.string(),
          name: z.object({ latin: z.string(), own: z.object({ text: z.string() }) }),
        }),
      }),
    }),
  ),
})

const take = database.transaction((terminal: string, { mutations }: z.infer<typeof Push>) => {
  for (const mutation of mutations) {
    if (known.get(mutation.id) !== undefined) continue
    const { person } = mutation.body
    insertMutation.run(mutation.id, terminal, JSON.stringify(mutation))
    insertPushed.run(terminal, mutation.n, mutation.id)
    insertRecord.run(next.get(), person.id, JSON.stringify(person))
    insertTerm.run('phone', person.phone, person.id)
    for (const word of `${person.name.latin} ${person.name.own.text}`.toLowerCase().split(' ')) {
      insertTerm.run('word', word, person.id)
    }
  }
  return { lastN: mutations.at(-1)?.n, results: mutations.map(({ n }) => ({ n, kind: 'applied' })) }
})

const server = fastify({ bodyLimit: 4 * 1024 * 1024 })
server.post('/sync/v1/push', async (request) => {
  const [, terminal = ''] = /keyid="([^"]+)"/.exec(String(request.headers['signature-input'])) ?? []
  return take.immediate(terminal, Push.parse(request.body))
})
const address = await server.listen({ host: '127.0.0.1', port: 0 })
console.log(JSON.stringify({ port: Number(new URL(address).port) }))
for await (const line of createInterface({ input: process.stdin })) {
  if (line === 'end') break
  const people = database.prepare('SELECT count(*) FROM record').pluck().get()
  console.log(
    JSON.stringify({ people, cursors: people, said: people, pushed: people, digest: '', cpu: process.cpuUsage() }),
  )
}
await server.close()
database.close()
process.exit(0)
