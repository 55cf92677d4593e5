import type { ScanAnswer } from '../../../contract/shell.ts'
import { unreachable } from '../../../domain/result.ts'
import type { StateKind } from '../../ui/icon/state-shape.tsx'

const names = [
  'valid',
  'slip',
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
  /** The day a card ended, where the sentence says it. */
  readonly day: string | null
}

/** A token slip names a person without proving anything, so the pharmacist asks for the name. */
export function verdictOf({ card, person, source }: ScanAnswer): Verdict {
  if (source === 'slip') {
    return person === null
      ? { kind: 'wait', name: 'slip-not-here', day: null }
      : { kind: 'ok', name: 'slip', day: null }
  }
  switch (card.kind) {
    case 'valid':
      return person === null ? { kind: 'wait', name: 'not-here', day: null } : { kind: 'ok', name: 'valid', day: null }
    case 'expired':
      return { kind: 'care', name: 'expired', day: card.card.expires }
    case 'revoked':
    case 'altered':
      return { kind: 'stop', name: card.kind, day: null }
    case 'unknown-issuer':
    case 'newer-format':
    case 'not-a-card':
      return { kind: 'care', name: card.kind, day: null }
    default:
      return unreachable(card)
  }
}
