import { z } from 'zod'

import { EmergencyBlock } from '../domain/card/card-core.ts'
import { CardRecord } from '../domain/card/card-record.ts'
import { CardStatus } from '../domain/card/card-status.ts'
import { Department } from '../domain/hospital/facility.ts'
import { Visit } from '../domain/hospital/token.ts'
import { Priority } from '../domain/hospital/visit-event.ts'
import { CardId, JobId, OperatorId, PersonId } from '../domain/id.ts'
import { Language, OwnScript } from '../domain/language.ts'
import { Fact, FactAnswer } from '../domain/person/check-fact.ts'
import { Person, PersonDraft } from '../domain/person/person.ts'
import { Reason } from '../domain/search/reason.ts'
import { batchChannels } from './batch.ts'
import { channel } from './channel.ts'
import { dayChannels } from './day.ts'
import { familyChannels } from './family.ts'
import { LinkedRecord, mergeChannels } from './merge.ts'
import { NotSaved } from './not-saved.ts'
import { wrongCardChannels } from './wrong-card.ts'
import { registerChannels } from './register.ts'
import { schemeChannels } from './scheme.ts'
import { staffEvents, staffShell } from './shell.ts'
import { visitChannels } from './visit.ts'

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
  /** The words of a father's, mother's or husband's name; none when nobody said it. */
  guardian: z.array(z.string()),
  age: z.int().nullable(),
  phone: z.string().nullable(),
  /** The last digits of a phone, when that is all that was said. */
  phoneEnd: z.string().nullable(),
  place: z.string().nullable(),
  shortCode: z.string().nullable(),
  /** Fourteen digits. */
  abha: z.string().nullable(),
})
export type Understood = z.infer<typeof Understood>

export const PersonView = z.strictObject({
  person: Person,
  age: z.int(),
  cards: z.array(CardRecord.extend({ shortCode: z.string() })),
  visits: z.array(Visit),
  /** How many other people use this phone. */
  phoneSharedWith: z.int().min(0),
  /** The record, or a card or visit of theirs, has not reached HIMS yet. */
  waiting: z.boolean(),
  /** Other records that are this person too. */
  linked: z.array(LinkedRecord),
})
export type PersonView = z.infer<typeof PersonView>

const noBlank = z.strictObject({ kind: z.literal('no-blank') })
/** Only a supervisor may do this, or may go on after answers that did not fit. */
const askSupervisor = z.strictObject({ kind: z.literal('ask-supervisor') })

/** What the person agreed to have on a card beyond the card number. */
export const CardWishes = z.strictObject({
  /** Name, sex, year of birth, blood group and ABHA number in the code itself, readable without HIMS (P-CORE). */
  details: z.boolean(),
  /** What a doctor must know and a phone to call, in the code, for terminals only; needs `details`. */
  emergency: z.boolean(),
  /** What the person said for it beside the allergies on record; without it those and their own phone. */
  told: EmergencyBlock.optional(),
  /** Blood group and ABHA number printed on the face. */
  face: z.boolean(),
})
export type CardWishes = z.infer<typeof CardWishes>

export const NewCard = z.strictObject({
  card: CardRecord,
  shortCode: z.string(),
  /** The text of its QR symbol, so that the page shows the card as it prints. */
  code: z.string().max(800),
  job: JobId,
  /** What was wished for and its code does not hold: the name, or the sealed part for emergencies. */
  missing: z.enum(['name', 'emergency']).nullable(),
})
export type NewCard = z.infer<typeof NewCard>

const issued = NewCard.extend({ kind: z.literal('issued') })

/** A card as its screen shows it. */
export const CardView = CardRecord.extend({
  shortCode: z.string(),
  /** It was shown at two hospitals in less time than the way takes: one of the two is a copy. */
  seenFarApart: z.boolean(),
})
export type CardView = z.infer<typeof CardView>

