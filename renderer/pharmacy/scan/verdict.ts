import type { ScanAnswer } from '../../../contract/shell.ts'
import { CardStatus } from '../../../domain/card/card-status.ts'
import { unreachable } from '../../../domain/result.ts'
import type { StateKind } from '../../ui/icon/state-shape.tsx'

const names = [
  'valid',
  'slip',
  'band',
  'not-here',
  'slip-not-here',
  'expired',
  'revoked',
  'altered',
  'unknown-issuer',
  'newer-format',
  'not-a-card',
] as const

/** What a scan comes to at a pharmacy window: a shape and a sentence. */
export interface Verdict {
  readonly kind: StateKind
  readonly name: (typeof names)[number]
  /** Why a card is no longer good, where the list says it in a word that is known here. */
  readonly reason: Exclude<CardStatus, 'active'> | null
  /** The day a card ended, where the sentence says it. */
  readonly day: string | null
}

/** A token slip names a person without proving anything, so the pharmacist asks for the name. */
export function verdictOf({ card, person, source }: ScanAnswer): Verdict {
  if (source === 'slip') {
    return person === null
      ? { kind: 'wait', name: 'slip-not-here', reason: null, day: null }
      : { kind: 'ok', name: 'slip', reason: null, day: null }
  }
  if (source === 'band') {
    return person === null
      ? { kind: 'wait', name: 'not-here', reason: null, day: null }
      : { kind: 'ok', name: 'band', reason: null, day: null }
  }
  switch (card.kind) {
    case 'valid':
      return person === null
        ? { kind: 'wait', name: 'not-here', reason: null, day: null }
        : { kind: 'ok', name: 'valid', reason: null, day: null }
    case 'expired':
      return { kind: 'care', name: 'expired', reason: null, day: card.card.expires }
    case 'revoked':
      return { kind: 'stop', name: 'revoked', reason: reasonOf(card.reason), day: null }
    case 'altered':
      return { kind: 'stop', name: 'altered', reason: null, day: null }
    case 'unknown-issuer':
    case 'newer-format':
    case 'not-a-card':
      return { kind: 'care', name: card.kind, reason: null, day: null }
    default:
      return unreachable(card)
  }
}

/** One of a newer HIMS has no words of its own here. */
const reasonOf = (reason: string): Verdict['reason'] => CardStatus.exclude(['active']).safeParse(reason).data ?? null
