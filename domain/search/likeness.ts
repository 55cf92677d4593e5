import type { Birth, Person, PersonDraft } from '../person/person.ts'
import { ageOn } from '../person/person.ts'
import { compareNames } from './compare-names.ts'
import { foldName } from './fold.ts'
import type { Reason } from './reason.ts'
import { similarity } from './similarity.ts'

export interface Likeness {
  /** 0 to 1. */
  readonly score: number
  /** One for each field that both sides know. */
  readonly reasons: readonly Reason[]
}

/** From here on the two are most likely one person; a clerk still decides. */
export const mostLikelyOne = 0.85

/** From here on a clerk should look at both before a new person is saved. */
export const worthALook = 0.6

/** Somebody so alike is the same person: only a supervisor says otherwise. */
export function isNearlyCertain(draft: PersonDraft, person: Person, { reasons }: Likeness): boolean {
  const match = (field: Reason['field']) => reasons.find((reason) => reason.field === field)?.match
  if (match('abha') === 'same') return true
  const bornAlike = draft.birth.kind === 'date' && person.birth.kind === 'date' && draft.birth.on === person.birth.on
  const isFamily = match('guardian') === 'same' || bornAlike
  return (
    match('name') === 'same' &&
    match('phone') === 'same' &&
    match('sex') !== 'different' &&
    match('age') !== 'different' &&
    isFamily
  )
}

const weights: Readonly<Record<Reason['field'], Readonly<Record<Reason['match'], number>>>> = {
  name: { same: 0.45, close: 0.3, different: 0 },
  phone: { same: 0.2, close: 0, different: -0.05 },
  guardian: { same: 0.2, close: 0.1, different: -0.2 },
  age: { same: 0.1, close: 0.04, different: -0.25 },
  place: { same: 0.08, close: 0.03, different: -0.02 },
  sex: { same: 0.02, close: 0, different: -0.3 },
  card: { same: 0, close: 0, different: 0 },
  abha: { same: 0.2, close: 0, different: -0.1 },
}

/** One number is one person, whatever else a clerk was told. */
const SAME_ABHA = 0.9

/** The most that a name allows: twins and families agree in all else. */
const ceilings: Readonly<Record<Reason['match'], number>> = { same: 1, close: 0.75, different: 0.5 }

/** How much a draft looks like somebody who is already here. */
export function likeness(draft: PersonDraft, person: Person, today: string): Likeness {
  const name = compareNames(draft.name, person.name)
  const reasons = [
    reason('name', name),
    reason('age', compareAges(draft.birth, person.birth, today)),
    reason('phone', compareNumbers(draft.phone, person.phone)),
    reason('guardian', compareGuardians(draft, person)),
    reason('place', comparePlaces(draft, person)),
    reason('sex', compareSexes(draft, person)),
    reason('abha', compareNumbers(draft.abha, person.abha)),
  ].flat()
  const sum = reasons.reduce((total, { field, match }) => total + weights[field][match], 0)
  const score = Math.round(Math.min(ceilings[name], Math.max(0, sum)) * 1000) / 1000
  const sameAbha = reasons.some(({ field, match }) => field === 'abha' && match === 'same')
  return { score: sameAbha ? Math.max(SAME_ABHA, score) : score, reasons }
}

type Match = Reason['match']

/** No reason at all where one side does not know. */
const reason = (field: Reason['field'], match: Match | null): readonly Reason[] =>
  match === null ? [] : [{ field, match }]

function compareAges(left: Birth, right: Birth, today: string): Match {
  const apart = Math.abs(ageOn(left, today) - ageOn(right, today))
  if (left.kind === 'date' && right.kind === 'date') {
    if (left.on === right.on) return 'same'
    // One digit wrong, or day and month the other way round.
    return apart <= 1 || left.on.slice(5) === right.on.slice(5) ? 'close' : 'different'
  }
  // An age that was told is often a round one.
  return apart <= 1 ? 'same' : apart <= Math.max(3, ageOn(left, today) * 0.1) ? 'close' : 'different'
}

/** Phones, and ABHA numbers of which a person may have got two. */
const compareNumbers = (left: string | null, right: string | null): Match | null =>
  // A record written before people had ABHA numbers holds none at all.
  (left ?? null) === null || (right ?? null) === null ? null : left === right ? 'same' : 'different'

function compareGuardians(draft: PersonDraft, person: Person): Match | null {
  if (draft.guardian === null || person.guardian === null) return null
  const match = compareNames({ latin: draft.guardian.name, own: null }, { latin: person.guardian.name, own: null })
  // A woman is written down as a daughter before she is written down as a wife.
  if (match === 'different' && draft.guardian.relation !== person.guardian.relation) return null
  return match
}

function comparePlaces({ address: left }: PersonDraft, { address: right }: Person): Match | null {
  if (left.locality === '' || right.locality === '') return null
  const [ours, theirs] = [foldName(left.locality).join(' '), foldName(right.locality).join(' ')]
  if (ours === theirs) return 'same'
  const near = (left.pin !== null && left.pin === right.pin) || similarity(ours, theirs) > 0.93
  return near || (left.district !== null && left.district === right.district) ? 'close' : 'different'
}

function compareSexes(draft: PersonDraft, person: Person): Match | null {
  if (draft.sex === 'unknown' || person.sex === 'unknown') return null
  return draft.sex === person.sex ? 'same' : 'different'
}
