import { linkRefusal } from '../../domain/person/link-set.ts'
import type { PersonLink } from '../../domain/person/person-link.ts'
import { pairId } from '../merge/named-id.ts'
import { linksAround } from '../merge/person-links.ts'
import { putReview } from '../merge/person-review.ts'
import { findRecord, putRecord } from '../record/record-store.ts'
import { applied, refused, waits } from './outcome.ts'
import type { Applying, Keep, Outcome, Waits } from './outcome.ts'

/** Two records are one person. Neither record changes. */
export async function linkPeople(
  { store, at }: Applying,
  { row, incoming }: Keep<PersonLink>,
): Promise<Outcome | Waits> {
  const known = await findRecord(store, 'person_link', row.id)
  if (known !== null)
    return known.row.kept === row.kept && known.row.merged === row.merged ? applied : refused('already-exists')
  for (const id of [row.kept, row.merged]) {
    if ((await findRecord(store, 'person', id)) === null) return waits('person', id)
  }
  const refusal = linkRefusal(await linksAround(store, row.kept, row.merged), row)
  if (refusal !== null) return refused(refusal)
  await putRecord(store, incoming, at)
  const review = await findRecord(store, 'review', pairId(row.kept, row.merged))
  if (review !== null && review.row.decided === null) {
    await putReview(store, { ...review.row, decided: { at: row.at, by: row.by, choice: 'same' } }, at)
  }
  return applied
}
