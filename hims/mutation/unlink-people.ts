import type { MutationBody } from '../../domain/wire/sync.ts'
import { pairId } from '../merge/named-id.ts'
import { putReview } from '../merge/person-review.ts'
import { findRecord, putRecord, wholeRow } from '../record/record-store.ts'
import { applied, waits } from './outcome.ts'
import type { Applying, Outcome, Waits } from './outcome.ts'

type Unlinked = Extract<MutationBody, { readonly kind: 'person.unlinked' }>

/** A link is taken back, and the two records are apart exactly as they were. */
export async function unlinkPeople(
  { store, at: now }: Applying,
  { linkId, at, by, reason }: Unlinked,
): Promise<Outcome | Waits> {
  const link = (await findRecord(store, 'person_link', linkId))?.row
  // The link itself may wait for one of the two; tried again whenever something comes.
  if (link === undefined) return waits('earlier', linkId)
  // Two desks may see the same mistake.
  if (link.undone !== null) return applied
  const undone = { at, by, reason }
  const whole = { ...(await wholeRow(store, 'person_link', linkId)), undone }
  await putRecord(store, { known: { table: 'person_link', row: { ...link, undone } }, whole }, now)
  // Remembered, so that the two are not proposed again.
  const id = pairId(link.kept, link.merged)
  const before = (await findRecord(store, 'review', id))?.row
  const made = { kind: 'duplicate', id, at: now, one: link.kept, other: link.merged, why: 'unlinked' } as const
  await putReview(store, { ...(before ?? made), decided: { at, by, choice: 'different' } }, now)
  return applied
}
