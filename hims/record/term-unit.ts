import { runAll } from '../database/direct.ts'
import { rowsStatement } from '../database/rows-statement.ts'
import type { RecordTable, Store, TermTable } from '../database/schema.ts'
import { statement } from '../database/statement.ts'
import { unitTable } from '../database/unit-table.ts'
import { unitPart } from '../database/unit.ts'
import type { Part, Unit } from '../database/unit.ts'
import { recordsIn } from './record-unit.ts'

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

const insertTerms = rowsStatement<TermTable, unknown>({
  columns: ['name', 'field', 'value', 'id'],
  most: 512,
  fit: 'split',
  build: (store, rows) =>
    store
      .insertInto('term')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing()),
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
  readonly add: (term: TermTable) => void
  readonly remove: (term: TermTable) => void
}

/** Terms that a unit adds, or takes away, and who bears each that can be looked for inside one. */
interface TermMap {
  readonly all: Map<string, TermTable>
  readonly bearers: Map<string, Set<string>>
}

const termMap = (): TermMap => ({ all: new Map(), bearers: new Map() })

function note({ all, bearers }: TermMap, name: string, term: TermTable): void {
  all.set(name, term)
  // Words are for searches, which look into the database.
  if (term.field === 'word') return
  const key = nameOf(term)
  const ids = bearers.get(key)
  if (ids === undefined) bearers.set(key, new Set([term.id]))
  else ids.add(term.id)
}

function forget({ all, bearers }: TermMap, name: string, term: TermTable): boolean {
  if (!all.delete(name)) return false
  if (term.field !== 'word') bearers.get(nameOf(term))?.delete(term.id)
  return true
}

/** A term that comes back, or goes before it was written, needs no writing. */
function move(unit: Unit, term: TermTable, from: TermMap, to: TermMap): void {
  const name = `${nameOf(term)} ${term.id}`
  if (to.all.has(name)) return
  if (forget(from, name, term)) {
    unit.undoable(() => note(from, name, term))
    return
  }
  note(to, name, term)
  unit.undoable(() => void forget(to, name, term))
}

/** All of them; nothing is left. */
function taken({ all, bearers }: TermMap): readonly TermTable[] {
  const terms = [...all.values()]
  all.clear()
  bearers.clear()
  return terms
}

/** What records can be found by, as a unit of work has it. */
export const termsIn = unitPart((unit): Terms => {
  const [bearers, records] = [bearersIn(unit), recordsIn(unit)]
  const [added, removed] = [termMap(), termMap()]
  return {
    wish: bearers.wish,
    find: async (key) => {
      const before = (await bearers.find(key))?.records ?? []
      for (const record of before) records.know(record)
      const name = nameOf(key)
      const [more, fewer] = [added.bearers.get(name), removed.bearers.get(name)]
      if (before.length === 0 && more === undefined) return []
      const ids = new Set([...before.map(({ id }) => id), ...(more ?? [])])
      const found: RecordTable[] = []
      for (const id of ids) {
        const record = fewer?.has(id) === true ? null : await records.find({ name: key.name, id })
        if (record !== null) found.push(record)
      }
      return found.toSorted((one, other) => one.cursor - other.cursor)
    },
    add: (term) => move(unit, term, removed, added),
    remove: (term) => move(unit, term, added, removed),
    readAhead: async () => undefined,
    dirty: () => added.all.size + removed.all.size > 0,
    flush: async () => {
      const [more, fewer] = [taken(added), taken(removed)]
      for (const { name, field, value, id } of fewer) await deleteTerm(unit.below, name, field, value, id)
      await insertTerms(unit.below, more)
    },
  }
})
