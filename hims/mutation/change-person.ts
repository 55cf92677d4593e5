import type { PersonChange } from '../../domain/person/person-change.ts'
import { meet } from '../../domain/person/merge.ts'
import type { Meeting } from '../../domain/person/merge.ts'
import { changeBetween, groupsOf } from '../../domain/person/person-group.ts'
import type { Person } from '../../domain/person/person.ts'
import type { Store } from '../database/schema.ts'
import { proposeDuplicates } from '../merge/duplicate.ts'
import { keepProposals, openFieldReviews, toProposals } from '../merge/person-review.ts'
import { keepVersions, versionsOf } from '../merge/person-version.ts'
import { findRecord, putRecord, wholeRow } from '../record/record-store.ts'
import { applied, appliedAs, waits } from './outcome.ts'
import type { Applying, Outcome, Waits } from './outcome.ts'

/** Somebody's details are corrected: what nobody else touched is taken, the rest is merged or left to a person. */
export async function changePerson({ store, terminal, at }: Applying, change: PersonChange): Promise<Outcome | Waits> {
  const found = await findRecord(store, 'person', change.personId)
  if (found === null) return waits('person', change.personId)
  const versions = await versionsOf(store, change.personId)
  const reviews = await openFieldReviews(store, change.personId)
  const meeting = meet(
    { person: found.row, versions, open: toProposals(reviews), changedAt: Date.parse(found.changedAt) },
    change,
    { terminal: terminal.id, now: Date.parse(at) },
  )
  await keepVersions(store, change.personId, meeting.versions, at)
  await putDetails(store, found.row, meeting.person, at)
  await keepProposals(store, reviews, meeting, { change, terminal: terminal.id, at })
  await proposeDuplicates(store, meeting.person, at)
  return outcomeOf(meeting)
}

function outcomeOf({ versions }: Meeting): Outcome {
  if (versions.some(({ outcome }) => outcome === 'review')) return appliedAs('review')
  return versions.some(({ outcome }) => outcome === 'older') ? appliedAs('merged') : applied
}

/** Writes the groups that changed and leaves the rest of the row, unknown fields too, as it is. */
export async function putDetails(store: Store, before: Person, after: Person, at: string): Promise<void> {
  const change = changeBetween(groupsOf(before), groupsOf(after))
  if (change === null) return
  const { sources } = after
  const whole = { ...(await wholeRow(store, 'person', after.id)), ...change.set, sources }
  await putRecord(store, { known: { table: 'person', row: after }, whole }, at)
}
