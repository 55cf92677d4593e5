import { z } from 'zod'

import { JobId, PersonId } from '../domain/id.ts'
import { FourTexts, Language } from '../domain/language.ts'
import { MOST_BORN } from '../domain/person/newborn.ts'
import { District, Person, Sex } from '../domain/person/person.ts'
import { LooksLike } from '../domain/person/unidentified.ts'
import { Reason } from '../domain/search/reason.ts'
import { channel } from './channel.ts'
import { NotSaved } from './not-saved.ts'

const gone = z.strictObject({ kind: z.literal('gone') })

/** A person whom a server knows and this computer did not; who was found by name comes without phone, numbers and house. */
export const AwayPerson = z.strictObject({
  person: Person,
  reasons: z.array(Reason),
  /** The names of the hospitals that hold the record, where they are known here. */
  hospitals: z.array(FourTexts).max(8),
})
export type AwayPerson = z.infer<typeof AwayPerson>

export const ElsewhereAnswer = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('found'),
    people: z.array(AwayPerson).max(10),
    more: z.boolean(),
    /** The hospital's own server answered, because HIMS is away: people of other hospitals may be missing. */
    fromHub: z.boolean(),
    /** The server cannot find everybody by name yet. */
    preparing: z.boolean(),
  }),
  /** Nothing in the text that one may ask for: a phone, an ABHA number, a card number, a name with an age and more. */
  z.strictObject({ kind: z.literal('not-asked') }),
  /** A server that cannot be asked by name. */
  z.strictObject({ kind: z.literal('unable') }),
  z.strictObject({ kind: z.literal('away') }),
  /** Too many questions in a short time; they count for the whole desk. */
  z.strictObject({ kind: z.literal('too-many') }),
])
export type ElsewhereAnswer = z.infer<typeof ElsewhereAnswer>

export const PlaceFound = z.strictObject({
  locality: z.string(),
  ward: z.string().nullable(),
  district: District.nullable(),
  pin: z.string().nullable(),
  used: z.boolean(),
})
export type PlaceFound = z.infer<typeof PlaceFound>

/** The longest a photo may be, in bytes. */
export const PHOTO_BYTES = 20_480

/** A WebP or JPEG picture in base64. */
export const PhotoText = z
  .base64()
  .min(136)
  .max(Math.ceil(PHOTO_BYTES / 3) * 4)

export const registerChannels = {
  /** `pressed`: the clerk wants a name asked for although neither a place nor the end of a phone was said. */
  'person.elsewhere': channel(z.strictObject({ text: z.string().max(200), pressed: z.boolean() }), ElsewhereAnswer),
  /** Takes somebody whom a server knows into this computer's records, as the server has them now. */
  'person.fetch': channel(
    z.strictObject({ id: PersonId }),
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('here') }),
      gone,
      z.strictObject({ kind: z.literal('away') }),
    ]),
  ),
  'place.suggest': channel(z.strictObject({ text: z.string().max(80) }), z.array(PlaceFound).max(6)),
  /** Babies that were born together, each with a record of its own that leads to the mother's. */
  'person.baby': channel(
    z.strictObject({
      mother: PersonId,
      babies: z
        .array(z.strictObject({ sex: Sex }))
        .min(1)
        .max(MOST_BORN),
      on: z.iso.date(),
      /** The clerk saw that babies of this mother and day are here already, and these are others. */
      others: z.boolean(),
    }),
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('saved'), people: z.array(Person).min(1), jobs: z.array(JobId) }),
      z.strictObject({ kind: z.literal('already'), people: z.array(Person).min(1) }),
      gone,
      NotSaved,
    ]),
  ),
  /** Somebody who cannot say who they are: no facts are asked for, a wristband names them. */
  'person.unknown': channel(
    z.strictObject({ sex: Sex, looks: LooksLike, language: Language }),
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('saved'), person: Person, job: JobId.nullable() }),
      NotSaved,
    ]),
  ),
  'band.print': channel(
    z.strictObject({ personId: PersonId }),
    z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('queued'), job: JobId }), gone, NotSaved]),
  ),
  /** With the person's agreement; null takes the photo away. It stays on this computer. */
  'photo.keep': channel(
    z.strictObject({ personId: PersonId, photo: PhotoText.nullable() }),
    z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('kept') }), gone, NotSaved]),
  ),
  'photo.of': channel(
    z.strictObject({ personId: PersonId }),
    z.strictObject({ photo: PhotoText, takenAt: z.iso.datetime() }).nullable(),
  ),
} as const
