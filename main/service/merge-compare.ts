import type { MergeSide, mergeChannels } from '../../contract/merge.ts'
import type { z } from 'zod'

import type { PersonLink } from '../../domain/person/person-link.ts'
import type { PersonId } from '../../domain/id.ts'
import { groupsOf, groupsThatDiffer } from '../../domain/person/person-group.ts'
import { ageOn } from '../../domain/person/person.ts'
import type { Person } from '../../domain/person/person.ts'
import { note } from './bench.ts'
import type { Bench } from './bench.ts'
import { personHere } from './person-view.ts'
import { isSupervisor } from './session.ts'

type Compared = z.input<(typeof mergeChannels)['person.compare']['output']>

/** Papers are counted up to this many. */
const MOST = 999

/** Two records side by side, with what each of them has. */
export function comparePeople(bench: Bench, one: PersonId, other: PersonId): Compared {
  const { people, shared } = bench.store
  const alreadyOne = people.records(one).includes(other)
  const find = (id: PersonId) => (alreadyOne ? shared.person.get(id) : personHere(bench.store, id))
  const [left, right] = [find(one), find(other)]
  if (left === null || right === null) return null
  note(bench, 'person.compared', `${left.id} ${right.id}`)
  const side = alreadyOne ? ownSide : sideOf
  return {
    one: side(bench, left),
    other: side(bench, right),
    differs: [...groupsThatDiffer(groupsOf(left), groupsOf(right))],
    alreadyOne,
    link: people.links(one).find(joins(left.id, right.id)) ?? null,
    supervisor: isSupervisor(bench),
  }
}

const joins =
  (one: PersonId, other: PersonId) =>
  ({ kept, merged }: PersonLink): boolean =>
    (kept === one && merged === other) || (kept === other && merged === one)

/** One of the records of a person, with its own papers only. */
function ownSide({ store, today }: Bench, person: Person): MergeSide {
  const own = (papers: readonly { readonly personId: PersonId }[]) =>
    papers.filter(({ personId }) => personId === person.id).length
  return {
    person,
    age: ageOn(person.birth, today()),
    cards: own(store.people.cards(person.id)),
    visits: own(store.people.visits(person.id, MOST)),
    prescriptions: own(store.pharmacy.prescriptions(person.id, MOST)),
    allergies: own(store.pharmacy.allergies(person.id)),
  }
}

/** A person with the number of all their papers. */
export const sideOf = ({ store, today }: Bench, person: Person): MergeSide => ({
  person,
  age: ageOn(person.birth, today()),
  cards: store.people.cards(person.id).length,
  visits: store.people.visits(person.id, MOST).length,
  prescriptions: store.pharmacy.prescriptions(person.id, MOST).length,
  allergies: store.pharmacy.allergies(person.id).length,
})
