import { z } from 'zod'

import { PersonId } from '../domain/id.ts'
import { Person } from '../domain/person/person.ts'
import { channel } from './channel.ts'
import { NotSaved } from './not-saved.ts'

/** More people than this are ordered in several batches. */
export const MOST_IN_BATCH = 200

/** How many cards go to the printer at a time: a jam holds up no more than these. */
export const lots = [5, 10, 20] as const

const BatchHead = z.strictObject({
  id: z.uuid(),
  at: z.iso.datetime(),
  supervisor: z.string(),
  /** Who worked at the desk then, if it was somebody else. */
  clerk: z.string().nullable(),
  state: z.enum(['running', 'stopped', 'done', 'undoing', 'undone']),
  people: z.int().min(0),
})

/** Permanent cards ordered for many people: how far it is, and what is to know about it. */
export const BatchView = BatchHead.extend({
  waiting: z.int().min(0),
  ordered: z.int().min(0),
  cancelled: z.int().min(0),
  skipped: z.int().min(0),
  /** The first of those who were left out, and why. */
  leftOut: z.array(
    z.strictObject({ name: z.string(), why: z.enum(['has-permanent', 'no-temporary', 'gone', 'stopped']) }),
  ),
  /** Whoever got a permanent card from elsewhere too: both are good. */
  twice: z.array(z.string()),
  /** It goes on when HIMS has sent signed cards. */
  noBlanks: z.boolean(),
  /** The disk is full: it goes on when there is room. */
  diskFull: z.boolean(),
  /** How many at a time; null while nothing is printed. */
  lot: z.int().min(1).nullable(),
  unprinted: z.int().min(0),
  printed: z.int().min(0),
  atPrinter: z.int().min(0),
  /** Papers that need a person before the next ones go out. */
  stuck: z.int().min(0),
})
export type BatchView = z.infer<typeof BatchView>

const askSupervisor = z.strictObject({ kind: z.literal('ask-supervisor') })
const notAllowed = z.strictObject({ kind: z.literal('not-allowed') })

export const batchChannels = {
  /** Who has only a temporary card. */
  'batch.people': channel(
    z.strictObject({ by: z.enum(['ends-before', 'registered-on']), day: z.iso.date() }),
    z.strictObject({
      people: z
        .array(
          z.strictObject({
            person: Person,
            age: z.int(),
            shortCode: z.string(),
            expires: z.iso.date(),
          }),
        )
        .max(MOST_IN_BATCH),
      more: z.boolean(),
      /** Signed permanent cards at this desk. */
      left: z.int().min(0),
    }),
  ),
  'batch.order': channel(
    z.strictObject({ people: z.array(PersonId).min(1).max(MOST_IN_BATCH) }),
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('ordered'), id: z.uuid() }),
      askSupervisor,
      NotSaved,
    ]),
  ),
  /** One batch, the newest unless another is named, and the others of this desk. */
  'batch.open': channel(
    z.strictObject({ id: z.uuid().nullable() }),
    z.strictObject({ batch: BatchView.nullable(), others: z.array(BatchHead) }),
  ),
  'batch.step': channel(
    z.strictObject({
      id: z.uuid(),
      step: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('stop') }),
        z.strictObject({ kind: z.literal('go-on') }),
        /** Cancels every card of it; only before anything was sent to the printer. */
        z.strictObject({ kind: z.literal('undo') }),
        z.strictObject({ kind: z.literal('print'), lot: z.literal(lots) }),
        z.strictObject({ kind: z.literal('stop-printing') }),
      ]),
    }),
    z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('noted') }), askSupervisor, notAllowed, NotSaved]),
  ),
} as const
