import type { PersonHit, Understood } from '../../contract/desk.ts'
import { readShortCode } from '../../domain/card/short-code.ts'
import { ageOn } from '../../domain/person/person.ts'
import type { Person } from '../../domain/person/person.ts'
import { fold, foldStart } from '../../domain/search/fold.ts'
import { localDay } from './local-time.ts'
import { rank } from './person-rank.ts'
import type { Ranked } from './person-rank.ts'
import { understand } from './understand.ts'
import type { Bench } from './bench.ts'

export interface Found {
  readonly understood: Understood
  readonly hits: PersonHit[]
  readonly more: boolean
}

/** At most this many records are looked at, however many people there are. */
const MOST_CANDIDATES = 150
/** Enough to choose from: no looser question is asked. */
const ENOUGH = 20
const MOST_HITS = 20

/** Finds people by whatever a clerk has: a name in any of four scripts, an age, a place, a phone, a card's code. */
export function searchPeople(bench: Bench, text: string): Found {
  const understood = understand(text, bench.store.people)
  const today = bench.today()
  const ranked = candidates(bench, understood, today)
    .map((person) => rank(understood, person, today))
    .toSorted((one, other) => other.score - one.score || newest(one, other))
  const hits = ranked.slice(0, MOST_HITS).map((found) => toHit(bench, found, today))
  return { understood, hits, more: ranked.length > MOST_HITS }
}

export function toHit(bench: Bench, { person, reasons }: Omit<Ranked, 'score'>, today: string): PersonHit {
  const visit = bench.store.people.visits(person.id, 1)[0]
  const lastVisit =
    visit === undefined ? null : { on: localDay(new Date(visit.openedAt)), department: visit.token.department }
  return { person, age: ageOn(person.birth, today), reasons: [...reasons], lastVisit }
}

/** A UUIDv7 begins with its time. */
const newest = (one: Ranked, other: Ranked): number => (one.person.id < other.person.id ? 1 : -1)

function candidates({ store }: Bench, understood: Understood, today: string): readonly Person[] {
  const found = new Map<string, Person>()
  const take = (people: readonly Person[]) => people.forEach((person) => found.set(person.id, person))

  if (understood.shortCode !== null) {
    const digits = readShortCode(understood.shortCode)
    if (digits.ok) take(store.people.byCardPrefix(digits.value))
  }
  if (understood.phone !== null) take(store.people.byPhone(understood.phone, MOST_CANDIDATES))
  for (const query of questions(understood, today)) {
    if (found.size >= ENOUGH) break
    take(store.people.matching(query, MOST_CANDIDATES - found.size))
  }
  return [...found.values()]
}

/** FTS5 queries from the strictest to the loosest. */
export function questions({ words, place, age }: Understood, today: string): readonly string[] {
  const names = words.map((word) => `(${[`words : ${quoted(word)} *`, ...byFold(word, false)].join(' OR ')})`)
  const loose = words.map((word) => `(${[`{words place} : ${quoted(word)} *`, ...byFold(word, true)].join(' OR ')})`)
  const places = place === null ? [] : place.split(' ').map((word) => `place : ${quoted(word)}`)
  const born = age === null ? [] : [`born : (${yearsAround(age, today).join(' OR ')})`]
  if (names.length === 0) return places.length === 0 ? [] : [all(places, born), all(places)]
  const strict = [all(names, places, born), all(names, places), all(names, born), all(names)]
  const some = names.length === 1 ? [] : [all([`(${names.join(' OR ')})`], born)]
  return [...new Set([...strict, all(loose, born), all(loose), ...some])]
}

const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`

const all = (...clauses: readonly (readonly string[])[]): string => clauses.flat().join(' AND ')

/** By sound; loosely, by the sounds it begins with. */
function byFold(word: string, loosely: boolean): readonly string[] {
  const sound = loosely ? foldStart(word) : fold(word)
  if (sound === '') return []
  return [`folds : ${quoted(sound)}${loosely ? ' *' : ''}`]
}

/** People round their age: the years in which somebody of about this age was born. */
function yearsAround(age: number, today: string): readonly string[] {
  const year = Number(today.slice(0, 4)) - age
  const span = Math.max(2, Math.round(age / 15))
  return Array.from({ length: span * 2 + 1 }, (_, at) => quoted(String(year - span + at)))
}
