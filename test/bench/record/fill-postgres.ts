import { Client } from 'pg'

import { lives, OFTEN, personRows, WRITTEN } from './fill.ts'
import type { Page } from './life.ts'
import { NUMBER, PERSON, PERSON_START } from './life.ts'

/** As many different names as `rowsOf` gives. */
const NAMES = 100

/** How PostgreSQL names the person of number `n`, and which of the lives that person has. */
const people = (from: number, to: number): string => `(
  SELECT n, hex, '${PERSON_START}' || hex AS person,
    lpad(translate(hex, 'abcdef', '111111'), 14, '9') AS abha,
    CASE WHEN n % ${OFTEN} = 0 THEN ${lives.short.length} + (n / ${OFTEN}) % ${lives.long.length}
      ELSE n % ${lives.short.length} END AS life
  FROM (SELECT n, lpad(to_hex(n), 12, '0') AS hex FROM generate_series(${from}, ${to - 1}) AS n) AS numbered
) AS people`

const given = (column: string): string => `replace(replace(${column}, '${NUMBER}', hex), '${PERSON}', person)`

/** What is added to a table for people of a stretch of numbers, out of the templates. */
type Step = readonly [table: string, add: (from: number, to: number) => string]

const record: Step = [
  'record',
  (from, to) => `INSERT INTO record (cursor, name, id, version, changed_at, row, person)
    SELECT n + 1, 'person', person, 1, '${WRITTEN}', replace(replace(t.row, '${NUMBER}', abha), '${PERSON}', person), person
    FROM ${people(from, to)} JOIN bench_name AS t ON t.at = n % ${NAMES}`,
]
const term: Step = [
  'term',
  (from, to) => `INSERT INTO term (name, field, value, id)
    SELECT 'person', 'abha', abha, person FROM ${people(from, to)}
    UNION ALL SELECT 'person', 'word', word, person
    FROM ${people(from, to)} JOIN bench_name AS t ON t.at = n % ${NAMES}, unnest(t.words) AS word`,
]
const resource: Step = [
  'resource',
  (from, to) => `INSERT INTO resource (type, id, version, person, happened, updated, deleted, body)
    SELECT type, ${given('id')}, 1, person, happened, '${WRITTEN}', 0, ${given('body')}
    FROM ${people(from, to)} JOIN bench_page USING (life)`,
]
const resourceTerm: Step = [
  'resource_term',
  (from, to) => `INSERT INTO resource_term (type, field, value, id)
    SELECT type, field, ${given('value')}, ${given('id')} FROM ${people(from, to)} JOIN bench_term USING (life)`,
]

const STRETCH = 20_000

/** Fills PostgreSQL out of templates inside the server, the indexes afterwards: this is not what is measured. */
export async function fillPostgres(url: string, count: number): Promise<void> {
  await asked(url, keepTemplates)
  // A table that is emptied in the transaction that fills it needs no log (with wal_level=minimal).
  const fill = (steps: readonly Step[]): Promise<void> =>
    asked(url, async (client) => {
      await client.query("BEGIN; SET maintenance_work_mem = '512MB'; SET jit = off")
      for (const [table, add] of steps) await fillTable(client, table, add, count)
      await client.query('COMMIT')
    })
  await Promise.all([fill([resource]), fill([record, term, resourceTerm])])
  await asked(url, async (client) => {
    await client.query('DROP TABLE bench_name, bench_page, bench_term')
    await client.query("UPDATE counter SET value = $1 WHERE name = 'cursor'", [count])
    await client.query('VACUUM ANALYZE')
    await client.query('CHECKPOINT')
  })
}

async function asked(url: string, ask: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await ask(client)
  } finally {
    await client.end()
  }
}

async function fillTable(client: Client, table: string, add: Step[1], count: number): Promise<void> {
  const rebuild = await dropIndexes(client, table)
  await client.query(`TRUNCATE ${table}`)
  for (let from = 0; from < count; from += STRETCH) await client.query(add(from, Math.min(count, from + STRETCH)))
  for (const statement of rebuild) await client.query(statement)
}

async function keepTemplates(client: Client): Promise<void> {
  await client.query(`
    CREATE TABLE bench_name (at BIGINT, row TEXT, words TEXT[]);
    CREATE TABLE bench_page (life BIGINT, type TEXT, id TEXT, happened TEXT, body TEXT);
    CREATE TABLE bench_term (life BIGINT, type TEXT, id TEXT, field TEXT, value TEXT)`)
  for (let at = 0; at < NAMES; at++) {
    const { row, words } = personRows(at, PERSON, NUMBER)
    await client.query('INSERT INTO bench_name VALUES ($1, $2, $3)', [at, JSON.stringify(row), words])
  }
  for (const [life, pages] of [...lives.short, ...lives.long].entries()) {
    for (const page of pages) await keepPage(client, life, page)
  }
}

async function keepPage(client: Client, life: number, { type, id, happened, body, terms }: Page): Promise<void> {
  await client.query('INSERT INTO bench_page VALUES ($1, $2, $3, $4, $5)', [life, type, id, happened, body])
  await client.query(
    'INSERT INTO bench_term SELECT DISTINCT $1::bigint, $2, $3, field, value FROM unnest($4::text[], $5::text[]) AS t (field, value)',
    [life, type, id, terms.map(({ field }) => field), terms.map(({ value }) => value)],
  )
}

/** Drops a table's indexes; gives the statements that make them again. */
async function dropIndexes(client: Client, table: string): Promise<readonly string[]> {
  interface Named {
    readonly name: string
    readonly made: string
  }
  const { rows: keys } = await client.query<Named>(
    `SELECT conname AS name, pg_get_constraintdef(oid) AS made FROM pg_constraint
     WHERE contype IN ('p', 'u') AND conrelid = $1::regclass`,
    [table],
  )
  for (const { name } of keys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`)
  const { rows: indexes } = await client.query<Named>(
    'SELECT indexname AS name, indexdef AS made FROM pg_indexes WHERE tablename = $1',
    [table],
  )
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`)
  return [
    ...keys.map(({ name, made }) => `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${made}`),
    ...indexes.map(({ made }) => made),
  ]
}
