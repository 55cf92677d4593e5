import { runAll } from '../database/direct.ts'
import { rowsStatement } from '../database/rows-statement.ts'
import type { RecordTable, Store, TermTable } from '../database/schema.ts'
import { statement } from '../database/statement.ts'
import { unitTable } from '../database/unit-table.ts'
import { unitPart } from '../database/unit.ts'
import type { Part } from '../database/unit.ts'
import { recordsIn } from './record-unit.ts'
import type { RecordKey } from './record-unit.ts'
import { SOUND_FIELD } from './term.ts'
import type { Term } from './term.ts'

/** What to look for in the records of one table. */
export type TermKey = Omit<TermTable, 'id'>

interface Bearers extends TermKey {
  readonly records: readonly RecordTable[]
}

const recordsWith = rowsStatement<TermKey, RecordTable & { readonly value: string }>({
  columns: ['name', 'field', 'value'],
  most: 256,
  fit: 'pad',
  build: (store, keys) =>
    store
      .selectFrom('term')
      .innerJoin('record', (join) => join.onRef('record.name', '=', 'term.name').onRef('record.id', '=', 'term.id'))
      .selectAll('record')
      .select('term.value')
      .where('term.name', '=', keys[0]?.name ?? '')
      .where('term.field', '=', keys[0]?.field ?? '')
      .where(
        'term.value',
        'in',
        keys.map(({ value }) => value),
      )
      .orderBy('record.cursor'),
})

const termRows = { columns: ['name', 'field', 'value', 'id'], most: 512, fit: 'split' } as const

const insertTerms = rowsStatement<TermTable, unknown>({
  ...termRows,
  build: (store, rows) =>
    store
      .insertInto('term')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing()),
})

/** Of records that were not there before, which costs PostgreSQL half as much. */
const insertNewTerms = rowsStatement<TermTable, unknown>({
  ...termRows,
  build: (store, rows) => store.insertInto('term').values(rows),
})

const deleteTerm = statement((store, name: string, field: string, value: string, id: string) =>
  store
    .deleteFrom('term')
    .where('name', '=', name)
    .where('field', '=', field)
    .where('value', '=', value)
    .where('id', '=', id),
)

const nameOf = ({ name, field, value }: TermKey): string => `${name} ${field} ${value}`

/** Who bears a term by the database, before what the unit changes. */
const bearersIn = unitTable<Bearers, TermKey>({ nameOf, keyOf: (bearers) => bearers, read })

async function read(store: Store, keys: readonly TermKey[]): Promise<readonly Bearers[]> {
  const found: Bearers[] = []
  const readSame = async (same: readonly TermKey[]): Promise<void> => {
    const rows = Map.groupBy(await recordsWith(store, same), ({ value }) => value)
    for (const key of same) {
      const records = (rows.get(key.value) ?? []).map(({ value: _value, ...record }) => record)
      found.push({ ...key, records })
    }
  }
  const groups = Map.groupBy(keys, ({ name, field }) => `${name} ${field}`)
  await runAll(
    store,
    Array.from(groups.values(), (same) => () => readSame(same)),
  )
  return found
}

export interface Terms extends Part {
  readonly wish: (key: TermKey) => void
  /** The records that bear a term, oldest change first. */
  readonly find: (key: TermKey) => Promise<readonly RecordTable[]>
  /** Says what a record is found by now, and was before; null before for one that is new. */
  readonly change: (record: RecordKey, before: readonly Term[] | null, after: readonly Term[]) => void
}

/** What a record bears by the database, and what it will bear. */
interface Change {
  readonly record: RecordKey
  /** Null for a record that is not there yet. */
  readonly before: readonly Term[] | null
  readonly after: readonly Term[]
}

const bears = (terms: readonly Term[], { field, value }: Term): boolean =>
  terms.some((term) => term.field === field && term.value === value)

const without = (terms: readonly Term[], others: readonly Term[]): readonly Term[] =>
  others.length === 0 ? terms : terms.filter((term) => !bears(others, term))

const rowsOf = ({ name, id }: RecordKey, terms: readonly Term[]): TermTable[] =>
  terms.map(({ field, value }) => ({ name, field, value, id }))

/** Each beside its neighbours in the index. */
const inOrder = (rows: readonly TermTable[]): readonly TermTable[] => {
  const places = Map.groupBy(rows, ({ value }) => value)
  return [...places.keys()].toSorted().flatMap((value) => places.get(value) ?? [])
}

/** What records can be found by, as a unit of work has it. */
export const termsIn = unitPart((unit): Terms => {
  const [bearers, records] = [bearersIn(unit), recordsIn(unit)]
  const changes = new Map<string, Change>()
  /** Records that bear a term now, or did in this unit; words and sounds are for searches, which look into the database. */
  const touched = new Map<string, Map<string, Change['record']>>()
  const note = (record: RecordKey, { field, value }: Term): void => {
    if (field === 'word' || field === SOUND_FIELD) return
    const key = nameOf({ name: record.name, field, value })
    const ids = touched.get(key)
    if (ids === undefined) touched.set(key, new Map([[record.id, record]]))
    else ids.set(record.id, record)
  }
  return {
    wish: bearers.wish,
    find: async (key) => {
      const before = (await bearers.find(key))?.records ?? []
      for (const record of before) records.know(record)
      const more = touched.get(nameOf(key))
      if (before.length === 0 && more === undefined) return []
      const found: RecordTable[] = []
      for (const id of new Set([...before.map((record) => record.id), ...(more?.keys() ?? [])])) {
        const change = changes.get(`${key.name} ${id}`)
        const isBorne = change === undefined ? before.some((record) => record.id === id) : bearsNow(change, key)
        const record = isBorne ? await records.find({ name: key.name, id }) : null
        if (record !== null) found.push(record)
      }
      return found.toSorted((one, other) => one.cursor - other.cursor)
    },
    change: (record, before, after) => {
      const name = `${record.name} ${record.id}`
      const last = changes.get(name)
      changes.set(name, { record, before: last === undefined ? before : last.before, after })
      for (const term of after) note(record, term)
      unit.undoable(() => void (last === undefined ? changes.delete(name) : changes.set(name, last)))
    },
    readAhead: async () => undefined,
    dirty: () => changes.size > 0,
    flush: async () => {
      const all = [...changes.values()]
      changes.clear()
      touched.clear()
      await write(unit.below, all)
    },
  }
})

const bearsNow = ({ after }: Change, { field, value }: TermKey): boolean =>
  after.some((term) => term.field === field && term.value === value)

async function write(store: Store, changes: readonly Change[]): Promise<void> {
  const [first, again]: [TermTable[], TermTable[]] = [[], []]
  for (const { record, before, after } of changes) {
    if (before === null) first.push(...rowsOf(record, after))
    else again.push(...rowsOf(record, without(after, before)))
    for (const { field, value } of without(before ?? [], after)) {
      await deleteTerm(store, record.name, field, value, record.id)
    }
  }
  await runAll(store, [() => insertNewTerms(store, inOrder(first)), () => insertTerms(store, inOrder(again))])
}
