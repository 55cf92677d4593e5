import { z } from 'zod'

import { JobId, PersonId } from '../domain/id.ts'
import { Language } from '../domain/language.ts'
import { MOST_BORN } from '../domain/person/newborn.ts'
import { District, Person, Sex } from '../domain/person/person.ts'
import { LooksLike } from '../domain/person/unidentified.ts'
import { channel } from './channel.ts'

const notSaved = z.strictObject({ kind: z.literal('not-saved'), cause: z.enum(['disk-full', 'store-closed']) })
const gone = z.strictObject({ kind: z.literal('gone') })

/** A person whom a server knows and this computer did not. */
export const ElsewhereAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('found'), people: z.array(Person).max(10), more: z.boolean() }),
  /** Nothing in the text that one may ask for: a phone, an ABHA number, a card number. */
  z.strictObject({ kind: z.literal('not-asked') }),
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
  'person.elsewhere': channel(z.strictObject({ text: z.string().max(200) }), ElsewhereAnswer),
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
      notSaved,
    ]),
  ),
  /** Somebody who cannot say who they are: no facts are asked for, a wristband names them. */
  'person.unknown': channel(
    z.strictObject({ sex: Sex, looks: LooksLike, language: Language }),
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('saved'), person: Person, job: JobId.nullable() }),
      notSaved,
    ]),
  ),
  'band.print': channel(
    z.strictObject({ personId: PersonId }),
    z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('queued'), job: JobId }), gone, notSaved]),
  ),
  /** With the person's agreement; null takes the photo away. It stays on this computer. */
  'photo.keep': channel(
    z.strictObject({ personId: PersonId, photo: PhotoText.nullable() }),
    z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('kept') }), gone, notSaved]),
  ),
  'photo.of': channel(
    z.strictObject({ personId: PersonId }),
    z.strictObject({ photo: PhotoText, takenAt: z.iso.datetime() }).nullable(),
  ),
} as const
