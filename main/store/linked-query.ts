import type { PersonId } from '../../domain/id.ts'
import { linkSet } from '../../domain/person/link-set.ts'
import type { PersonLink } from '../../domain/person/person-link.ts'
import type { Person } from '../../domain/person/person.ts'
import type { Database } from './database.ts'
import type { PersonQuery } from './person-query.ts'
import type { PharmacyQuery } from './pharmacy-query.ts'
import { readRow } from './shared-table.ts'

/** Which records of this terminal are one person. */
export interface LinkedRecords {
  /** All records of whoever this is, the kept one first. */
  readonly records: (id: PersonId) => readonly PersonId[]
  /** The record that is kept of whoever this is, when it is here. */
  readonly kept: (person: Person) => Person
  /** The links that hold these records together. */
  readonly links: (id: PersonId) => readonly PersonLink[]
}

type Body = { readonly body: string }

export const linkSql = {
  around: 'SELECT body FROM person_link WHERE kept = ? UNION ALL SELECT body FROM person_link WHERE merged = ?',
  person: 'SELECT body FROM person WHERE id = ?',
} as const

/** More records than this are not one person but a mistake. */
const MOST = 50

export function linkedRecords(database: Database): LinkedRecords {
  const around = database.prepare<[string, string], Body>(linkSql.around)
  const person = database.prepare<[string], Body>(linkSql.person)
  const links = (id: PersonId): readonly PersonLink[] => {
    const asked = new Set([id])
    const found = new Map<string, PersonLink>()
    for (const each of asked) {
      if (asked.size > MOST) break
      for (const { body } of around.all(each, each)) {
        const link = readRow('person_link', body)
        if (link.undone !== null) continue
        found.set(link.id, link)
        asked.add(link.kept).add(link.merged)
      }
    }
    return [...found.values()]
  }
  const records = (id: PersonId): readonly PersonId[] => {
    const joined = links(id)
    return joined.length === 0 ? [id] : linkSet(joined).all(id)
  }
  return {
    links,
    records,
    kept(one) {
      const [first] = records(one.id)
      const row = first === undefined || first === one.id ? undefined : person.get(first)
      return row === undefined ? one : readRow('person', row.body)
    },
  }
}

/** Whoever asks for a person's cards or visits gets those of all records that are this person. */
export const personPapers = (query: Omit<PersonQuery, keyof LinkedRecords>, linked: LinkedRecords): PersonQuery => ({
  ...query,
  ...linked,
  cards: (id) => linked.records(id).flatMap((each) => query.cards(each)),
  visits: (id, limit) =>
    newestFirst(
      linked.records(id).map((each) => query.visits(each, limit)),
      ({ openedAt }) => openedAt,
    ).slice(0, limit),
})

/** The same at the pharmacy: an allergy of any of the records is an allergy of the person. */
export const pharmacyPapers = (query: PharmacyQuery, linked: LinkedRecords): PharmacyQuery => ({
  ...query,
  allergies: (id) => linked.records(id).flatMap((each) => query.allergies(each)),
  prescriptions: (id, limit) =>
    newestFirst(
      linked.records(id).map((each) => query.prescriptions(each, limit)),
      ({ writtenAt }) => writtenAt,
    ).slice(0, limit),
  openFor: (id, holder, epoch) => linked.records(id).reduce((sum, each) => sum + query.openFor(each, holder, epoch), 0),
  supplies: (id, limit) =>
    newestFirst(
      linked.records(id).map((each) => query.supplies(each, limit)),
      ({ at }) => at,
    ).slice(0, limit),
  waitingPeople: (holder, epoch, limit) => onePerPerson(query.waitingPeople(holder, epoch, limit), linked),
})

function newestFirst<Row>(lists: readonly (readonly Row[])[], at: (row: Row) => string): readonly Row[] {
  const [only = [], ...more] = lists
  if (more.length === 0) return only
  return lists.flat().toSorted((one, other) => (at(one) < at(other) ? 1 : -1))
}

/** Everybody once, as the kept record, in the place of the first. */
export function onePerPerson(people: readonly Person[], { kept }: Pick<LinkedRecords, 'kept'>): readonly Person[] {
  const found = new Map<string, Person>()
  for (const person of people.map(kept)) if (!found.has(person.id)) found.set(person.id, person)
  return [...found.values()]
}
