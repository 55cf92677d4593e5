import type { z } from 'zod'

import type { PersonHit } from '../../contract/desk.ts'
import type { ScanAnswer } from '../../contract/shell.ts'
import type { ForeignFacts, ForeignKind, ForeignRead } from '../../domain/foreign-code/foreign-identity.ts'
import { ageOn } from '../../domain/person/person.ts'
import type { Birth, Person, PersonDraft } from '../../domain/person/person.ts'
import { compareNames } from '../../domain/search/compare-names.ts'
import type { Reason } from '../../domain/search/reason.ts'
import { readForeignCode } from '../foreign/read-foreign-code.ts'
import { onePerPerson } from '../store/linked-query.ts'
import type { Bench } from './bench.ts'
import { likelyPeople } from './register-person.ts'

type Answer = Pick<z.infer<typeof ScanAnswer>, 'identity' | 'person'>

/** What somebody else's code means: at a desk the person it tells of, at other windows only its name. */
export function answerForeign(bench: Bench, text: string): Answer {
  const found = read(bench, text)
  if (found === null) return { identity: null, person: null }
  if (bench.store.device.read().role !== 'desk') {
    return { identity: { kind: 'noticed', of: kindOf(found) }, person: null }
  }
  if (found.kind === 'refused') return { identity: found, person: null }
  const { person, query } = personOf(bench, found.identity.facts)
  return { identity: { kind: 'read', identity: found.identity, query }, person }
}

/** Whose code a text is, for a place that uses nothing else of it; null for any other text. */
export function foreignKind(bench: Bench, text: string): ForeignKind | null {
  const found = read(bench, text)
  return found === null ? null : kindOf(found)
}

const read = ({ now, today, issuers }: Bench, text: string): ForeignRead | null =>
  readForeignCode(text, { now: now(), today: today(), issuers })

const kindOf = (found: ForeignRead): ForeignKind => (found.kind === 'read' ? found.identity.kind : found.of)

interface Looked {
  readonly person: Person | null
  /** What lists the likely ones in the search; null when there are none. */
  readonly query: string | null
}

/** The same name at the same age, although no phone and no relative speak for it: codes often say no more. */
const ALIKE = 0.53

const nobody: Looked = { person: null, query: null }

/** The one person who surely is meant, or a search for those who may be. */
function personOf(bench: Bench, facts: ForeignFacts): Looked {
  const { people } = bench.store
  if (facts.abha !== null) {
    const [first, ...more] = onePerPerson(people.byAbha(facts.abha), people)
    if (first !== undefined)
      return more.length === 0 ? { person: first, query: null } : { person: null, query: facts.abha }
  }
  const hits = likelyHits(bench, facts).filter(({ person }) => mayBe(facts, person))
  const sure = hits.filter((hit) => isSure(hit, facts.birth))
  if (sure.length === 1) return { person: sure[0]?.person ?? null, query: null }
  return hits.length > 0 ? { person: null, query: queryFor(bench, facts, hits) } : nobody
}

/** Without a birth only a shared phone speaks for somebody of a like name. */
function likelyHits(bench: Bench, facts: ForeignFacts): readonly PersonHit[] {
  const { birth, phone } = facts
  const name = { latin: facts.latin === '' ? (facts.own?.text ?? '') : facts.latin, own: facts.own }
  if (name.latin === '') return []
  if (birth !== null) return likelyPeople(bench, draftOf(facts, name, birth), ALIKE).map(({ hit }) => hit)
  const users = phone === null ? [] : onePerPerson(bench.store.people.byPhone(phone, 50), bench.store.people)
  return users
    .map((person) => ({ person, match: compareNames(name, person.name) }))
    .filter(({ match }) => match !== 'different')
    .map(({ person, match }) => ({
      person,
      age: ageOn(person.birth, bench.today()),
      reasons: [
        { field: 'name', match },
        { field: 'phone', match: 'same' },
      ],
      lastVisit: null,
    }))
}

const draftOf = (facts: ForeignFacts, name: PersonDraft['name'], birth: Birth): PersonDraft => ({
  name,
  birth,
  sex: facts.sex ?? 'unknown',
  phone: facts.phone,
  address: { house: facts.house, locality: facts.locality, district: facts.district, pin: facts.pin },
  guardian: facts.guardian,
  language: 'hi',
  abha: facts.abha,
  bloodGroup: null,
  evidence: null,
})

/** Whoever has another ABHA number is not opened for this one, however alike they are. */
const mayBe = ({ abha }: ForeignFacts, person: Person): boolean =>
  abha === null || (person.abha ?? null) === null || person.abha === abha

/** The same name, and with it the same phone at the same age, or the same day of birth. */
function isSure({ person, reasons }: PersonHit, birth: Birth | null): boolean {
  const match = (field: Reason['field']) => reasons.find((reason) => reason.field === field)?.match ?? null
  if (match('name') !== 'same' || match('sex') === 'different' || birth === null) return false
  const sameDay = birth.kind === 'date' && person.birth.kind === 'date' && birth.on === person.birth.on
  return sameDay || (match('phone') === 'same' && match('age') === 'same')
}

/** The phone, when it leads to them; otherwise the name and the age. */
function queryFor(bench: Bench, { phone, latin, own, birth }: ForeignFacts, hits: readonly PersonHit[]): string {
  if (phone !== null && hits.some(({ person }) => person.phone === phone)) return phone
  const age = birth === null ? '' : String(ageOn(birth, bench.today()))
  return `${latin === '' ? (own?.text ?? '') : latin} ${age}`.trim()
}
