import { z } from 'zod'

import { PersonId, TerminalId } from '../domain/id.ts'
import { FactSources } from '../domain/person/fact-source.ts'
import { PersonGroup, PersonGroups } from '../domain/person/person-change.ts'
import { PersonLink } from '../domain/person/person-link.ts'
import { Person } from '../domain/person/person.ts'
import { channel } from './channel.ts'
import { NotSaved } from './not-saved.ts'

/** Another record of the same person, and the link that says so. */
export const LinkedRecord = z.strictObject({
  link: PersonLink,
  /** The record that is not kept; null where it has not come to this computer. */
  person: Person.nullable(),
})
export type LinkedRecord = z.infer<typeof LinkedRecord>

/** One of two records beside the other. */
export const MergeSide = z.strictObject({
  person: Person,
  age: z.int(),
  cards: z.int().min(0),
  visits: z.int().min(0),
  prescriptions: z.int().min(0),
  allergies: z.int().min(0),
})
export type MergeSide = z.infer<typeof MergeSide>

/** A matter that nobody has decided, as the page that decides shows it. */
export const ReviewView = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('field'),
    id: z.uuid(),
    at: z.iso.datetime(),
    person: Person,
    age: z.int(),
    group: PersonGroup,
    stands: PersonGroups,
    proposed: PersonGroups,
    source: z.enum(['verified', 'clerk', 'kiosk']),
    from: TerminalId,
    /** It was said at this very terminal. */
    here: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('duplicate'),
    id: z.uuid(),
    at: z.iso.datetime(),
    one: MergeSide,
    other: MergeSide,
    differs: z.array(PersonGroup),
    why: z.enum(['abha', 'name-birth-phone', 'other']),
  }),
])
export type ReviewView = z.infer<typeof ReviewView>

/** Only a supervisor may do this. */
const askSupervisor = z.strictObject({ kind: z.literal('ask-supervisor') })
/** What was asked about is not there, or not as it was, any more. */
const gone = z.strictObject({ kind: z.literal('gone') })
const linkRefused = z.strictObject({ kind: z.literal('not-linked'), reason: z.enum(['already-one', 'already-linked']) })

export const mergeChannels = {
  /** Corrects groups of a person's details, against what the clerk saw; said again the other way round it is undone. */
  'person.correct': channel(
    z.strictObject({
      personId: PersonId,
      was: PersonGroups,
      set: PersonGroups,
      /** How each group that changes is known now. */
      sources: FactSources.optional(),
    }),
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('saved'), person: Person, was: PersonGroups, set: PersonGroups }),
      z.strictObject({ kind: z.literal('nothing-changed') }),
      gone,
      NotSaved,
    ]),
  ),
  /** Two records side by side; null where one of them is not here. */
  'person.compare': channel(
    z.strictObject({ one: PersonId, other: PersonId }),
    z
      .strictObject({
        one: MergeSide,
        other: MergeSide,
        differs: z.array(PersonGroup),
        /** They are one person already, so each is counted by itself. */
        alreadyOne: z.boolean(),
        /** What joins these very two. */
        link: PersonLink.nullable(),
        supervisor: z.boolean(),
      })
      .nullable(),
  ),
  /** Two records are one person from now on. Neither changes; the kept one shows the papers of both. */
  'person.link': channel(
    z.strictObject({ kept: PersonId, merged: PersonId }),
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('linked'), link: PersonLink }),
      linkRefused,
      gone,
      askSupervisor,
      NotSaved,
    ]),
  ),
  /** Separates two records exactly as they were. */
  'person.unlink': channel(
    z.strictObject({ linkId: z.uuid(), reason: z.string().trim().max(200) }),
    z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('separated') }), gone, askSupervisor, NotSaved]),
  ),
  /** What is to be decided, the oldest first; `open` counts all of it. */
  'review.list': channel(
    z.strictObject({}),
    z.strictObject({
      reviews: z.array(ReviewView).max(50),
      open: z.int().min(0),
      supervisor: z.boolean(),
    }),
  ),
  'review.decide': channel(
    z.strictObject({
      reviewId: z.uuid(),
      choice: z.enum(['stands', 'proposed', 'same', 'different']),
      /** Of two records that are the same person, the one to keep. */
      kept: PersonId.nullable(),
    }),
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('decided') }),
      linkRefused,
      gone,
      askSupervisor,
      NotSaved,
    ]),
  ),
} as const
