import { checkCard } from '../../domain/card/check-card.ts'
import type { CardAnswer } from '../../domain/card/card-answer.ts'
import { ed25519Verify } from '../crypto/ed25519.ts'
import type { Bench } from './bench.ts'

/** Judges a text by the issuer keys and card rows that are here. */
export const judgeCard = ({ store, today }: Bench, text: string): CardAnswer =>
  checkCard(text, {
    today: today(),
    keyFor: (kid) => store.shared.issuer_key.get(kid),
    verify: ed25519Verify,
    openEmergency: () => null,
    statusOf(statusIndex) {
      const card = store.people.cardByStatus(statusIndex)
      return card === null || card.status === 'active' ? 'good' : { revoked: card.status }
    },
  })
