import { z } from 'zod'

import { CardRecord } from '../domain/card/card-record.ts'
import { Department } from '../domain/hospital/facility.ts'
import { Visit } from '../domain/hospital/token.ts'
import { JobId, PersonId } from '../domain/id.ts'
import { Language, OwnScript } from '../domain/language.ts'
import { Person, PersonDraft } from '../domain/person/person.ts'
import { Reason } from '../domain/search/reason.ts'
import { channel } from './channel.ts'
import { staffEvents, staffShell } from './shell.ts'

export const PersonHit = z.strictObject({
  person: Person,
  age: z.int(),
  /** Why this person is in the list; the best match comes first. */
  reasons: z.array(Reason),
  lastVisit: z.strictObject({ on: z.iso.date(), department: z.string() }).nullable(),
})
export type PersonHit = z.infer<typeof PersonHit>

/** How the one search box understood what was typed. */
export const Understood = z.strictObject({
  words: z.array(z.string()),
  age: z.int().nullable(),
  phone: z.string().nullable(),
  place: z.string().nullable(),
  shortCode: z.string().nullable(),
})
export type Understood = z.infer<typeof Understood>

export const PersonView = z.strictObject({
  person: Person,
  age: z.int(),
  cards: z.array(CardRecord.extend({ shortCode: z.string() })),
  visits: z.array(Visit),
  /** How many other people use this phone. */
  phoneSharedWith: z.int().min(0),
  /** The record has not reached HIMS yet. */
  waiting: z.boolean(),
})
export type PersonView = z.infer<typeof PersonView>

export const desk = {
  role: 'desk',
  channels: {
    ...staffShell,
    'person.search': channel(
      z.strictObject({ text: z.string().max(200) }),
      z.strictObject({ understood: Understood, hits: z.array(PersonHit).max(50), more: z.boolean() }),
    ),
    'person.open': channel(z.strictObject({ id: PersonId }), PersonView.nullable()),
    /** Who already here looks like this draft; the best match first. */
    'person.likely': channel(PersonDraft, z.array(PersonHit).max(10)),
    'person.register': channel(
      z.strictObject({
        draft: PersonDraft,
        /** The clerk looked at these and said: someone else. */ distinctFrom: z.array(PersonId),
      }),
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('saved'), person: Person }),
        z.strictObject({ kind: z.literal('look-first'), likely: z.array(PersonHit).min(1) }),
        z.strictObject({ kind: z.literal('not-saved'), cause: z.enum(['disk-full', 'store-closed']) }),
      ]),
    ),
    /** How the words of a Latin name are written by people already here. */
    'name.suggest': channel(
      z.strictObject({ latin: z.string().max(120) }),
      z.array(z.strictObject({ script: OwnScript, candidates: z.array(z.string()).max(3) })),
    ),
    'department.list': channel(
      z.strictObject({}),
      z.array(
        z.strictObject({
          department: Department,
          /** Numbers left in this desk's own block today. */ left: z.int(),
          next: z.string().nullable(),
        }),
      ),
    ),
    'token.issue': channel(
      z.strictObject({ personId: PersonId, department: z.string().max(32) }),
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('issued'), visit: Visit, label: z.string(), job: JobId }),
        z.strictObject({ kind: z.literal('no-number') }),
        z.strictObject({ kind: z.literal('not-saved'), cause: z.enum(['disk-full', 'store-closed']) }),
      ]),
    ),
    'card.issue': channel(
      z.strictObject({ personId: PersonId, language: Language }),
      z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('issued'),
          card: CardRecord,
          shortCode: z.string(),
          /** The text of its QR symbol, so that the page shows the card as it prints. */
          code: z.string().max(400),
          job: JobId,
        }),
        z.strictObject({ kind: z.literal('no-blank') }),
        z.strictObject({ kind: z.literal('not-saved'), cause: z.enum(['disk-full', 'store-closed']) }),
      ]),
    ),
  },
  events: staffEvents,
} as const
export type Desk = typeof desk
