import type { PersonHit, Understood } from '../../contract/desk.ts'
import { readShortCode } from '../../domain/card/short-code.ts'
import { ageOn } from '../../domain/person/person.ts'
import type { Person } from '../../domain/person/person.ts'
import { foldWhole } from '../../domain/search/fold.ts'
import { ranking } from '../../domain/search/person-rank.ts'
import type { Ranked } from '../../domain/search/person-rank.ts'
import { wordsOf } from '../../domain/search/words-of.ts'
import type { Bench } from './bench.ts'
import { localDay } from './local-time.ts'
import { nearSpelling } from './near-spelling.ts'
import { questions, slipQuestion } from './person-question.ts'
import { understand } from './understand.ts'

export interface Found {
  readonly understood: Understood
  readonly hits: PersonHit[]
  readonly more: boolean
}

/** At most this many records are looked at, however many people there are. */
const MOST_CANDIDATES = 120
/** And where a parent's name tells namesakes apart, which no index knows. */
const MOST_NAMESAKES = 600
/** Enough to choose from: no looser question is asked. */
const ENOUGH = 20
/** Hardly anybody: names of which only one word is right are shown as well. */
const FEW = 5
/** Looked at beyond the newest ones, when the name speaks for them. */
const MOST_MORE = 60
const MOST_HITS = 20

/** What is searched, and on which day. */
type Place = Pick<Bench, 'store' | 'today'>

/** Finds people by whatever a clerk has: a name in any of four scripts, an age, a place, a phone, a card's code. */
export function searchPeople(bench: Place, text: string): Found {
  const today = bench.today()
  const understood = understand(text, bench.store.people, today)
  const ranked = oncePerPerson(
    bench,
    candidates(bench, understood, today)
      .map(ranking(understood, today))
      .toSorted((one, other) => other.score - one.score || newest(one, other)),
    MOST_HITS + 1,
  )
  const hits = ranked.slice(0, MOST_HITS).map((found) => toHit(bench, found, today))
  return { understood, hits, more: ranked.length > MOST_HITS }
}

/** Whoever has several records is found by any of them, and shown once, as the one that is kept. */
export function oncePerPerson<Each extends { readonly person: Person }>(
  { store }: Place,
  found: readonly Each[],
  most = found.length,
): readonly Each[] {
  const once = new Map<string, Each>()
  for (const each of found) {
    if (once.size >= most) break
    const person = store.people.kept(each.person)
    if (!once.has(person.id)) once.set(person.id, { ...each, person })
  }
  return [...once.values()]
}

export function toHit(bench: Place, { person, reasons }: Omit<Ranked, 'score'>, today: string): PersonHit {
  const visit = bench.store.people.visits(person.id, 1)[0]
  const lastVisit =
    visit === undefined ? null : { on: localDay(new Date(visit.openedAt)), department: visit.token.department }
  return { person, age: ageOn(person.birth, today), reasons: [...reasons], lastVisit }
}

/** A UUIDv7 begins with its time. */
const newest = (one: Ranked, other: Ranked): number => (one.person.id < other.person.id ? 1 : -1)

function candidates({ store: { people } }: Place, understood: Understood, today: string): readonly Person[] {
  const found = new Map<string, Person>()
  const take = (some: readonly Person[]) => some.forEach((person) => found.set(person.id, person))
  const most = understood.guardian.length > 0 ? MOST_NAMESAKES : MOST_CANDIDATES
  const ask = (queries: readonly string[]) => {
    for (const query of queries) if (found.size < ENOUGH) take(people.matching(query, most - found.size))
  }
  if (understood.shortCode !== null) {
    const digits = readShortCode(understood.shortCode)
    if (digits.ok) take(people.byCardPrefix(digits.value))
  }
  if (understood.abha !== null) take(people.byAbha(understood.abha))
  if (understood.phone !== null) take(people.byPhone(understood.phone, MOST_CANDIDATES))

  const near = nearSpelling(people)
  const asked = questions(understood, today, near)
  ask(asked.strict)
  // Of more than can be looked at, those with this name and no other must be there.
  if (found.size >= most) take(people.byWhole(foldWhole(understood.words.join(' ')), MOST_MORE))
  if (found.size >= ENOUGH) {
    // Many sound like a word that nobody writes so: it may as well be a slip of the finger.
    const slips = unwritten(understood.words, [...found.values()])
    const query = slips.length === 0 ? null : slipQuestion(understood, slips, near)
    if (query !== null) take(people.matching(query, MOST_MORE))
  } else ask(asked.loose())
  if (found.size < FEW) ask(asked.some())
  return [...found.values()]
}

/** The typed words that begin no word of these people's names. */
function unwritten(words: readonly string[], people: readonly Person[]): readonly string[] {
  if (words.length === 0) return []
  const written = new Set(people.flatMap(({ name }) => wordsOf(`${name.latin} ${name.own?.text ?? ''}`)))
  return words.filter((word) => ![...written].some((other) => other.startsWith(word)))
}
