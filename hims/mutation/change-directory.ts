import { isDeepStrictEqual } from 'node:util'

import { isDirectoryRow, ownerOf, worksOn } from '../../domain/hospital/directory.ts'
import type { DirectoryRow } from '../../domain/hospital/directory.ts'
import { fieldChanges } from '../../domain/hospital/field-change.ts'
import { TerminalId } from '../../domain/id.ts'
import type { MutationId, OperatorId } from '../../domain/id.ts'
import { ChangeRow } from '../../domain/wire/sync.ts'
import type { Store } from '../database/schema.ts'
import { statement } from '../database/statement.ts'
import { findRecord, isKept, own, putRecord } from '../record/record-store.ts'
import type { Incoming } from '../record/record-store.ts'
import { rowId } from '../record/row-schema.ts'
import { readKnown } from '../record/tolerant.ts'
import { levelId, medicineOfLevel } from '../../domain/pharmacy/stock-reorder.ts'
import { askForMore } from '../stock/ask-for-more.ts'
import { dayInDelhi } from '../world.ts'
import { applied, refused } from './outcome.ts'
import type { Applying, Outcome, Refusal } from './outcome.ts'

type Row = Readonly<Record<string, unknown>> & { readonly was: object | null }

interface Said {
  readonly id: MutationId
  readonly rows: readonly Row[]
  readonly by?: OperatorId | undefined
}

/** One row as it is to be, and as it was. */
interface Step {
  readonly incoming: Incoming & { readonly known: DirectoryRow }
  readonly before: object | null
}

/**
 * What an administrator changed in the hospital's directory, all of it or nothing. Each row says what it was made
 * from: whoever changed the same row in between is not overwritten. Versions would not do, since a hub counts its own.
 */
export async function changeDirectory(applying: Applying, { id, rows, by }: Said): Promise<Outcome> {
  const { store, at } = applying
  if (!(await mayBy(applying, by))) return refused('role-may-not')
  const steps: Step[] = []
  for (const row of rows) {
    const step = await readStep(applying, row)
    if (typeof step === 'string') return refused(step)
    steps.push(step)
  }
  for (const { incoming } of steps) await putRecord(store, incoming, at)
  for (const [place, step] of steps.entries()) await noteChange(applying, `${id}.${place}`, step, by ?? null)
  for (const { incoming } of steps) {
    if (incoming.known.table === 'reorder_level')
      await askForMore(
        store,
        { medicine: medicineOfLevel(incoming.known.row), hospital: applying.terminal.facility },
        at,
      )
  }
  return applied
}

/** At an administrator's terminal only somebody who is an administrator today; a pharmacy answers for itself. */
async function mayBy({ store, terminal, at }: Applying, by: OperatorId | undefined): Promise<boolean> {
  if (terminal.role !== 'admin') return true
  const operator = by === undefined ? null : ((await findRecord(store, 'operator', by))?.row ?? null)
  if (operator === null || !operator.roles.includes('administrator')) return false
  return worksOn(operator, dayInDelhi(Date.parse(at)))
}

async function readStep(applying: Applying, { was, ...whole }: Row): Promise<Step | Refusal> {
  const { store, terminal } = applying
  const read = readKnown(ChangeRow, whole)
  if (!read.ok || !isDirectoryRow(read.value)) return 'not-of-a-directory'
  const known = read.value
  // A pharmacy says when to ask for more of a medicine; everything else is for an administrator.
  if (terminal.role === 'pharmacy' && known.table !== 'reorder_level') return 'not-of-a-directory'
  const found = (await findRecord(store, known.table, rowId(known)))?.row ?? null
  const before = found === null ? null : readKnown(ChangeRow, { table: known.table, row: found })
  const isOurs =
    (await belongsHere(applying, known)) &&
    (before === null || (before.ok && isDirectoryRow(before.value) && (await belongsHere(applying, before.value))))
  if (!isOurs || !leavesOthers(terminal.facility, known, found) || (await isNamedForOthers(store, known))) {
    return 'other-hospital'
  }
  const isAsSeen = isDeepStrictEqual(found, was === null ? null : knownOf(known.table, was))
  if (!isAsSeen && !isDeepStrictEqual(found, known.row)) return 'changed-meanwhile'
  return { incoming: { known, whole: whole['row'] }, before: found }
}

const firstFacility = statement((store) =>
  store.selectFrom('record').select('id').where('name', '=', 'facility').orderBy('id').limit(1),
)

/** A hospital's directory is its own; what all share, such as the formulary, each may change. */
async function belongsHere({ store, terminal }: Applying, row: DirectoryRow): Promise<boolean> {
  if (row.table === 'reorder_level' && row.row.facility !== undefined) {
    return row.row.facility === terminal.facility && row.row.id === levelId(medicineOfLevel(row.row), terminal.facility)
  }
  const first = (await firstFacility(store))[0]?.id ?? terminal.facility
  const owner = ownerOf(row, first)
  return owner === null || owner === terminal.facility
}

/** A level of all hospitals bears a medicine's name; what bears another would be taken for that of one hospital. */
const isNamedForOthers = async (store: Store, { table, row }: DirectoryRow): Promise<boolean> =>
  table === 'reorder_level' && row.facility === undefined && !(await isKept(store, 'medicine', row.id))

/** Of the shared formulary a hospital says only for itself what it gives. */
function leavesOthers(here: string, known: DirectoryRow, before: object | null): boolean {
  if (known.table !== 'medicine') return true
  const others = (row: object | null): ReadonlySet<unknown> => {
    const listed: unknown = row === null ? undefined : Reflect.get(row, 'notAt')
    return new Set(Array.isArray(listed) ? listed.filter((code) => code !== here) : [])
  }
  return isDeepStrictEqual(others(known.row), others(before))
}

/** What this version reads of a row that somebody saw; anything else is no row. */
function knownOf(table: ChangeRow['table'], seen: object): unknown {
  const read = readKnown(ChangeRow, { table, row: seen })
  return read.ok ? read.value.row : undefined
}

/** Who, when and what, kept beside the row for good; what changed nothing leaves no word. */
async function noteChange(
  { store, terminal, at }: Applying,
  id: string,
  { incoming: { known }, before }: Step,
  by: OperatorId | null,
): Promise<void> {
  const fields = [...fieldChanges(before, known.row)]
  if (fields.length === 0) return
  const row = {
    id,
    table: known.table,
    row: rowId(known),
    at,
    by,
    terminal: TerminalId.parse(terminal.id),
    facility: terminal.facility,
    isNew: before === null,
    fields,
  }
  await putRecord(store, own({ table: 'directory_change', row }), at)
}
