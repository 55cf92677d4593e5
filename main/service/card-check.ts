import { checkCard } from '../../domain/card/check-card.ts'
import type { CardAnswer } from '../../domain/card/card-answer.ts'
import { ed25519Verify } from '../crypto/ed25519.ts'
import type { Bench } from './bench.ts'
import { openEmergency } from './emergency-ring.ts'

/** Judges a text by the signed lists and the card rows that are here. */
export const judgeCard = (bench: Bench, text: string): CardAnswer =>
  checkCard(text, {
    today: bench.today(),
    keyFor: (kid) => bench.cards.keyFor(kid),
    verify: ed25519Verify,
    openEmergency: openEmergency(bench),
    statusOf: (statusIndex) => statusHere(bench, statusIndex),
  })

/**
 * What was changed here and has not reached HIMS yet is newer than any list. Otherwise the word against the card counts,
 * whether the list says it or the card's own row.
 */
function statusHere({ store, cards }: Bench, statusIndex: number): 'good' | { readonly revoked: string } {
  const card = store.people.cardByStatus(statusIndex)
  const row = card === null || card.status === 'active' ? null : card.status
  const changedHere = card !== null && store.outbox.isPending('card', card.cardId)
  const status = changedHere ? row : (row ?? cards.statusOf(statusIndex))
  return status === null ? 'good' : { revoked: status }
}
