import { z } from 'zod'

import { CardId, JobId, PersonId, VisitId } from '../domain/id.ts'
import { FourTexts, Language } from '../domain/language.ts'
import { Person } from '../domain/person/person.ts'
import { channel } from './channel.ts'
import { NotSaved } from './not-saved.ts'

/** What was done about a card that the wrong person had. */
export const WrongCard = z.strictObject({
  id: z.uuid(),
  at: z.iso.datetime(),
  by: z.string(),
  /** Who had it; null where nobody knows. */
  holder: z.string().nullable(),
  /** How many visits were put to them. */
  visits: z.int().min(0),
  /** The short code of the card that was made for the right person. */
  card: z.string().nullable(),
  undone: z.boolean(),
})
export type WrongCard = z.infer<typeof WrongCard>

/** A visit under the card's own person since it was issued: it may be the other one's. */
export const VisitSince = z.strictObject({
  id: VisitId,
  label: z.string(),
  at: z.iso.datetime(),
  department: FourTexts,
  /** A slip in the right name comes out, because the person still waits. */
  waits: z.boolean(),
})
export type VisitSince = z.infer<typeof VisitSince>

const gone = z.strictObject({ kind: z.literal('gone') })
const askSupervisor = z.strictObject({ kind: z.literal('ask-supervisor') })

export const wrongCardChannels = {
  'wrong-card.open': channel(
    z.strictObject({ cardId: CardId }),
    z
      .strictObject({
        shortCode: z.string(),
        status: z.string(),
        owner: Person,
        visits: z.array(VisitSince).max(100),
        /** Cards that this desk can still hand out. */
        left: z.int().min(0),
        /** What was done before at this desk, the newest first. */
        done: z.array(WrongCard).max(20),
      })
      .nullable(),
  ),
  /** Stops the card, makes the right person's new one, and puts visits to whoever had it: all of it or nothing. */
  'wrong-card.right': channel(
    z.strictObject({
      cardId: CardId,
      holder: PersonId.nullable(),
      visits: z.array(VisitId).max(100),
      reissue: z.boolean(),
      language: Language,
    }),
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('righted'), done: WrongCard, jobs: z.array(JobId) }),
      z.strictObject({ kind: z.literal('no-blank') }),
      askSupervisor,
      gone,
      NotSaved,
    ]),
  ),
  /** Takes all of it back: the card serves again, the new one does not, the visits are where they were. */
  'wrong-card.undo': channel(
    z.strictObject({ id: z.uuid() }),
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('undone'), visits: z.int().min(0) }),
      askSupervisor,
      gone,
      NotSaved,
    ]),
  ),
} as const
