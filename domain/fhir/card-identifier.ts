import { z } from 'zod'

import { CardRecord } from '../card/card-record.ts'
import { ExtensionIn } from './element.ts'
import { numberType, system } from './vocabulary.ts'

/** A person's card as an identifier of the Patient. */
export const cardIdentifier = ({
  cardId,
  issued,
  expires,
  statusIndex,
  status,
  profile,
  term,
}: CardRecord): object => ({
  extension: [
    {
      url: system.cardFact,
      extension: [
        { url: 'statusIndex', valueInteger: statusIndex },
        { url: 'status', valueCode: status },
        { url: 'profile', valueCode: profile },
        { url: 'term', valueCode: term },
      ],
    },
  ],
  use: status === 'active' ? 'official' : 'old',
  type: numberType.card,
  system: system.card,
  value: cardId,
  period: { start: issued, end: expires },
})

const Cards = z.looseObject({
  identifier: z
    .array(
      z.looseObject({
        system: z.string().optional(),
        value: z.string().optional(),
        extension: z.array(ExtensionIn).optional(),
        period: z.object({ start: z.string().optional(), end: z.string().optional() }).optional(),
      }),
    )
    .optional(),
})

/** The cards among a Patient's identifiers that say all that a desk has to know of them. */
export function cardsOf(resource: unknown, personId: string): readonly CardRecord[] {
  const read = Cards.safeParse(resource)
  if (!read.success) return []
  return (read.data.identifier ?? []).flatMap(({ system: named, value, extension, period }) => {
    if (named !== system.card) return []
    const facts = extension?.find(({ url }) => url === system.cardFact)?.extension ?? []
    const fact = (url: string) => facts.find((one) => one.url === url)
    const card = CardRecord.safeParse({
      cardId: value,
      personId,
      statusIndex: fact('statusIndex')?.valueInteger,
      issued: period?.start?.slice(0, 10),
      expires: period?.end?.slice(0, 10),
      status: fact('status')?.valueCode,
      profile: fact('profile')?.valueCode,
      term: fact('term')?.valueCode,
    })
    return card.success ? [card.data] : []
  })
}
