import { sql } from 'kysely'

import type { Store } from '../../../hims/database/schema.ts'
import { given, life, numberOf, personId } from './life.ts'
import type { Page } from './life.ts'

const AT = '2026-11-22T04:00:00.000Z'

/** Every two hundredth person has been coming for years. */
export const OFTEN = 200
const LONG = 30

const short = Array.from({ length: 20 }, (_, seed) => life(1, seed + 1).slice(1, 5))
const long = Array.from({ length: 4 }, (_, seed) => life(LONG, seed + 100))

/** The record of the person of that number. */
export const pagesOf = (at: number): readonly Page[] =>
  (at % OFTEN === 0 ? long[(at / OFTEN) % long.length] : short[at % short.length]) ?? []

const givenNames = ['Asha', 'Ravi', 'Sunita', 'Imran', 'Gurpreet', 'Meena', 'Farah', 'Deepak', 'Kiran', 'Salma']
const familyNames = ['Devi', 'Sharma', 'Khan', 'Singh', 'Gupta', 'Begum', 'Kaur', 'Yadav', 'Verma', 'Ansari']

export interface Rows {
  readonly record: readonly (readonly (string | number)[])[]
  readonly term: readonly (readonly string[])[]
  readonly resource: readonly (readonly (string | number)[])[]
  readonly resource_term: readonly (readonly string[])[]
}

export const columns = {
  record: ['cursor', 'name', 'id', 'version', 'changed_at', 'row', 'person'],
  term: ['name', 'field', 'value', 'id'],
  resource: ['type', 'id', 'version', 'person', 'happened', 'updated', 'deleted', 'body'],
  resource_term: ['type', 'field', 'value', 'id'],
} as const

/** What the database holds of the person of that number. */
export function rowsOf(at: number): Rows {
  const id = personId(at)
  const latin = `${givenNames[at % 10] ?? ''} ${familyNames[Math.floor(at / 10) % 10] ?? ''}`
  const row = {
    id,
    registeredAt: AT,
    name: { latin, own: null },
    sex: 'female',
    birth: { kind: 'date', on: '1980-01-01' },
    phone: null,
    address: { house: '', locality: 'Daryaganj', district: 'central', pin: '110002' },
    guardian: null,
    language: 'hi',
    abha: numberOf(at).replace(/[a-f]/g, '1').padStart(14, '9'),
    bloodGroup: null,
    evidence: null,
  }
  const pages = pagesOf(at)
  return {
    record: [[at + 1, 'person', id, 1, AT, JSON.stringify(row), id]],
    term: [
      ['person', 'abha', row.abha, id],
      ...latin
        .toLowerCase()
        .split(' ')
        .map((word) => ['person', 'word', word, id]),
    ],
    resource: pages.map((page) => [page.type, given(page.id, at), 1, id, page.happened, AT, 0, given(page.body, at)]),
    resource_term: pages.flatMap((page) =>
      page.terms.map(({ field, value }) => [page.type, field, given(value, at), given(page.id, at)]),
    ),
  }
}

/** Fills any engine, some people a statement. */
export async function fillStore(store: Store, people: number): Promise<void> {
  const CHUNK = 50
  for (let from = 0; from < people; from += CHUNK) {
    const some = Array.from({ length: Math.min(CHUNK, people - from) }, (_, offset) => rowsOf(from + offset))
    for (const table of ['record', 'term', 'resource', 'resource_term'] as const) {
      const rows = some.flatMap((one): readonly (readonly (string | number)[])[] => one[table])
      for (let at = 0; at < rows.length; at += 2000) {
        const values = rows.slice(at, at + 2000).map((row) => sql`(${sql.join(row)})`)
        const names = columns[table].map((name) => sql.ref(name))
        await sql`insert into ${sql.table(table)} (${sql.join(names)}) values ${sql.join(values)}`.execute(store)
      }
    }
  }
}
