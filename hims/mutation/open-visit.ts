import type { Visit } from '../../domain/hospital/token.ts'
import { mayUseLease } from '../lease/leased-by.ts'
import { findRecord, putRecord } from '../record/record-store.ts'
import { applied, refused } from './outcome.ts'
import type { Applying, Keep, Outcome } from './outcome.ts'
import { takeToken } from './take-token.ts'

/** A person takes a place in a queue, with a number out of a block that this terminal leased. */
export async function openVisit(applying: Applying, { row, incoming }: Keep<Visit>): Promise<Outcome> {
  const { store, terminal, at } = applying
  if (row.terminal !== terminal.id) return refused('other-terminal')
  if ((await findRecord(store, 'visit', row.id)) !== null) return refused('already-exists')
  if ((await findRecord(store, 'person', row.personId)) === null) return refused('unknown-person')
  const { department, day, prefix, number } = row.token
  const block = await store
    .selectFrom('token_block')
    .select('terminal')
    .where('department', '=', department)
    .where('day', '=', day)
    .where('prefix', '=', prefix)
    .where('low', '<=', number)
    .where('high', '>=', number)
    .executeTakeFirst()
  if (!(await mayUseLease(store, block?.terminal, terminal))) return refused('token-not-leased')
  if (!(await takeToken(store, row))) return refused('token-taken')
  await putRecord(store, incoming, at)
  return applied
}
