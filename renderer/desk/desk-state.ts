import type { PrintJob, ScanAnswer } from '../../contract/shell.ts'
import type { PersonId } from '../../domain/id.ts'
import type { Language } from '../../domain/language.ts'
import type { Person } from '../../domain/person/person.ts'
import { unreachable } from '../../domain/result.ts'
import type { Issue } from './issue.ts'
import { followed } from '../ui/job/job-trail.ts'
import type { Trails } from '../ui/job/job-trail.ts'
import { draftFromSearch } from './new-person/draft.ts'
import type { DraftText } from './new-person/draft.ts'

export type Place = 'find' | 'new' | 'cards' | 'issued' | 'printing' | 'waiting' | 'scanners' | 'help'

/** Everything a desk has under way; it outlives a locked page. */
export interface DeskState {
  readonly place: Place
  readonly query: string
  /** The person a scan or a choice opened, ahead of any list. */
  readonly opened: PersonId | null
  readonly scanned: ScanAnswer | null
  readonly camera: boolean
  readonly draft: DraftText | null
  /** Whose cards are looked at. */
  readonly cardsOf: Person | null
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
  cardsOf: null,
  issue: null,
  trails: {},
}

export type DeskAction =
  | { readonly kind: 'go'; readonly place: Exclude<Place, 'new' | 'cards' | 'issued'> }
  | { readonly kind: 'next-person' }
  | { readonly kind: 'typed'; readonly query: string }
  | { readonly kind: 'scanned'; readonly answer: ScanAnswer }
  | { readonly kind: 'camera'; readonly on: boolean }
  | { readonly kind: 'new-person'; readonly language: Language }
  | { readonly kind: 'drafted'; readonly draft: DraftText }
  | { readonly kind: 'same-person'; readonly id: PersonId }
  | { readonly kind: 'cards'; readonly person: Person }
  | { readonly kind: 'issued'; readonly issue: Issue }
  | { readonly kind: 'printing'; readonly job: PrintJob }

/** A draft that was left half filled is taken up again; otherwise the form starts from what was typed. */
function toNewPerson(state: DeskState, language: Language): DeskState {
  const draft = state.draft ?? draftFromSearch(state.query, language)
  return { ...state, place: 'new', draft, camera: false, scanned: null }
}

export function deskDoes(state: DeskState, action: DeskAction): DeskState {
  switch (action.kind) {
    case 'go':
      return { ...state, place: action.place, camera: false }
    case 'next-person':
      return { ...state, place: 'find', query: '', opened: null, scanned: null, camera: false }
    case 'typed':
      return { ...state, query: action.query, opened: null, scanned: null }
    case 'scanned':
      return {
        ...state,
        place: 'find',
        camera: false,
        query: '',
        scanned: action.answer,
        opened: action.answer.person?.id ?? null,
      }
    case 'camera':
      return { ...state, place: 'find', camera: action.on, scanned: null }
    case 'new-person':
      return toNewPerson(state, action.language)
    case 'drafted':
      return { ...state, draft: action.draft }
    case 'same-person':
      return { ...state, place: 'find', query: '', opened: action.id, scanned: null, draft: null }
    case 'cards':
      return { ...state, place: 'cards', cardsOf: action.person, opened: action.person.id, camera: false }
    case 'issued':
      return { ...state, place: 'issued', issue: action.issue, draft: action.issue.registered ? null : state.draft }
    case 'printing':
      return { ...state, trails: followed(state.trails, action.job) }
    default:
      return unreachable(action)
  }
}
