import type { Understood } from '../../contract/desk.ts'
import { ageOn } from '../../domain/person/person.ts'
import type { Person } from '../../domain/person/person.ts'
import { nameLikeness } from '../../domain/search/name-likeness.ts'
import type { Reason } from '../../domain/search/reason.ts'
import { typedWord } from '../../domain/search/word-likeness.ts'
import type { TypedWord } from '../../domain/search/word-likeness.ts'
import { wordsOf } from '../store/person-index.ts'

export interface Ranked {
  readonly person: Person
  readonly score: number
  readonly reasons: readonly Reason[]
}

type Match = Reason['match']

/** How much each kind of match counts. */
const weight = { name: 6, age: 2, place: 1, phone: 4, card: 8, abha: 8 } as const
/** A name that is only rather like the typed one must not win by its age. */
const SHARPNESS = 4
const worth: Readonly<Record<Match, number>> = { same: 1, close: 0.6, different: 0 }

/** Compares what was typed with one person after another; what was not typed counts neither way. */
export function ranking(understood: Understood, today: string): (person: Person) => Ranked {
  const typed = understood.words.map(typedWord)
  return (person) => {
    const name = typed.length === 0 ? null : nameMatch(typed, person)
    const age = understood.age === null ? null : ageMatch(understood.age, ageOn(person.birth, today))
    const place = understood.place === null ? null : placeMatch(understood.place, person)
    const phone = understood.phone === null ? null : samePhone(understood.phone, person)
    const reasons: Reason[] = []
    if (understood.shortCode !== null) reasons.push({ field: 'card', match: 'same' })
    const abha = understood.abha === null ? null : sameAbha(understood.abha, person)
    if (abha !== null) reasons.push({ field: 'abha', match: abha })
    if (phone !== null) reasons.push({ field: 'phone', match: phone })
    if (name !== null) reasons.push({ field: 'name', match: name.match })
    if (age !== null) reasons.push({ field: 'age', match: age })
    if (place !== null) reasons.push({ field: 'place', match: place })
    const score =
      (understood.shortCode === null ? 0 : weight.card) +
      (abha === null ? 0 : weight.abha * worth[abha]) +
      (phone === null ? 0 : weight.phone * worth[phone]) +
      (name === null ? 0 : weight.name * name.fit ** SHARPNESS) +
      (understood.age === null ? 0 : weight.age * ageWorth(understood.age, ageOn(person.birth, today))) +
      (place === null ? 0 : weight.place * worth[place])
    return { person, score, reasons }
  }
}

const sameAbha = (abha: string, person: Person): Match => (person.abha === abha ? 'same' : 'different')

const samePhone = (phone: string, person: Person): Match => (person.phone === phone ? 'same' : 'different')

function nameMatch(typed: readonly TypedWord[], { name }: Person): { match: Match; fit: number } {
  const own = name.own === null ? [] : wordsOf(name.own.text)
  const { likeness, fit } = nameLikeness(typed, wordsOf(name.latin), own)
  return { fit, match: likeness >= 0.95 ? 'same' : likeness >= 0.7 ? 'close' : 'different' }
}

function ageMatch(told: number, age: number): Match {
  const apart = Math.abs(told - age)
  return apart <= 1 ? 'same' : apart <= Math.max(3, age / 10) ? 'close' : 'different'
}

/** Among namesakes whoever is exactly as old comes first. */
const ageWorth = (told: number, age: number): number => worth[ageMatch(told, age)] - (told === age ? 0 : 0.05)

function placeMatch(place: string, { address }: Person): Match {
  const here = wordsOf(`${address.locality} ${address.district ?? ''}`)
  return place.split(' ').every((word) => here.some((other) => other.startsWith(word))) ? 'same' : 'different'
}
