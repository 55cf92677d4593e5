import type { z } from 'zod'

import type { room, RoomState } from '../../contract/room.ts'
import { unreachable } from '../../domain/result.ts'

export type RoomTold = z.infer<typeof RoomState>
export type Verdict = z.infer<(typeof room)['channels']['room.scan']['output']>['kind'] | 'failed'

/** What a hand is doing in the room. */
export interface Hand {
  /** The paper picked up, if any. */
  readonly paper: string | null
  /** The last paper held under each scanner, and what came of it. */
  readonly held: Readonly<Record<string, { readonly paper: string; readonly verdict: Verdict | 'reading' }>>
}

export type HandAction =
  | { readonly kind: 'picked'; readonly paper: string }
  | { readonly kind: 'dropped' }
  | { readonly kind: 'held'; readonly paper: string; readonly scanner: string }
  | { readonly kind: 'answered'; readonly paper: string; readonly scanner: string; readonly verdict: Verdict }

export const emptyHand: Hand = { paper: null, held: {} }

export function handling(hand: Hand, action: HandAction): Hand {
  switch (action.kind) {
    case 'picked':
      return { ...hand, paper: hand.paper === action.paper ? null : action.paper }
    case 'dropped':
      return { ...hand, paper: null }
    case 'held':
      return {
        paper: action.paper,
        held: { ...hand.held, [action.scanner]: { paper: action.paper, verdict: 'reading' } },
      }
    case 'answered': {
      const { scanner, paper, verdict } = action
      // Another paper was held there meanwhile: its answer is the one to show.
      if (hand.held[scanner]?.paper !== paper) return hand
      return { ...hand, held: { ...hand.held, [scanner]: { paper, verdict } } }
    }
    default:
      return unreachable(action)
  }
}

/** Newest first: the paper that just came out lies on top. */
export const onTop = (papers: RoomTold['papers']): RoomTold['papers'] =>
  papers.toSorted((a, b) => b.at.localeCompare(a.at))
