import type { MergeSide, mergeChannels } from '../../contract/merge.ts'
import type { z } from 'zod'

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
  const [left, right] = [personHere(bench.store, one), personHere(bench.store, other)]
  if (left === null || right === null) return null
  note(bench, 'person.compared', `${left.id} ${right.id}`)
  return {
    one: sideOf(bench, left),
    other: sideOf(bench, right),
    differs: [...groupsThatDiffer(groupsOf(left), groupsOf(right))],
    alreadyOne: left.id === right.id,
    supervisor: isSupervisor(bench),
  }
}

/** A record with the number of its papers. */
export const sideOf = ({ store, today }: Bench, person: Person): MergeSide => ({
  person,
  age: ageOn(person.birth, today()),
  cards: store.people.cards(person.id).length,
  visits: store.people.visits(person.id, MOST).length,
  prescriptions: store.pharmacy.prescriptions(person.id, MOST).length,
  allergies: store.pharmacy.allergies(person.id).length,
})
