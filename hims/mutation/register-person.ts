import type { Person } from '../../domain/person/person.ts'
import { proposeDuplicates } from '../merge/duplicate.ts'
import { joinFacility, registerAt } from '../record/member.ts'
import { findRecord, putRecord } from '../record/record-store.ts'
import { applied, refused } from './outcome.ts'
import type { Applying, Keep, Outcome } from './outcome.ts'

/** A person is registered once; the same person sent again changes nothing. */
export async function registerPerson(applying: Applying, { row, incoming }: Keep<Person>): Promise<Outcome> {
  const { store, terminal, at } = applying
  const known = await findRecord(store, 'person', row.id)
  if (known !== null) {
    // It may have been corrected since: another server heard of this first.
    if (known.row.registeredAt !== row.registeredAt) return refused('already-exists')
    await joinFacility(store, terminal.facility, row.id)
    return applied
  }
  await registerAt(store, terminal.facility, row.id)
  await putRecord(store, incoming, at)
  await proposeDuplicates(store, row, at)
  return applied
}
