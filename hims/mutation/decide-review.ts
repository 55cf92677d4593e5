import type { OperatorId } from '../../domain/id.ts'
import { linkRefusal } from '../../domain/person/link-set.ts'
import { decide } from '../../domain/person/merge.ts'
import type { PersonLink } from '../../domain/person/person-link.ts'
import { groupOf, groupsOf } from '../../domain/person/person-group.ts'
import type { Review } from '../../domain/person/review.ts'
import { nextHlc } from '../../domain/time/hlc.ts'
import { unreachable } from '../../domain/result.ts'
import type { MutationBody } from '../../domain/wire/sync.ts'
import { namedId } from '../merge/named-id.ts'
import { linksAround } from '../merge/person-links.ts'
import { openFieldReviews, putReview, toProposals } from '../merge/person-review.ts'
import type { FieldReview } from '../merge/person-review.ts'
import { keepVersions, versionsOf } from '../merge/person-version.ts'
import { findRecord, own, putRecord } from '../record/record-store.ts'
import { putDetails } from './change-person.ts'
import { applied, refused } from './outcome.ts'
import type { Applying, Outcome } from './outcome.ts'

type Decided = Extract<MutationBody, { readonly kind: 'review.decided' }>

/** A person decided between two versions, or whether two records are one person. The first decision holds. */
export async function decideReview(applying: Applying, decided: Decided): Promise<Outcome> {
  const review = (await findRecord(applying.store, 'review', decided.reviewId))?.row
  if (review === undefined) return refused('unknown-review')
  if (review.decided !== null) return review.decided.choice === decided.choice ? applied : refused('already-decided')
  const { kind } = review
  switch (kind) {
    case 'field':
      return decideField(applying, review, decided)
    case 'duplicate':
      return decideDuplicate(applying, review, decided)
    default:
      return unreachable(kind)
  }
}

const close = ({ store, at: now }: Applying, review: Review, { at, by, choice }: Decided): Promise<unknown> =>
  putReview(store, { ...review, decided: { at, by, choice } }, now)

async function decideField(applying: Applying, review: FieldReview, decided: Decided): Promise<Outcome> {
  const { store, terminal, at } = applying
  const { choice } = decided
  if (choice !== 'stands' && choice !== 'proposed') return refused('wrong-choice')
  const found = await findRecord(store, 'person', review.personId)
  if (found === null) return refused('unknown-person')
  const open = await openFieldReviews(store, review.personId)
  const versions = await versionsOf(store, review.personId)
  const standing = { person: found.row, versions, open: toProposals(open), changedAt: Date.parse(found.changedAt) }
  // The same decision always bears the same name, and no two decisions within one millisecond do.
  const said = nextHlc(null, Date.parse(at), namedId('decision', review.id))
  const meeting = decide(standing, review, choice, { said, terminal: terminal.id })
  await keepVersions(store, review.personId, meeting.versions, at)
  await putDetails(store, found.row, meeting.person, at)
  await close(applying, review, decided)
  const stands = groupOf(groupsOf(meeting.person), review.group)
  for (const other of open) {
    if (other.id !== review.id && other.group === review.group) await putReview(store, { ...other, stands }, at)
  }
  return applied
}

async function decideDuplicate(
  applying: Applying,
  review: Extract<Review, { readonly kind: 'duplicate' }>,
  decided: Decided,
): Promise<Outcome> {
  const { choice, by, at } = decided
  if (choice !== 'same' && choice !== 'different') return refused('wrong-choice')
  if (choice === 'same') await join(applying, review, { by, at })
  await close(applying, review, decided)
  return applied
}

/** Links the two unless they are one already: whoever decides may have linked them first, keeping the other. */
async function join(
  { store, at: now }: Applying,
  { id, one, other }: Extract<Review, { readonly kind: 'duplicate' }>,
  { by, at }: { readonly by: OperatorId; readonly at: string },
): Promise<void> {
  const links = await linksAround(store, one, other)
  const refusal = linkRefusal(links, { kept: one, merged: other })
  if (refusal === 'already-one') return
  // Whoever is merged into somebody already keeps that link; then it is the other that joins them.
  const [kept, merged] = refusal === null ? [one, other] : [other, one]
  if (linkRefusal(links, { kept, merged }) !== null) return
  const row: PersonLink = { id: namedId('link', id), kept, merged, at, by, undone: null }
  await putRecord(store, own({ table: 'person_link', row }), now)
}
