import { unreachable } from '../../domain/result.ts'
import type { Visit } from './state.ts'

/** How long a screen may stand untouched, in seconds. */
export interface Allowance {
  readonly leaveAfter: number
  /** WCAG 2.2.1 asks for at least 20 seconds in which one touch gives more time. */
  readonly warnFor: number
}

export type Idle =
  | { readonly kind: 'calm' }
  | { readonly kind: 'warning'; readonly left: number }
  | { readonly kind: 'over' }

/** Null on the screen where every visit starts: nobody's words are on it. */
export function allowanceOf({ step, call }: Pick<Visit, 'step' | 'call'>): Allowance | null {
  if (call !== 'none') return { leaveAfter: 120, warnFor: 20 }
  switch (step.kind) {
    case 'language':
      return step.guest === null ? null : { leaveAfter: 30, warnFor: 20 }
    case 'home':
      return { leaveAfter: 30, warnFor: 0 }
    case 'issuing':
      return { leaveAfter: 60, warnFor: 20 }
    case 'token':
      // A number that is nowhere on paper stays longer.
      return step.paper.kind === 'printed' ? { leaveAfter: 30, warnFor: 30 } : { leaveAfter: 90, warnFor: 90 }
    case 'scan':
    case 'department':
    case 'refused':
      return { leaveAfter: 30, warnFor: 20 }
    default:
      return unreachable(step)
  }
}

export function idleAfter(allowance: Allowance | null, quiet: number): Idle {
  if (allowance === null) return { kind: 'calm' }
  const left = Math.ceil(allowance.leaveAfter - quiet)
  if (left <= 0) return { kind: 'over' }
  return left <= allowance.warnFor ? { kind: 'warning', left } : { kind: 'calm' }
}
