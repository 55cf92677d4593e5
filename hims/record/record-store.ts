import { ChangeRow } from '../../domain/wire/sync.ts'
import type { TableName } from '../../domain/wire/table.ts'
import { unreachable } from '../../domain/result.ts'
import type { RecordTable, Store } from '../database/schema.ts'
import { inUnit } from '../database/unit.ts'
import type { Unit } from '../database/unit.ts'
import { keepHome, noteFacility, wishMembership } from './member.ts'
import { markOf, subjectOf } from './person-of.ts'
import { changesIn, recordsIn } from './record-unit.ts'
import { rowId, rowSchema } from './row-schema.ts'
import type { RowOf } from './row-schema.ts'
import { termsIn } from './term-unit.ts'
import { termsOf } from './term.ts'
import type { Term } from './term.ts'
import { readKnown } from './tolerant.ts'

/** A row to keep: what this version knows of it, and the whole of it as it came. */
export interface Incoming {
  readonly known: ChangeRow
  readonly whole: unknown
  /** The hospital whose it is, where the row does not say so itself. */
  readonly hospital?: string
}

/** A row that HIMS itself wrote: nothing in it is unknown. */
export const own = (known: ChangeRow): Incoming => ({ known, whole: known.row })

/** The same of what only one hospital has to do with, such as its stock; undefined where it is none's. */
export const ownAt = (hospital: string | undefined, known: ChangeRow): Incoming =>
  hospital === undefined ? own(known) : { ...own(known), hospital }

export interface Found<Name extends TableName> {
  readonly row: RowOf<Name>
  readonly version: number
  readonly changedAt: string
  /** `RecordTable.person` */
  readonly person: string | null
}

export const findRecord = <Name extends TableName>(store: Store, name: Name, id: string): Promise<Found<Name> | null> =>
  inUnit(store, async (unit) => {
    const record = await recordsIn(unit).find({ name, id })
    return record === null ? null : foundOf(name, record)
  })

/** Whether there is such a row, without reading it. */
export const isKept = (store: Store, name: TableName, id: string): Promise<boolean> =>
  inUnit(store, async (unit) => (await recordsIn(unit).find({ name, id })) !== null)

/** A row that is there, with the fields that this version doesn't know. */
export const wholeRow = (store: Store, name: TableName, id: string): Promise<object> =>
  inUnit(store, async (unit) => {
    const record = await recordsIn(unit).find({ name, id })
    if (record === null) throw new Error('A row that must exist is missing')
    const whole: unknown = JSON.parse(record.row)
    return typeof whole === 'object' && whole !== null ? whole : {}
  })

/** Reads a stored record; null for one that only a newer version can read. */
export function foundOf<Name extends TableName>(name: Name, record: RecordTable): Found<Name> | null {
  const read = readKnown(rowSchema[name], JSON.parse(record.row))
  return read.ok
    ? { row: read.value, version: record.version, changedAt: record.changed_at, person: record.person }
    : null
}

/** The records of a table that carry a term, oldest change first; one of them may be left out unread. */
export const findByTerm = <Name extends TableName>(
  store: Store,
  name: Name,
  { field, value }: Term,
  except: string | null = null,
): Promise<readonly Found<Name>[]> =>
  inUnit(store, async (unit) => {
    const records = await termsIn(unit).find({ name, field, value })
    return records.flatMap((record) => (record.id === except ? [] : (foundOf(name, record) ?? [])))
  })

/** Keeps a row as the newest of its name, at the next cursor; a row that is as before stays where it was. */
export const putRecord = (store: Store, incoming: Incoming, at: string): Promise<'new' | 'changed' | 'same'> =>
  inUnit(store, (unit) => putIn(unit, incoming, at))

/** The same inside a unit of work. */
export async function putIn(
  unit: Unit,
  { known, whole, hospital }: Incoming,
  at: string,
): Promise<'new' | 'changed' | 'same'> {
  const [name, id, row] = [known.table, rowId(known), JSON.stringify(whole)]
  const before = await recordsIn(unit).find({ name, id })
  if (before?.row === row) return 'same'
  const version = (before?.version ?? 0) + 1
  const person = hospital === undefined ? await personOf(unit, known) : markOf(hospital)
  changesIn(unit).change({ name, id, version, changed_at: at, row, person }, before)
  termsIn(unit).change({ name, id }, before === null ? null : storedTerms(name, before.row), termsOf(known))
  if (before !== null) return 'changed'
  if (name === 'person') await keepHome(unit, id)
  if (name === 'facility') noteFacility(unit, id)
  return 'new'
}

/** Says that a row will be looked for, or put, with whatever that takes. */
export function wishRecord(unit: Unit, name: TableName, id: string): void {
  recordsIn(unit).wish({ name, id })
  if (name === 'person') wishMembership(unit, id)
}

async function personOf(unit: Unit, known: ChangeRow): Promise<string | null> {
  const subject = subjectOf(known)
  switch (subject.kind) {
    case 'person':
      return subject.id
    case 'prescription':
      return (await recordsIn(unit).find({ name: 'prescription', id: subject.id }))?.person ?? null
    case 'visit':
      return (await recordsIn(unit).find({ name: 'visit', id: subject.id }))?.person ?? null
    case 'hospital':
      return markOf(subject.code)
    case 'nobody':
      return null
    default:
      return unreachable(subject)
  }
}

/** What a stored row is found by; nothing for one that only a newer version can read. */
export function storedTerms(table: TableName, row: string): readonly Term[] {
  const read = readKnown(ChangeRow, { table, row: JSON.parse(row) })
  return read.ok ? termsOf(read.value) : []
}
