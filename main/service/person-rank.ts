import type { Understood } from '../../contract/desk.ts'
import { ageOn } from '../../domain/person/person.ts'
import type { Person } from '../../domain/person/person.ts'
import type { Reason } from '../../domain/search/reason.ts'
import { fold } from '../../domain/search/fold.ts'
import { similarity } from '../../domain/search/similarity.ts'
import { wordsOf } from '../store/person-index.ts'

export interface Ranked {
  readonly person: Person
  readonly score: number
  readonly reasons: readonly Reason[]
}

type Match = Reason['match']

/** How much each kind of match counts. */
const weight = { name: 6, age: 2, place: 1, phone: 4, card: 8 } as const
/** A name that is only rather like the typed one must not win by its age. */
const SHARPNESS = 4
const worth: Readonly<Record<Match, number>> = { same: 1, close: 0.6, different: 0 }

/** Compares what was typed with a person; what was not typed counts neither way. */
export function rank(understood: Understood, person: Person, today: string): Ranked {
  const name = nameMatch(understood.words, person)
  const age = understood.age === null ? null : ageMatch(understood.age, ageOn(person.birth, today))
  const place = understood.place === null ? null : placeMatch(understood.place, person)
  const reasons: Reason[] = []
  if (understood.shortCode !== null) reasons.push({ field: 'card', match: 'same' })
  if (understood.phone !== null) reasons.push({ field: 'phone', match: samePhone(understood.phone, person) })
  if (name !== null) reasons.push({ field: 'name', match: name.match })
  if (age !== null) reasons.push({ field: 'age', match: age })
  if (place !== null) reasons.push({ field: 'place', match: place })
  const score =
    (understood.shortCode === null ? 0 : weight.card) +
    (understood.phone === null ? 0 : weight.phone * worth[samePhone(understood.phone, person)]) +
    (name === null ? 0 : weight.name * name.likeness ** SHARPNESS) +
    (age === null ? 0 : weight.age * worth[age]) +
    (place === null ? 0 : weight.place * worth[place])
  return { person, score, reasons }
}

const samePhone = (phone: string, person: Person): Match => (person.phone === phone ? 'same' : 'different')

function nameMatch(words: readonly string[], { name }: Person): { match: Match; likeness: number } | null {
  if (words.length === 0) return null
  const own = wordsOf(name.own === null ? name.latin : `${name.latin} ${name.own.text}`)
  const sounds = own.map(fold)
  const best = words.map((word) => {
    const sound = fold(word)
    return Math.max(0, ...own.map((other, at) => wordLikeness(word, other, sound, sounds[at] ?? '')))
  })
  const likeness = best.reduce((sum, value) => sum + value, 0) / words.length
  return { likeness, match: likeness >= 0.95 ? 'same' : likeness >= 0.7 ? 'close' : 'different' }
}

/** The beginning of a word counts nearly as the word: a clerk stops typing when the person shows. */
function wordLikeness(typed: string, word: string, typedSound: string, sound: string): number {
  if (typed === word) return 1
  const begun = typed.length >= 2 && word.startsWith(typed) ? 0.9 + (0.07 * typed.length) / word.length : 0
  // Across scripts only the sounds can be compared.
  const heard = typedSound === '' ? 0 : similarity(typedSound, sound) * (typedSound === sound ? 0.96 : 0.9)
  return Math.max(begun, similarity(typed, word) * 0.98, heard)
}

function ageMatch(told: number, age: number): Match {
  const apart = Math.abs(told - age)
  return apart <= 1 ? 'same' : apart <= Math.max(3, age / 10) ? 'close' : 'different'
}

function placeMatch(place: string, { address }: Person): Match {
  const here = wordsOf(`${address.locality} ${address.district ?? ''}`)
  return place.split(' ').every((word) => here.some((other) => other.startsWith(word))) ? 'same' : 'different'
}
