import { given, life, numberOf, personId } from './life.ts'
import type { Page } from './life.ts'

export const WRITTEN = '2026-11-22T04:00:00.000Z'

/** Every two hundredth person has been coming for years. */
export const OFTEN = 200
const LONG = 30

/** The records that there are; each is given to many people. */
export const lives = {
  short: Array.from({ length: 20 }, (_, seed) => life(1, seed + 1).slice(1, 5)),
  long: Array.from({ length: 4 }, (_, seed) => life(LONG, seed + 100)),
} as const

/** The record of the person of that number. */
export const pagesOf = (at: number): readonly Page[] =>
  (at % OFTEN === 0 ? lives.long[(at / OFTEN) % lives.long.length] : lives.short[at % lives.short.length]) ?? []

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

/** The person of that number under an id and an ABHA number, and the words of the name. */
export function personRows(at: number, id: string, abha: string) {
  const latin = `${givenNames[at % 10] ?? ''} ${familyNames[Math.floor(at / 10) % 10] ?? ''}`
  const row = {
    id,
    registeredAt: WRITTEN,
    name: { latin, own: null },
    sex: 'female',
    birth: { kind: 'date', on: '1980-01-01' },
    phone: null,
    address: { house: '', locality: 'Daryaganj', district: 'central', pin: '110002' },
    guardian: null,
    language: 'hi',
    abha,
    bloodGroup: null,
    evidence: null,
  }
  return { row, words: latin.toLowerCase().split(' ') }
}

/** What the database holds of the person of that number. */
export function rowsOf(at: number): Rows {
  const id = personId(at)
  const { row, words } = personRows(at, id, numberOf(at).replace(/[a-f]/g, '1').padStart(14, '9'))
  const pages = pagesOf(at)
  return {
    record: [[at + 1, 'person', id, 1, WRITTEN, JSON.stringify(row), id]],
    term: [['person', 'abha', row.abha, id], ...words.map((word) => ['person', 'word', word, id])],
    resource: pages.map((page) => [
      page.type,
      given(page.id, at),
      1,
      id,
      page.happened,
      WRITTEN,
      0,
      given(page.body, at),
    ]),
    resource_term: pages.flatMap((page) =>
      page.terms.map(({ field, value }) => [page.type, field, given(value, at), given(page.id, at)]),
    ),
  }
}
