import type { PrintJob, ScanAnswer } from '../../contract/shell.ts'
import type { PersonId } from '../../domain/id.ts'
import type { Language } from '../../domain/language.ts'
import type { Person } from '../../domain/person/person.ts'
import { unreachable } from '../../domain/result.ts'
import type { Issue } from './issue.ts'
import { followed } from '../ui/job/job-trail.ts'
import type { Trails } from '../ui/job/job-trail.ts'
import { correctionOf } from './correct/correct-text.ts'
import type { Correction, CorrectText } from './correct/correct-text.ts'
import type { Pair } from './merge/pair.ts'
import { formFromCode, nextForm, noCodes, readIntoForm, withoutCode } from './new-person/code-desk.ts'
import type { CodeDesk } from './new-person/code-desk.ts'
import { draftFromCard, draftFromSearch } from './new-person/draft.ts'
import type { DraftText } from './new-person/draft.ts'

export type Place =
  | 'find'
  | 'new'
  | 'unknown'
  | 'baby'
  | 'cards'
  | 'schemes'
  | 'correct'
  | 'compare'
  | 'issued'
  | 'printing'
  | 'waiting'
  | 'day'
  | 'decide'
  | 'scanners'
  | 'help'

/** Everything a desk has under way; it outlives a locked page. */
export interface DeskState {
  readonly place: Place
  readonly query: string
  /** The person a scan or a choice opened, ahead of any list. */
  readonly opened: PersonId | null
  readonly scanned: ScanAnswer | null
  readonly camera: boolean
  readonly draft: DraftText | null
  readonly fills: CodeDesk['fills']
  readonly pending: CodeDesk['pending']
  readonly aside: CodeDesk['aside']
  /** Whose cards are looked at. */
  readonly cardsOf: Person | null
  /** Whose schemes are looked at. */
  readonly schemesOf: Person | null
  /** Whose newborn is registered. */
  readonly motherOf: Person | null
  /** Whose details are being corrected. */
  readonly correction: Correction | null
  /** The record that another one is looked for to, because both may be one person. */
  readonly twinOf: Person | null
  readonly pair: Pair | null
  readonly issue: Issue | null
  readonly trails: Trails
}

export const freshDesk: DeskState = {
  place: 'find',
  query: '',
  opened: null,
  scanned: null,
  camera: false,
  draft: null,
  ...noCodes,
  cardsOf: null,
  schemesOf: null,
  motherOf: null,
  correction: null,
  twinOf: null,
  pair: null,
  issue: null,
  trails: {},
}

export type DeskAction =
  | {
      readonly kind: 'go'
      readonly place: Exclude<Place, 'new' | 'baby' | 'cards' | 'schemes' | 'correct' | 'compare' | 'issued'>
    }
  | { readonly kind: 'next-person' }
  | { readonly kind: 'typed'; readonly query: string }
  | { readonly kind: 'scanned'; readonly answer: ScanAnswer; readonly language: Language }
  | { readonly kind: 'clear-code' }
  | { readonly kind: 'camera'; readonly on: boolean }
  | { readonly kind: 'new-person'; readonly language: Language }
  | { readonly kind: 'drafted'; readonly draft: DraftText }
  | { readonly kind: 'same-person'; readonly id: PersonId }
  | { readonly kind: 'cards'; readonly person: Person }
  | { readonly kind: 'schemes'; readonly person: Person }
  | { readonly kind: 'baby'; readonly mother: Person }
  | { readonly kind: 'correct'; readonly person: Person; readonly today: string }
  | { readonly kind: 'corrected'; readonly text: CorrectText }
  /** Looks for the other record of this person; with one looked for already, compares the two. */
  | { readonly kind: 'twin'; readonly person: Person }
  | { readonly kind: 'no-twin' }
  | { readonly kind: 'compare'; readonly pair: Pair }
  | { readonly kind: 'open'; readonly id: PersonId }
  | { readonly kind: 'issued'; readonly issue: Issue }
  | { readonly kind: 'printing'; readonly job: PrintJob }

