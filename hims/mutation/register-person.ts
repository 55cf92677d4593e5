import type { Person } from '../../domain/person/person.ts'
import { findRecord, putRecord } from '../record/record-store.ts'
import { applied, refused } from './outcome.ts'
import type { Applying, Keep, Outcome } from './outcome.ts'

/** A person is registered once; the same person sent again changes nothing. */
export async function registerPerson({ store, at }: Applying, { row, incoming }: Keep<Person>): Promise<Outcome> {
  const known = await findRecord(store, 'person', row.id)
  if (known !== null) return JSON.stringify(known.row) === JSON.stringify(row) ? applied : refused('already-exists')
  await putRecord(store, incoming, at)
  return applied
}