export const CardDesk = z.strictObject({
  cards: z.array(CardView),
  /** What this record holds and can be asked about. */
  askable: z.array(Fact),
  /** Cards of its own that this desk can still hand out. */
  left: z.strictObject({ temporary: z.int().min(0), permanent: z.int().min(0) }),
  /** This desk has a key of its own, so that it can sign details. */
  canSign: z.boolean(),
  /** All allergies on record can be said in codes; if not, the emergency part would be wrong by leaving one out. */
  canCodeAllergies: z.boolean(),
  /** These allergies, in SNOMED CT: they are always part of it. */
  recorded: z.array(z.int()),
  supervisor: z.boolean(),
})
export type CardDesk = z.infer<typeof CardDesk>

export const desk = {
  role: 'desk',
  channels: {
    ...staffShell,
    ...mergeChannels,
    ...schemeChannels,
    ...registerChannels,
    ...visitChannels,
    ...dayChannels,
    ...familyChannels,
    ...wrongCardChannels,
    ...batchChannels,
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
        /** Whom the clerk set apart is nearly certainly the same person. */
        z.strictObject({ kind: z.literal('ask-supervisor'), likely: z.array(PersonHit).min(1) }),
        NotSaved,
      ]),
    ),
    /** A name typed in any script, in each other one: as people already here write its words, then as it is spelt. */
    'name.suggest': channel(
      z.strictObject({ text: z.string().max(120) }),
      z.array(
        z.strictObject({ script: z.enum(['Latn', ...OwnScript.options]), candidates: z.array(z.string()).max(3) }),
      ),
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
      z.strictObject({
        personId: PersonId,
        department: z.string().max(32),
        /** Why they are seen before others. */
        priority: Priority.default('none'),
        /** Who was asked for; null for whoever is free. */
        doctor: OperatorId.nullable().default(null),
      }),
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('issued'), visit: Visit, label: z.string(), job: JobId }),
        z.strictObject({ kind: z.literal('no-number') }),
        NotSaved,
      ]),
    ),
    'card.list': channel(z.strictObject({ personId: PersonId }), CardDesk.nullable()),
    /** A temporary card. */
    'card.issue': channel(
      z.strictObject({ personId: PersonId, language: Language, wishes: CardWishes }),
      z.discriminatedUnion('kind', [issued, noBlank, NotSaved]),
    ),
    /** The permanent set: a card for the purse, a large one for home, and what else is wished. */
    'card.permanent': channel(
      z.strictObject({
        personId: PersonId,
        language: Language,
        wishes: CardWishes,
        stickers: z.boolean(),
        /** With a letter it goes by post, and the temporary card serves until then. */
        letter: z.boolean(),
      }),
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('issued'), cards: z.array(NewCard).length(2), jobs: z.array(JobId) }),
        noBlank,
        NotSaved,
      ]),
    ),
    /** A step in a card's life: lost, found again, suspended, revoked. */
    'card.change': channel(
      z.strictObject({ cardId: CardId, to: CardStatus, reason: z.string().trim().max(200) }),
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('changed'), card: CardRecord }),
        z.strictObject({ kind: z.literal('not-allowed'), from: z.string() }),
        askSupervisor,
        NotSaved,
      ]),
    ),
    /** A new card in place of one, after two facts fitted; a supervisor may go on without them. */
    'card.reissue': channel(
      z.strictObject({
        cardId: CardId,
        cause: z.enum(['lost', 'damaged', 'changed']),
        answers: z.array(FactAnswer).max(5),
        bySupervisor: z.boolean(),
        language: Language,
        wishes: CardWishes,
      }),
      z.discriminatedUnion('kind', [
        issued,
        z.strictObject({ kind: z.literal('facts-differ'), wrong: z.array(Fact), triesLeft: z.int().min(0) }),
        z.strictObject({ kind: z.literal('too-few-facts') }),
        z.strictObject({ kind: z.literal('not-allowed'), from: z.string() }),
        askSupervisor,
        noBlank,
        NotSaved,
      ]),
    ),
  },
  events: staffEvents,
} as const
export type Desk = typeof desk
