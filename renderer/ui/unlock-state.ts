import { unreachable } from '../../domain/result.ts'
import type { Refusal } from '../../contract/channel.ts'
import type { OperatorId } from '../../domain/id.ts'

export const PIN_LEAST = 4
export const PIN_MOST = 8

export interface OperatorChoice {
  readonly id: OperatorId
  readonly name: string
}

/** What the last try brought. */
export type Told =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'wait'; readonly until: string }
  | { readonly kind: 'fault'; readonly refusal: Refusal }

export interface UnlockState {
  readonly operators: readonly OperatorChoice[] | null
  readonly operator: OperatorId | null
  readonly pin: string
  readonly told: Told
}

export type UnlockAction =
  | { readonly kind: 'operators'; readonly operators: readonly OperatorChoice[] }
  | { readonly kind: 'chose'; readonly operator: OperatorId }
  | { readonly kind: 'typed'; readonly pin: string }
  | { readonly kind: 'digit'; readonly digit: string }
  | { readonly kind: 'erased' }
  | { readonly kind: 'told'; readonly told: Told }

export const lockedState: UnlockState = { operators: null, operator: null, pin: '', told: { kind: 'nothing' } }

const digitsOnly = (text: string): string => text.replace(/[^0-9]/g, '').slice(0, PIN_MOST)

/** A new digit takes back what was said of the last try, but never a waiting time. */
const typing = (state: UnlockState, pin: string): UnlockState => ({
  ...state,
  pin,
  told: state.told.kind === 'wait' || state.told.kind === 'checking' || pin === '' ? state.told : { kind: 'nothing' },
})

export function unlocking(state: UnlockState, action: UnlockAction): UnlockState {
  switch (action.kind) {
    case 'operators':
      return { ...state, operators: action.operators, operator: state.operator ?? action.operators[0]?.id ?? null }
    case 'chose':
      return { ...state, operator: action.operator, pin: '', told: { kind: 'nothing' } }
    case 'typed':
      return typing(state, digitsOnly(action.pin))
    case 'digit':
      return typing(state, digitsOnly(state.pin + action.digit))
    case 'erased':
      return typing(state, state.pin.slice(0, -1))
    case 'told':
      return { ...state, told: action.told, pin: action.told.kind === 'checking' ? state.pin : '' }
    default:
      return unreachable(action)
  }
}

/** What may be sent now: a whole PIN of a chosen person, outside a waiting time. */
export function readyToTry(state: UnlockState, now: number): { operator: OperatorId; pin: string } | null {
  const { operator, pin, told } = state
  if (operator === null || pin.length < PIN_LEAST || told.kind === 'checking') return null
  return told.kind === 'wait' && Date.parse(told.until) > now ? null : { operator, pin }
}
