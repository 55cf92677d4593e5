import type { QueueLine, WrittenItem } from '../../contract/doctor.ts'
import type { PersonId, VisitId } from '../../domain/id.ts'
import type { Medicine } from '../../domain/pharmacy/medicine.ts'
import { unreachable } from '../../domain/result.ts'
import type { NotDone } from '../ui/not-done-note.tsx'

export type Place = 'room' | 'write' | 'questions' | 'orders' | 'seat' | 'waiting' | 'help'

export interface DraftItem extends WrittenItem {
  readonly known: Medicine
}

/** An order that is being written; it outlives a locked page. */
export interface Draft {
  readonly personId: PersonId
  readonly visitId: VisitId
  readonly items: readonly DraftItem[]
}

/** What was done last, said until something else is done. */
export type Told = NotDone | { readonly kind: 'given'; readonly counter: string | null }

export interface DoctorState {
  readonly place: Place
  readonly draft: Draft | null
  /** Who is to be called out of turn, while the reason is asked for. */
  readonly early: QueueLine | null
  readonly told: Told | null
}

export const freshDoctor: DoctorState = { place: 'room', draft: null, early: null, told: null }

export type DoctorAction =
  | { readonly kind: 'go'; readonly place: Place }
  | { readonly kind: 'write'; readonly line: Pick<QueueLine, 'personId' | 'visitId'> }
  | { readonly kind: 'items'; readonly items: readonly DraftItem[] }
  | { readonly kind: 'early'; readonly line: QueueLine | null }
  | { readonly kind: 'told'; readonly told: Told | null }
  | { readonly kind: 'given'; readonly counter: string | null }

export function doctorDoes(state: DoctorState, action: DoctorAction): DoctorState {
  switch (action.kind) {
    case 'go':
      return { ...state, place: action.place, early: null, told: null }
    case 'write': {
      const { personId, visitId } = action.line
      const draft = state.draft?.visitId === visitId ? state.draft : { personId, visitId, items: [] }
      return { ...state, place: 'write', draft, early: null, told: null }
    }
    case 'items':
      return state.draft === null ? state : { ...state, draft: { ...state.draft, items: action.items }, told: null }
    case 'early':
      return { ...state, early: action.line, told: null }
    case 'told':
      return { ...state, told: action.told, early: null }
    case 'given':
      return { ...freshDoctor, told: { kind: 'given', counter: action.counter } }
    default:
      return unreachable(action)
  }
}
