import type { VisitEvent } from '../../domain/hospital/visit-event.ts'
import { findRecord, isKept, putRecord } from '../record/record-store.ts'
import { alreadyKept, applied, refused, waits } from './outcome.ts'
import type { Applying, Keep, Outcome, Waits } from './outcome.ts'

/** Something happened to a visit. Events are facts: whatever order they come in, all are kept. */
export async function noteVisit(applying: Applying, { row, incoming }: Keep<VisitEvent>): Promise<Outcome | Waits> {
  const { store, terminal, at } = applying
  // A pharmacy calls people to its counter; where their visits stand is not its business.
  const isToCounter = row.kind === 'called' && row.counter !== undefined
  if ((terminal.role === 'pharmacy') !== isToCounter) return refused('role-may-not')
  if (row.terminal !== terminal.id) return refused('other-terminal')
  const before = await findRecord(store, 'visit_event', row.id)
  if (before !== null) return alreadyKept(before.row, row)
  if (!(await isKept(store, 'visit', row.visitId))) return waits('visit', row.visitId)
  await putRecord(store, incoming, at)
  return applied
}