/** A draft that was left half filled is taken up again; otherwise the form starts from what was typed. */
function toNewPerson(state: DeskState, language: Language): DeskState {
  if (state.pending !== null) return onForm(state, formFromCode(state, state.pending, language))
  const draft = state.draft ?? draftFromCard(state.scanned, language) ?? draftFromSearch(state.query, language)
  return { ...state, place: 'new', draft, camera: false, scanned: null }
}

const onForm = (state: DeskState, desk: CodeDesk): DeskState => ({
  ...state,
  ...desk,
  place: 'new',
  camera: false,
  scanned: null,
})

/** A code of another system fills the form on the screen; otherwise whoever it may mean is looked for first. */
function afterScan(state: DeskState, answer: ScanAnswer, language: Language): DeskState {
  const { identity, person } = answer
  const opened = person?.id ?? null
  const onFind = { ...state, place: 'find', camera: false, scanned: answer, opened, pending: null } as const
  if (opened !== null || identity === null) return { ...onFind, query: '' }
  const form = state.place === 'new' ? state.draft : null
  if (identity.kind !== 'read') return form === null ? { ...onFind, query: '' } : { ...state, scanned: answer }
  if (form !== null) return onForm(state, readIntoForm(state, form, identity.identity))
  if (identity.query === null) return onForm(state, formFromCode(state, identity.identity, language))
  return { ...onFind, query: identity.query, pending: identity.identity }
}

/** A form that was left half corrected is taken up again. */
function beginCorrection(
  { correction }: DeskState,
  { person, today }: { readonly person: Person; readonly today: string },
): Pick<DeskState, 'place' | 'correction' | 'opened'> {
  const kept = correction?.person.id === person.id ? correction : correctionOf(person, today)
  return { place: 'correct', correction: kept, opened: person.id }
}

function afterTwin(state: DeskState, person: Person): DeskState {
  const { twinOf } = state
  if (twinOf === null || twinOf.id === person.id) return { ...state, twinOf: person, opened: null, query: '' }
  return { ...state, place: 'compare', pair: { one: twinOf.id, other: person.id }, twinOf: null, camera: false }
}

export function deskDoes(state: DeskState, action: DeskAction): DeskState {
  switch (action.kind) {
    case 'go':
      return { ...state, place: action.place, camera: false }
    case 'next-person':
      return { ...state, place: 'find', query: '', opened: null, scanned: null, camera: false, pending: null }
    case 'typed':
      return { ...state, query: action.query, opened: null, scanned: null, pending: null }
    case 'scanned':
      return afterScan(state, action.answer, action.language)
    case 'clear-code':
      return { ...state, ...withoutCode(state) }
    case 'camera':
      return { ...state, place: 'find', camera: action.on, scanned: null }
    case 'new-person':
      return toNewPerson(state, action.language)
    case 'drafted':
      return { ...state, draft: action.draft }
    case 'same-person':
      return { ...state, place: 'find', query: '', opened: action.id, scanned: null, ...nextForm(state) }
    case 'cards':
      return { ...state, place: 'cards', cardsOf: action.person, opened: action.person.id, camera: false }
    case 'baby':
      return { ...state, place: 'baby', motherOf: action.mother, opened: action.mother.id, camera: false }
    case 'schemes':
      return { ...state, place: 'schemes', schemesOf: action.person, opened: action.person.id, camera: false }
    case 'correct':
      return { ...state, ...beginCorrection(state, action), camera: false }
    case 'corrected':
      return state.correction === null ? state : { ...state, correction: { ...state.correction, text: action.text } }
    case 'twin':
      return afterTwin(state, action.person)
    case 'no-twin':
      return { ...state, twinOf: null }
    case 'compare':
      return { ...state, place: 'compare', pair: action.pair, twinOf: null, camera: false }
    case 'open':
      return { ...state, place: 'find', opened: action.id, correction: null, pair: null, scanned: null }
    case 'issued':
      return { ...state, ...(action.issue.registered ? nextForm(state) : {}), place: 'issued', issue: action.issue }
    case 'printing':
      return { ...state, trails: followed(state.trails, action.job) }
    default:
      return unreachable(action)
  }
}
