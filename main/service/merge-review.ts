import type { z } from 'zod'

import type { mergeChannels, ReviewView } from '../../contract/merge.ts'
import { MutationId } from '../../domain/id.ts'
import type { OperatorId, PersonId } from '../../domain/id.ts'
import { groupOf, groupsOf, groupsThatDiffer, withGroups } from '../../domain/person/person-group.ts'
import { Source } from '../../domain/person/person-change.ts'
import { ageOn } from '../../domain/person/person.ts'
import type { Review } from '../../domain/person/review.ts'
import type { Write } from '../store/save.ts'
import type { Bench } from './bench.ts'
import { sideOf } from './merge-compare.ts'
import { pairOf, supervisorOf, writeLink } from './merge-link.ts'
import { isSupervisor } from './session.ts'

type Decide = (typeof mergeChannels)['review.decide']
type Asked = z.output<Decide['input']>
type Decided = z.input<Decide['output']>
type Listed = z.output<(typeof mergeChannels)['review.list']['output']>

const MOST_SHOWN = 50

/** What nobody has decided yet, as far as its people are on this computer. */
export function openReviews(bench: Bench): Listed {
  const { store } = bench
  const reviews = store.reviews.open(MOST_SHOWN).flatMap((review) => viewOf(bench, review) ?? [])
  return { reviews, open: store.reviews.count(), supervisor: isSupervisor(bench) }
}

function viewOf(bench: Bench, review: Review): ReviewView | null {
  const { store } = bench
  const { id, at } = review
  if (review.kind === 'field') {
    const person = store.shared.person.get(review.personId)
    if (person === null) return null
    const { group, proposed, from } = review
    const source = Source.catch('clerk').parse(review.source)
    const here = store.device.read().terminal === from
    // What stands may be newer here than when the proposal was made.
    const stands = groupOf(groupsOf(person), group)
    const age = ageOn(person.birth, bench.today())
    return { kind: 'field', id, at, person, age, group, stands, proposed, source, from, here }
  }
  const [one, other] = [store.shared.person.get(review.one), store.shared.person.get(review.other)]
  if (one === null || other === null) return null
  const why = review.why === 'abha' || review.why === 'name-birth-phone' ? review.why : 'other'
  const differs = [...groupsThatDiffer(groupsOf(one), groupsOf(other))]
  return { kind: 'duplicate', id, at, one: sideOf(bench, one), other: sideOf(bench, other), differs, why }
}

/** Decides a matter, here at once and at HIMS when it can be reached. */
export function decideReview(bench: Bench, { reviewId, choice, kept }: Asked): Decided {
  const review = bench.store.shared.review.get(reviewId)
  const fits = review?.kind === 'field' ? ['stands', 'proposed'] : ['same', 'different']
  if (review === null || review.decided !== null || !fits.includes(choice)) return { kind: 'gone' }
  const by = supervisorOf(bench)
  if (by === null) return { kind: 'ask-supervisor' }
  const pair = review.kind === 'duplicate' && choice === 'same' ? pairFor(bench, review, kept) : null
  if (pair !== null && !pair.ok) return pair.problem
  const saved = bench.save((write) => {
    if (pair !== null) writeLink(bench, write, pair.value, by)
    writeDecision(bench, write, review, choice, by)
  })
  return saved.ok ? { kind: 'decided' } : { kind: 'not-saved', cause: saved.problem }
}

const pairFor = (bench: Bench, { one, other }: Extract<Review, { kind: 'duplicate' }>, kept: PersonId | null) =>
  pairOf(bench, kept === other ? { kept: other, merged: one } : { kept: one, merged: other })

function writeDecision(bench: Bench, write: Write, review: Review, choice: Asked['choice'], by: OperatorId): void {
  const { at } = write
  const person = review.kind === 'field' ? bench.store.shared.person.get(review.personId) : null
  if (review.kind === 'field' && person !== null && choice === 'proposed') {
    write.put('person', withGroups(person, review.proposed))
  }
  write.put('review', { ...review, decided: { at, by, choice } })
  const body = { kind: 'review.decided', reviewId: review.id, at, by, choice } as const
  write.tellHims(MutationId.parse(bench.newId()), body, person?.name.latin ?? '')
  write.audit(`review.${choice}`, review.id)
}
