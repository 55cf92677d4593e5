import { isDeepStrictEqual } from 'node:util'

import type { Saved } from '../../contract/admin.ts'
import { isOpenOn } from '../../domain/hospital/directory.ts'
import type { DirectoryRow } from '../../domain/hospital/directory.ts'
import { MutationId } from '../../domain/id.ts'
import { idOf, putDirectoryRow, rowHere, shownOf, titleOf } from './admin-here.ts'
import type { Bench } from './bench.ts'

/** A row as it is to be, and as it was. */
export interface Step {
  readonly change: DirectoryRow
  readonly was: DirectoryRow | null
}

/** So many rows go to HIMS as one. */
const MOST = 200

export const stopped = (reason: Extract<Saved, { readonly kind: 'stopped' }>['reason']): Saved => ({
  kind: 'stopped',
  reason,
})

/** Who is at work here, if they may keep the directory. */
export function administrator({ store, session }: Pick<Bench, 'store' | 'session'>) {
  const now = session()
  if (now.kind === 'locked') return null
  const operator = store.shared.operator.get(now.operator)
  return operator?.roles.includes('administrator') === true ? operator.id : null
}

/** Rows, what HIMS is told of them and the audit's entry, all or nothing. */
export function saveSteps(bench: Bench, steps: readonly Step[]): Saved {
  const by = administrator(bench)
  const [first] = steps
  if (by === null) return stopped('not-allowed')
  if (first === undefined) return stopped('unknown')
  const meanwhile = steps.find((step) => !isAsSeen(bench, step))
  if (meanwhile !== undefined) return changedMeanwhile(bench, meanwhile)
  const ids: MutationId[] = []
  const saved = bench.save((write) => {
    for (let from = 0; from < steps.length; from += MOST) {
      const some = steps.slice(from, from + MOST)
      const id = MutationId.parse(bench.newId())
      for (const { change } of some) putDirectoryRow(bench, write, change)
      const rows = some.map(({ change, was }) => ({ ...change, was: was?.row ?? null }))
      const title = some.slice(0, 3).map(({ change }) => titleOf(bench, shownOf(change)))
      write.tellHims(id, { kind: 'directory.changed', rows, by }, title.join(', '))
      for (const { change } of some) write.audit('directory.changed', `${change.table}/${idOf(change)}`)
      ids.push(id)
    }
  })
  if (!saved.ok) return { kind: 'not-saved', cause: saved.problem }
  return { kind: 'saved', ids, rows: steps.length, row: idOf(first.change) }
}

const isAsSeen = (bench: Bench, { change, was }: Step): boolean =>
  isDeepStrictEqual(rowHere(bench, change.table, idOf(change))?.row ?? null, was?.row ?? null)

function changedMeanwhile(bench: Bench, { change }: Step): Saved {
  const now = rowHere(bench, change.table, idOf(change))
  return now === null ? stopped('unknown') : { kind: 'changed-meanwhile', now: shownOf(now) }
}

/** How many people wait in departments that these steps close. */
export function waitingWhereClosed({ store, today }: Bench, steps: readonly Step[]): number {
  const closes = ({ change, was }: Step): boolean =>
    change.table === 'department' &&
    was?.table === 'department' &&
    isOpenOn(was.row, today()) &&
    !isOpenOn(change.row, today())
  return steps
    .filter(closes)
    .flatMap(({ change }) => store.visits.ofDepartment(idOf(change), today()))
    .filter(({ stage }) => stage === 'waiting' || stage === 'called' || stage === 'absent').length
}
