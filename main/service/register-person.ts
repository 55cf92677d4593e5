import type { z } from 'zod'

import type { desk, PersonHit } from '../../contract/desk.ts'
import { MutationId, PersonId } from '../../domain/id.ts'
import { ageOn } from '../../domain/person/person.ts'
import type { Person, PersonDraft } from '../../domain/person/person.ts'
import { isNearlyCertain, likeness, mostLikelyOne, worthALook } from '../../domain/search/likeness.ts'
import type { Write } from '../store/save.ts'
import { wordsOf } from '../store/person-index.ts'
import type { Bench } from './bench.ts'
import { nearSpelling } from './near-spelling.ts'
import { twinQuestions } from './person-question.ts'
import { oncePerPerson, toHit } from './person-search.ts'

type Answer = z.output<(typeof desk.channels)['person.register']['output']>

const MOST_CANDIDATES = 120
const MOST_LIKELY = 10

interface Scored {
  readonly hit: PersonHit
  readonly score: number
  /** Hardly anybody else than this person. */
  readonly certain: boolean
}

interface Told {
  readonly question: string
  readonly found: readonly Scored[]
}

const lastTold = new WeakMap<Bench, Told>()

/**
 * Who already here may be the person of this draft, alike from some score on; the best match first. The desk asks as its
 * form fills and saving asks once more: while nothing was written since, that is the same answer.
 */
export function likelyPeople(bench: Bench, draft: PersonDraft, from = worthALook): readonly Scored[] {
  const { sources: _how, evidence: _paper, ...asked } = draft
  const question = `${bench.store.state()} ${bench.today()} ${from} ${JSON.stringify(asked)}`
  const last = lastTold.get(bench)
  if (last?.question === question) return last.found
  const found = lookFor(bench, draft, from)
  lastTold.set(bench, { question, found })
  return found
}

function lookFor(bench: Bench, draft: PersonDraft, from: number): readonly Scored[] {
  const today = bench.today()
  const found = candidates(bench, draft)
    .map((person) => {
      const alike = likeness(draft, person, today)
      return { person, ...alike, certain: isNearlyCertain(draft, person, alike) }
    })
    .filter(({ score }) => score >= from)
    .toSorted((one, other) => other.score - one.score)
  return oncePerPerson(bench, found)
    .slice(0, MOST_LIKELY)
    .map((each) => ({ hit: toHit(bench, each, today), score: each.score, certain: each.certain }))
}

/** Names that agree in part make one person only of two who are about as old, or have one phone. */
function candidates({ store: { people }, today }: Bench, draft: PersonDraft): readonly Person[] {
  const found = new Map<string, Person>()
  const take = (some: readonly Person[]) => some.forEach((person) => found.set(person.id, person))
  if (draft.abha !== null) take(people.byAbha(draft.abha))
  if (draft.phone !== null) take(people.byPhone(draft.phone, 50))
  const near = nearSpelling(people)
  const age = ageOn(draft.birth, today())
  for (const name of [draft.name.latin, ...(draft.name.own === null ? [] : [draft.name.own.text])]) {
    const words = wordsOf(name)
    if (words.length === 0) continue
    for (const query of twinQuestions(words, age, today(), near)) {
      if (found.size >= MOST_CANDIDATES) break
      take(people.matching(query, MOST_CANDIDATES - found.size))
    }
  }
  return [...found.values()]
}

export function registerPerson(
  bench: Bench,
  { draft, distinctFrom }: { readonly draft: PersonDraft; readonly distinctFrom: readonly PersonId[] },
): Answer {
  const likely = likelyPeople(bench, draft).filter(({ score }) => score >= mostLikelyOne)
  const unseen = likely.filter(({ hit }) => !distinctFrom.includes(hit.person.id))
  if (unseen.length > 0) return { kind: 'look-first', likely: unseen.map(({ hit }) => hit) }
  const same = likely.filter(({ certain }) => certain)
  const by = same.length === 0 ? null : bench.supervisor()
  if (same.length > 0 && by === null) return { kind: 'ask-supervisor', likely: same.map(({ hit }) => hit) }
  const saved = bench.save((write) => {
    const person = writePerson(bench, write, draft)
    for (const { hit } of same) write.audit('person.set-apart', `${person.id} ${hit.person.id} ${by}`)
    return person
  })
  return saved.ok ? { kind: 'saved', person: saved.value } : { kind: 'not-saved', cause: saved.problem }
}

/** Writes somebody new into the commit that it is given. */
export function writePerson(bench: Bench, write: Write, draft: PersonDraft): Person {
  const person: Person = { ...draft, id: PersonId.parse(bench.newId()), registeredAt: write.at }
  write.put('person', person)
  write.tellHims(MutationId.parse(bench.newId()), { kind: 'person.registered', person }, person.name.latin)
  write.audit('person.registered', person.id)
  bench.store.places.use(person.address, write.at)
  return person
}
