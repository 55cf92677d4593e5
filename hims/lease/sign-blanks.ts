import { hexOf } from '../../domain/card/bytes.ts'
import { encodeCard } from '../../domain/card/card-code.ts'
import type { CardBlank } from '../../domain/card/card-record.ts'
import { CardId } from '../../domain/id.ts'
import { takeNumbers } from '../database/counter.ts'
import type { Store } from '../database/schema.ts'
import type { IssuerWorld } from '../issuer/issuer-world.ts'
import type { IssuingKey } from '../issuer/issuing-key.ts'
import { dayInDelhi, yearsLater } from '../world.ts'

const CARD_ID_BYTES = 8

/** How many years a card is good for. */
const years: Readonly<Record<CardBlank['term'], number>> = { temporary: 1, permanent: 5 }

/** Signs cards that are nobody's yet, for one terminal to hand out. */
export async function signBlanks(
  store: Store,
  { kid, sign }: IssuingKey,
  { terminal, cards, term }: { readonly terminal: string; readonly cards: number; readonly term: CardBlank['term'] },
  { now, random }: IssuerWorld,
): Promise<CardBlank[]> {
  if (cards === 0) return []
  const issued = dayInDelhi(now())
  const expires = yearsLater(issued, years[term])
  const last = await takeNumbers(store, 'status-index', cards)
  const blanks = Array.from({ length: cards }, (_, at) => {
    const facts = {
      cardId: CardId.parse(hexOf(random(CARD_ID_BYTES))),
      statusIndex: last - cards + 1 + at,
      issued,
      expires,
    }
    return { ...facts, text: encodeCard({ ...facts, kid }, sign), term }
  })
  const rows = blanks.map(({ cardId, statusIndex }) => ({
    card_id: cardId,
    status_index: statusIndex,
    issued,
    expires,
    terminal,
  }))
  await store.insertInto('card_blank').values(rows).execute()
  return blanks
}
