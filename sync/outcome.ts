import { unreachable } from '../domain/result.ts'
import type { CallProblem, Foreign } from './call.ts'

/** How one round with HIMS ended; a page shows it as the state of the link. */
export type Outcome =
  | { readonly kind: 'online' }
  | {
      readonly kind: 'offline'
      readonly cause: 'unreachable' | 'not-hims' | 'busy'
      /** Milliseconds that HIMS asked to wait. */
      readonly retryAfter: number | null
      /** How the answer showed that it is not HIMS's. */
      readonly reason: Foreign | null
    }
  | { readonly kind: 'not-enrolled'; readonly cause: 'no-code' | 'unknown-code' | 'unreachable' }
  | { readonly kind: 'refused'; readonly cause: 'update-needed' | 'fenced' | 'not-enrolled' }
  /** A FHIR server that cannot do what a terminal needs, and what that is. */
  | { readonly kind: 'refused'; readonly cause: 'unfit'; readonly lacks: readonly string[] }

export const online: Outcome = { kind: 'online' }
export const offline = (cause: 'unreachable' | 'busy', retryAfter: number | null = null): Outcome => ({
  kind: 'offline',
  cause,
  retryAfter,
  reason: null,
})
export const notHims = (reason: Foreign): Outcome => ({ kind: 'offline', cause: 'not-hims', retryAfter: null, reason })
export const refusedFor = (cause: 'update-needed' | 'fenced' | 'not-enrolled'): Outcome => ({ kind: 'refused', cause })

export function outcomeOf(problem: CallProblem): Outcome {
  switch (problem.kind) {
    case 'unreachable':
      return offline('unreachable')
    case 'not-hims':
      return notHims(problem.reason)
    case 'busy':
      return offline('busy', problem.retryAfter)
    case 'update-needed':
      return refusedFor('update-needed')
    case 'problem':
      if (problem.problem === 'fenced') return refusedFor('fenced')
      if (problem.problem === 'not-enrolled' || problem.problem === 'bad-signature') return refusedFor('not-enrolled')
      return offline('busy')
    default:
      return unreachable(problem)
  }
}
