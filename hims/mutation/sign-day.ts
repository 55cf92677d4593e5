import type { DayStatement } from '../../domain/hospital/day-statement.ts'
import { findRecord, putRecord } from '../record/record-store.ts'
import { alreadyKept, applied, refused } from './outcome.ts'
import type { Applying, Keep, Outcome } from './outcome.ts'

/** Somebody answers for a desk's day. What was said is kept as it was said; only the desk itself says it. */
export async function signDay(applying: Applying, { row, incoming }: Keep<DayStatement>): Promise<Outcome> {
  const { store, terminal, at } = applying
  if (row.terminal !== terminal.id || row.facility !== terminal.facility) return refused('other-terminal')
  const before = await findRecord(store, 'day_statement', row.id)
  if (before !== null) return alreadyKept(before.row, row)
  await putRecord(store, incoming, at)
  return applied
}
