import type { ScanAnswer } from '../../../contract/shell.ts'
import { CardStatus } from '../../../domain/card/card-status.ts'
import { unreachable } from '../../../domain/result.ts'
import type { MessageId } from '../../../domain/text/catalogue.ts'
import type { StateKind } from '../../ui/icon/state-shape.tsx'

/** What a scan comes to at a desk: a shape, a sentence, and what to do next. */
export interface Verdict {
  readonly kind: StateKind
  readonly title: MessageId
  readonly next: MessageId
  /** The day a card ended, where the sentence says it. */
  readonly day: string | null
}

const plain = (kind: StateKind, name: ScanName): Verdict => ({
  kind,
  title: `desk.scan.${name}`,
  next: `desk.scan.${name}.next`,
  day: null,
})

type EndedCard = Exclude<CardStatus, 'active'>

/** The list gives the reason; one of a newer HIMS has no words of its own here. */
function endedBy(reason: string): ScanName {
  const known = CardStatus.exclude(['active']).safeParse(reason)
  return known.success ? `revoked.${known.data}` : 'revoked'
}

type ScanName =
  | 'valid'
  | 'slip'
  | 'not-here'
  | 'slip-not-here'
  | 'band'
  | 'band-not-here'
  | 'expired'
  | 'revoked'
  | `revoked.${EndedCard}`
  | 'altered'
  | 'unknown-issuer'
  | 'newer-format'
  | 'not-a-card'

/** A token slip names a person without proving anything, so it opens the record and asks for the name. */
export function verdictOf({ card, person, source }: ScanAnswer): Verdict {
  if (source === 'slip') return person === null ? plain('care', 'slip-not-here') : plain('ok', 'slip')
  if (source === 'band') return person === null ? plain('care', 'band-not-here') : plain('ok', 'band')
  switch (card.kind) {
    case 'valid':
      return person === null ? plain('care', 'not-here') : plain('ok', 'valid')
    case 'expired':
      return { ...plain('care', 'expired'), day: card.card.expires }
    case 'revoked':
      return plain('stop', endedBy(card.reason))
    case 'altered':
      return plain('stop', 'altered')
    case 'unknown-issuer':
    case 'newer-format':
    case 'not-a-card':
      return plain('care', card.kind)
    default:
      return unreachable(card)
  }
}
