import { PersonId, uuidV7 } from '../../../domain/id.ts'
import type { Birth, Person, PersonDraft } from '../../../domain/person/person.ts'
import { ageOn } from '../../../domain/person/person.ts'
import { someAbha, someBloodGroup } from './abha.ts'
import { dayAfter, daysBetween, momentIn } from './calendar.ts'
import type { Random } from './random.ts'
import { randomFrom } from './random.ts'

/** A day of the last three years, after the person was born, on which a counter first wrote them down. */
export function firstDay(random: Random, born: string, today: string): string {
  const longest = Math.min(1095, Math.max(1, daysBetween(born, today)))
  return dayAfter(today, -random.between(1, longest))
}

/** The day if they know it, or their age as they told it on that day. */
export const birthTold = (born: string, known: boolean, day: string): Birth =>
  known ? { kind: 'date', on: born } : { kind: 'age', years: ageOn({ kind: 'date', on: born }, day), asOf: day }

/** Gives a draft its id and the minute, within counter hours in Delhi, at which it was saved. */
export function register(random: Random, draft: PersonDraft, day: string): Person {
  const moment = momentIn(day, random.between(480, 839)) + random.between(0, 59_999)
  const id = PersonId.parse(uuidV7(moment, random.bytes(10)))
  // A stream of the person's own: what it gives changes nothing for those who come after.
  const own = randomFrom(id)
  return {
    ...draft,
    abha: someAbha(own),
    bloodGroup: someBloodGroup(own),
    id,
    registeredAt: new Date(moment).toISOString(),
  }
}
