import { unreachable } from '../../domain/result.ts'
import type { Refusal } from '../../contract/channel.ts'
import type { BadgeAnswer, Colleague } from '../../contract/shell.ts'
import type { OperatorId } from '../../domain/id.ts'
import { onlyDigits } from '../../domain/latin-digits.ts'

export const PIN_LEAST = 4
export const PIN_MOST = 8

/** What the last try brought. */
export type Told =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'wait'; readonly until: string }
  | { readonly kind: 'badge-read'; readonly name: string }
  | { readonly kind: 'badge-refused' }
  /** A supervisor has ended the waiting. */
  | { readonly kind: 'forgiven'; readonly name: string }
  | { readonly kind: 'fault'; readonly refusal: Refusal }

export interface UnlockState {
  readonly operators: readonly Colleague[] | null
  readonly operator: OperatorId | null
  readonly pin: string
  readonly told: Told
}

export type UnlockAction =
  /** `first`: who was here last, and is chosen unless somebody is already. */
  | { readonly kind: 'operators'; readonly operators: readonly Colleague[]; readonly first: OperatorId | null }
  | { readonly kind: 'badge'; readonly badge: BadgeAnswer }
  | { readonly kind: 'chose'; readonly operator: OperatorId }
  | { readonly kind: 'typed'; readonly pin: string }
  | { readonly kind: 'digit'; readonly digit: string }
  | { readonly kind: 'erased' }
  | { readonly kind: 'told'; readonly told: Told }

export const lockedState: UnlockState = { operators: null, operator: null, pin: '', told: { kind: 'nothing' } }

/** What was typed, as the PIN that it is. */
export const typedPin = (typed: string): string => onlyDigits(typed).slice(0, PIN_MOST)

const stays = ({ kind }: Told): boolean => kind === 'wait' || kind === 'checking' || kind === 'badge-read'

/** A new digit takes back what was said of the last try, but never a waiting time. */
const typing = (state: UnlockState, pin: string): UnlockState => ({
  ...state,
  pin,
  told: stays(state.told) || pin === '' ? state.told : { kind: 'nothing' },
})

const chosenFirst = ({ operators, first }: Extract<UnlockAction, { readonly kind: 'operators' }>): OperatorId | null =>
  (operators.find(({ id }) => id === first) ?? operators[0])?.id ?? null

function shown(state: UnlockState, badge: BadgeAnswer): UnlockState {
  if (badge.kind === 'refused') return { ...state, pin: '', told: { kind: 'badge-refused' } }
  const told: Told = { kind: 'badge-read', name: badge.name }
  return { ...state, operator: badge.operator, pin: '', told }
}

export function unlocking(state: UnlockState, action: UnlockAction): UnlockState {
  switch (action.kind) {
    case 'operators':
      return { ...state, operators: action.operators, operator: state.operator ?? chosenFirst(action) }
    case 'badge':
      return shown(state, action.badge)
    case 'chose':
      return { ...state, operator: action.operator, pin: '', told: { kind: 'nothing' } }
    case 'typed':
      return typing(state, typedPin(action.pin))
    case 'digit':
      return typing(state, typedPin(state.pin + action.digit))
    case 'erased':
      return typing(state, state.pin.slice(0, -1))
    case 'told':
      return { ...state, told: action.told, pin: action.told.kind === 'checking' ? state.pin : '' }
    default:
      return unreachable(action)
  }
}

/**
 * What may be sent now: a whole PIN of a chosen person. A waiting time is the terminal's to keep, since this page's clock
 * may be set: what is tried within it is not looked at and not counted.
 */
export function readyToTry({ operator, pin, told }: UnlockState): { operator: OperatorId; pin: string } | null {
  return operator === null || pin.length < PIN_LEAST || told.kind === 'checking' ? null : { operator, pin }
}
