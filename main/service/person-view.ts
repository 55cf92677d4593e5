import type { PersonView } from '../../contract/desk.ts'
import { shortCode } from '../../domain/card/short-code.ts'
import type { PersonId } from '../../domain/id.ts'
import { ageOn } from '../../domain/person/person.ts'
import { note } from './bench.ts'
import type { Bench } from './bench.ts'

const MOST_VISITS = 20

/** Opens a person's record, and notes who did. */
export function openPerson(bench: Bench, id: PersonId): PersonView | null {
  const { store } = bench
  const person = store.shared.person.get(id)
  if (person === null) return null
  note(bench, 'person.opened', id)
  return {
    person,
    age: ageOn(person.birth, bench.today()),
    cards: store.people.cards(id).map((card) => ({ ...card, shortCode: shortCode(card.cardId) })),
    visits: [...store.people.visits(id, MOST_VISITS)],
    phoneSharedWith: person.phone === null ? 0 : Math.max(0, store.people.phoneUsers(person.phone) - 1),
    waiting: store.outbox.isPending('person', id),
  }
}
