import type { ScannerHeard } from '../../../contract/scanner.ts'
import { unreachable } from '../../../domain/result.ts'

export type Step = 'name' | 'test'

/** What the scanner page shows beside its list. */
export interface SetupState {
  readonly step: Step
  readonly heard: ScannerHeard | null
  /** The name that was just saved, or that saving failed. */
  readonly saved: { readonly kind: 'saved'; readonly name: string } | { readonly kind: 'not-saved' } | null
  /** Grows when the pairing code has been used: a new one has to be drawn. */
  readonly round: number
}

export const freshSetup: SetupState = { step: 'name', heard: null, saved: null, round: 0 }

export type SetupAction =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'heard'; readonly heard: ScannerHeard }
  | { readonly kind: 'saved'; readonly name: string }
  | { readonly kind: 'not-saved' }

/** The step a scan belongs to; one that belongs to neither stays where it was heard. */
const stepOf = ({ verdict }: ScannerHeard, step: Step): Step => {
  switch (verdict.kind) {
    case 'in-hand':
      return 'name'
    case 'right':
    case 'small-letters':
    case 'other-layout':
    case 'cut':
      return 'test'
    case 'old-code':
    case 'garbled':
    case 'other':
      return step
    default:
      return unreachable(verdict)
  }
}

export function setupDoes(state: SetupState, action: SetupAction): SetupState {
  switch (action.kind) {
    case 'step':
      return { ...state, step: action.step, heard: null, saved: null }
    case 'heard':
      return { ...state, step: stepOf(action.heard, state.step), heard: action.heard, saved: null }
    case 'saved':
      return { step: 'test', heard: null, saved: { kind: 'saved', name: action.name }, round: state.round + 1 }
    case 'not-saved':
      return { ...state, saved: { kind: 'not-saved' } }
    default:
      return unreachable(action)
  }
}
