import type { Edit, Saved, ShownRow } from '../../contract/admin.ts'
import type { NotSaved } from '../../contract/not-saved.ts'
import type { DirectoryTable } from '../../domain/hospital/directory-change.ts'
import type { MutationId } from '../../domain/id.ts'
import { unreachable } from '../../domain/result.ts'
import type { Fault } from '../ui/use-once.ts'

/** What the administrator looks at. */
export const sections = ['overview', 'department', 'operator', 'room', 'roster', 'medicine', 'facility'] as const
export type Section = (typeof sections)[number]

export type Place = Section | 'waiting' | 'help'

/** What stands beside the list. */
export type Opened =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'edit'; readonly edit: Edit }
  /** Somebody changed the row since the form was opened. */
  | { readonly kind: 'crossed'; readonly edit: Edit; readonly now: ShownRow }
  | { readonly kind: 'history'; readonly table: DirectoryTable; readonly row: string; readonly name: string }

export type StopReason = Extract<Saved, { readonly kind: 'stopped' }>['reason']

/** What came of the last deed, said until something else is done. */
export type Told =
  | { readonly kind: 'saved'; readonly rows: number; readonly ids: readonly MutationId[] }
  | { readonly kind: 'undone' }
  | { readonly kind: 'left' }
  | { readonly kind: 'badge'; readonly done: boolean }
  | { readonly kind: 'people-wait'; readonly count: number }
  | { readonly kind: 'stopped'; readonly reason: StopReason }
  | NotSaved
  | Fault

export interface AdminState {
  readonly place: Place
  /** The day whose hours are shown; null for today. */
  readonly day: string | null
  readonly text: string
  readonly opened: Opened
  readonly told: Told | null
}

export const freshAdmin: AdminState = {
  place: 'overview',
  day: null,
  text: '',
  opened: { kind: 'nothing' },
  told: null,
}

export type AdminAction =
  | { readonly kind: 'go'; readonly place: Place }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'open'; readonly opened: Opened }
  | { readonly kind: 'edit'; readonly edit: Edit }
  | { readonly kind: 'told'; readonly told: Told }

export function adminDoes(state: AdminState, action: AdminAction): AdminState {
  switch (action.kind) {
    case 'go':
      return { ...state, place: action.place, text: '', opened: { kind: 'nothing' }, told: null }
    case 'day':
      return { ...state, day: action.day, opened: { kind: 'nothing' }, told: null }
    case 'type':
      return { ...state, text: action.text }
    case 'open':
      return { ...state, opened: action.opened, told: null }
    case 'edit':
      return { ...state, opened: { kind: 'edit', edit: action.edit }, told: null }
    case 'told': {
      const { told } = action
      // What stopped a form leaves it open, with everything that was typed.
      const stays = ['stopped', 'people-wait', 'not-saved', 'fault'].includes(told.kind)
      return { ...state, opened: stays ? state.opened : { kind: 'nothing' }, told }
    }
    default:
      return unreachable(action)
  }
}
