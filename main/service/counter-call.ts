import type { PersonId } from '../../domain/id.ts'
import type { Write } from '../store/save.ts'
import type { Bench } from './bench.ts'
import { personHere } from './person-view.ts'
import { writeEvent } from './visit-note.ts'
import type { Speaker } from './visit-note.ts'

/**
 * Calls somebody to this counter by the number in their hand, for waiting rooms to show and say. Only of those whom a
 * doctor has seen: for whoever still waits for one, a terminal of before takes it for the doctor's call.
 */
export function callToCounter(
  { bench, write }: { readonly bench: Bench; readonly write: Write },
  personId: PersonId,
  speaker: Speaker,
): void {
  const { store, today } = bench
  const person = personHere(store, personId)
  const { label } = store.device.read()
  if (person === null || label === '') return
  const seen = store.people
    .records(person.id)
    .flatMap((record) => store.visits.ofPerson(record, today()))
    .filter(({ stage }) => stage === 'seen')
    .toSorted((one, other) => (one.visit.id < other.visit.id ? 1 : -1))[0]
  if (seen === undefined) return
  const { language } = person
  writeEvent({ bench, write }, seen, speaker, { kind: 'called', room: '', counter: label, language })
}
