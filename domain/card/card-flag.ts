import { z } from 'zod'

import { CardId } from '../id.ts'

/** Where and when a card was shown. */
export const Sighting = z.strictObject({ facility: z.string().max(32), at: z.iso.datetime() })
export type Sighting = z.infer<typeof Sighting>

/** A card that was shown at two hospitals within less time than the way between them takes: one may be a copy. */
export const CardFlag = z.strictObject({
  id: z.string().max(64),
  cardId: CardId,
  /** When HIMS noticed. */
  at: z.iso.datetime(),
  first: Sighting,
  second: Sighting,
})
export type CardFlag = z.infer<typeof CardFlag>
