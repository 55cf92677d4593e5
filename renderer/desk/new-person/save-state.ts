import type { PersonHit } from '../../../contract/desk.ts'
import type { Refusal } from '../../../contract/channel.ts'
import type { NotSaved } from '../../../contract/not-saved.ts'
import { unreachable } from '../../../domain/result.ts'
import type { PersonId } from '../../../domain/id.ts'
import type { DraftField } from './draft.ts'

/** What saving came to; a form is saved once or not at all. */
export type SaveStep =
  | { readonly kind: 'editing' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'look-first'; readonly likely: readonly PersonHit[] }
  /** Set apart from somebody who is nearly certainly the same: a supervisor has to say so too. */
  | { readonly kind: 'ask-supervisor'; readonly likely: readonly PersonHit[] }
  | NotSaved
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export interface SaveState {
  readonly step: SaveStep
  /** Fields that were left once, or all of them after a save was tried. */
  readonly touched: readonly DraftField[]
  readonly distinctFrom: readonly PersonId[]
}

export type SaveAction =
  | { readonly kind: 'touched'; readonly fields: readonly DraftField[] }
  | { readonly kind: 'step'; readonly step: SaveStep }
  | { readonly kind: 'someone-else'; readonly ids: readonly PersonId[] }

export const freshSave: SaveState = { step: { kind: 'editing' }, touched: [], distinctFrom: [] }

export function saves(state: SaveState, action: SaveAction): SaveState {
  switch (action.kind) {
    case 'touched':
      return { ...state, touched: [...new Set([...state.touched, ...action.fields])] }
    case 'step':
      return { ...state, step: action.step }
    case 'someone-else':
      return {
        ...state,
        step: { kind: 'editing' },
        distinctFrom: [...new Set([...state.distinctFrom, ...action.ids])],
      }
    default:
      return unreachable(action)
  }
}

/** Who still has to be looked at: what the search found and what held the save back, less the ones set apart. */
export function stillLikely(state: SaveState, found: readonly PersonHit[]): readonly PersonHit[] {
  const held = state.step.kind === 'look-first' ? state.step.likely : []
  const ids = new Set(held.map(({ person }) => person.id))
  return [...held, ...found.filter(({ person }) => !ids.has(person.id))].filter(
    ({ person }) => !state.distinctFrom.includes(person.id),
  )
}
