import type { PersonView } from '../../contract/desk.ts'
import type { LinkedRecord } from '../../contract/merge.ts'
import { shortCode } from '../../domain/card/short-code.ts'
import type { PersonId } from '../../domain/id.ts'
import { ageOn } from '../../domain/person/person.ts'
import type { Person } from '../../domain/person/person.ts'
import { onePerPerson } from '../store/linked-query.ts'
import type { Store } from '../store/store.ts'
import { note } from './bench.ts'
import type { Bench } from './bench.ts'

const MOST_VISITS = 20
/** So many people of one phone are enough to say that it is shared. */
const MOST_USERS = 100

/** Whoever an id means, as the record that is kept of them; null for nobody. */
export function personHere({ shared, people }: Pick<Store, 'shared' | 'people'>, id: PersonId): Person | null {
  const person = shared.person.get(id)
  return person === null ? null : people.kept(person)
}

/** Opens a person's record, and notes who did. */
export function openPerson(bench: Bench, id: PersonId): PersonView | null {
  const { store } = bench
  const person = personHere(store, id)
  if (person === null) return null
  note(bench, 'person.opened', person.id)
  const cards = store.people.cards(person.id)
  const visits = store.people.visits(person.id, MOST_VISITS)
  return {
    person,
    age: ageOn(person.birth, bench.today()),
    cards: cards.map((card) => ({ ...card, shortCode: shortCode(card.cardId) })),
    visits: [...visits],
    phoneSharedWith: person.phone === null ? 0 : othersOn(store, person, person.phone),
    waiting:
      store.people.records(person.id).some((each) => store.outbox.isPending('person', each)) ||
      cards.some(({ cardId }) => store.outbox.isPending('card', cardId)) ||
      visits.some((visit) => store.outbox.isPending('visit', visit.id)),
    linked: linkedOf(store, person),
  }
}

/** Somebody's second record is nobody else. */
const othersOn = ({ people }: Store, { id }: Person, phone: string): number =>
  onePerPerson(people.byPhone(phone, MOST_USERS), people).filter((other) => other.id !== id).length

const linkedOf = ({ people, shared }: Store, { id }: Person): LinkedRecord[] =>
  people.links(id).map((link) => ({ link, person: shared.person.get(link.merged) }))
