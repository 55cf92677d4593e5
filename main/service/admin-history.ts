import type { Change, Saved } from '../../contract/admin.ts'
import { isDirectoryRow } from '../../domain/hospital/directory.ts'
import type { DirectoryRow } from '../../domain/hospital/directory.ts'
import type { DirectoryChange, DirectoryTable, FieldChange } from '../../domain/hospital/directory-change.ts'
import { fieldChanges, takenBack } from '../../domain/hospital/field-change.ts'
import type { MutationId, OperatorId } from '../../domain/id.ts'
import { unreachable } from '../../domain/result.ts'
import { MutationBody } from '../../domain/wire/sync.ts'
import type { OutboxRow } from '../store/outbox.ts'
import { directoryRow, idOf, rowHere, shownOf, titleOf } from './admin-here.ts'
import { saveSteps, stopped } from './admin-save.ts'
import type { Step } from './admin-save.ts'
import type { Bench } from './bench.ts'

const MOST = 100

interface Done {
  readonly table: DirectoryTable
  readonly row: string
  readonly isNew: boolean
  readonly fields: readonly FieldChange[]
}

/** An edit of this terminal that HIMS has not taken, row for row. */
export interface OwnEdit {
  readonly by: OperatorId | null
  readonly steps: readonly Step[]
}

/** Reads an entry of the outbox; null for one that is no edit of the directory. */
export function ownEdit(entry: OutboxRow): OwnEdit | null {
  const body = MutationBody.safeParse(JSON.parse(entry.body))
  if (!body.success || body.data.kind !== 'directory.changed') return null
  const steps = body.data.rows.flatMap(({ table, was, row }): Step[] => {
    const change = directoryRow(table, row)
    if (change === null) return []
    return [{ change, was: was === null ? null : directoryRow(table, was) }]
  })
  return { by: body.data.by ?? null, steps }
}

const doneIn = ({ steps }: OwnEdit): readonly Done[] =>
  steps.map(({ change, was }) => ({
    table: change.table,
    row: idOf(shownOf(change)),
    isNew: was === null,
    fields: fieldChanges(was?.row ?? null, change.row),
  }))

/** Who changed what, the newest first: what HIMS knows, and before it what is still on its way. */
export function history(bench: Bench, of: { readonly table: DirectoryTable; readonly row: string } | null): Change[] {
  const { directory } = bench.store
  const isMeant = ({ table, row }: Done): boolean => of === null || (table === of.table && row === of.row)
  const waiting = directory.edits('waiting').flatMap((entry) => {
    const edit = ownEdit(entry)
    return edit === null
      ? []
      : doneIn(edit).map((done, at) => ({ ...done, id: `${entry.mid}.${at}`, at: entry.at, by: edit.by }))
  })
  const known = of === null ? directory.lately(MOST) : directory.changes(of.table, of.row, MOST)
  return [
    ...waiting.filter(isMeant).map((change) => changeOf(bench, change, true)),
    ...known.map((change) => changeOf(bench, change, false)),
  ].slice(0, MOST)
}

function changeOf(
  bench: Bench,
  { id, table, row, at, by, isNew, fields }: Pick<DirectoryChange, 'id' | 'at' | 'by'> & Done,
  waiting: boolean,
): Change {
  const now = rowHere(bench, table, row)
  const name = now === null ? row : titleOf(bench, shownOf(now))
  const who = by === null ? null : (bench.store.shared.operator.get(by)?.name ?? by)
  return { id, table, row, name, at, by: who, isNew, fields: [...fields], waiting }
}

/** Puts rows back as they were before: a change of its own, which the history shows too. */
export function undo(bench: Bench, ids: readonly MutationId[]): Saved {
  const steps = ids.flatMap((id) => doneBy(bench, id)).map((done) => stepBack(bench, done))
  const known = steps.filter((step) => step !== null)
  return known.length < steps.length || known.length === 0 ? stopped('cannot-undo') : saveSteps(bench, known)
}

/** What one mutation did, as HIMS noted it or as it is on its way. */
function doneBy({ store }: Bench, id: MutationId): readonly Done[] {
  const entry = store.directory.edit(id)
  const edit = entry === null || entry.state === 'refused' ? null : ownEdit(entry)
  return edit === null ? store.directory.ofMutation(id) : doneIn(edit)
}

function stepBack(bench: Bench, { table, row: id, isNew, fields }: Done): Step | null {
  const was = rowHere(bench, table, id)
  if (was === null) return null
  const back = isNew ? retired(was, bench.today()) : directoryRow(table, takenBack(was.row, fields))
  return back === null || !isDirectoryRow(back) ? null : { change: back, was }
}

/** A row that nobody uses any more; it stays for what points to it. Null where there is no such thing. */
function retired(change: DirectoryRow, today: string): DirectoryRow | null {
  switch (change.table) {
    case 'department':
      return { ...change, row: { ...change.row, closed: today } }
    case 'operator':
      return { ...change, row: { ...change.row, left: today } }
    case 'room':
      return { ...change, row: { ...change.row, open: false } }
    case 'roster':
      return { ...change, row: { ...change.row, status: 'cancelled' } }
    case 'facility':
    case 'medicine':
    case 'reorder_level':
      return null
    default:
      return unreachable(change)
  }
}
