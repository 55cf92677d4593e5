import { OperatorId, TerminalId } from '../../domain/id.ts'
import type { PersonId } from '../../domain/id.ts'
import { sourceIn } from '../../domain/person/merge.ts'
import type { Meeting, OpenProposal, Proposal } from '../../domain/person/merge.ts'
import { groupOf, groupsOf, sameGroups } from '../../domain/person/person-group.ts'
import type { PersonChange } from '../../domain/person/person-change.ts'
import type { Person } from '../../domain/person/person.ts'
import type { Review } from '../../domain/person/review.ts'
import type { Store } from '../database/schema.ts'
import { unitOf } from '../database/unit.ts'
import { findByTerm, own, putRecord } from '../record/record-store.ts'
import { namedId } from './named-id.ts'

export type FieldReview = Extract<Review, { readonly kind: 'field' }>

/** HIMS's own name where a matter settled itself. */
export const itself = OperatorId.parse('hims')

/** What waits for a decision about a person's details. */
export async function openFieldReviews(store: Store, person: PersonId): Promise<readonly FieldReview[]> {
  const found = await findByTerm(store, 'review', { field: 'person', value: person })
  return found.flatMap(({ row }) => (row.kind === 'field' && row.decided === null ? [row] : []))
}

export const toProposals = (reviews: readonly FieldReview[]): readonly OpenProposal[] =>
  reviews.map(({ id, group, proposed }) => ({ reviewId: id, group, proposed }))

/** A hub leaves to HIMS what is to be decided: HIMS, which knows of all hospitals, may find nothing to decide. */
export async function putReview(store: Store, row: Review, at: string): Promise<void> {
  if (unitOf(store) === null && row.decided === null && (await isHub(store))) return
  await putRecord(store, own({ table: 'review', row }), at)
}

/** A hub works without units. */
const isHub = async (store: Store): Promise<boolean> =>
  (await store.selectFrom('hub_self').select('only').executeTakeFirst()) !== undefined

/** Brings the reviews of a person to what a meeting left: new ones, corrected ones, and those that ask nothing any more. */
export async function keepProposals(
  store: Store,
  open: readonly FieldReview[],
  { person, proposals, withdrawn }: Meeting,
  said: { readonly change: PersonChange; readonly terminal: string; readonly at: string },
): Promise<void> {
  const { at } = said
  for (const proposal of proposals) await putReview(store, reviewOf(open, proposal, said), at)
  for (const review of open) {
    if (proposals.some(({ amends }) => amends === review.id)) continue
    if (withdrawn.includes(review.id)) await putReview(store, settled(review, person, at), at)
    else await putReview(store, { ...review, stands: standsNow(review, person) }, at)
  }
}

/** What stands may have changed since the proposal was made. */
const standsNow = ({ group }: FieldReview, person: Person) => groupOf(groupsOf(person), group)

const settled = (review: FieldReview, person: Person, at: string): FieldReview => {
  const stands = standsNow(review, person)
  const choice = sameGroups(stands, review.proposed) ? 'proposed' : 'stands'
  return { ...review, stands, decided: { at, by: itself, choice } }
}

function reviewOf(
  open: readonly FieldReview[],
  { group, stands, proposed, amends }: Proposal,
  { change, terminal, at }: { readonly change: PersonChange; readonly terminal: string; readonly at: string },
): FieldReview {
  const before = open.find(({ id }) => id === amends)
  const made = {
    kind: 'field',
    id: namedId('field', change.personId, group, change.at),
    personId: change.personId,
    at,
    decided: null,
  } as const
  const { source } = change
  const known = sourceIn(change, group)
  return { ...(before ?? made), group, stands, proposed, from: TerminalId.parse(terminal), source, known }
}
