import { z } from 'zod'

import { channel } from './channel.ts'

export const WaitingRecord = z.strictObject({
  n: z.int(),
  kind: z.string(),
  title: z.string(),
  at: z.iso.datetime(),
  state: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('waiting') }),
    z.strictObject({ kind: z.literal('refused'), reason: z.string() }),
  ]),
})
export type WaitingRecord = z.infer<typeof WaitingRecord>

/** What a comparison of this terminal's rows with its server came to. */
export const Comparison = z.strictObject({
  at: z.iso.datetime(),
  /** Rows that differed and were fetched again; 0 when all was the same. */
  mended: z.int().min(0),
})
export type Comparison = z.infer<typeof Comparison>

/** What the sync page shows beside what every page knows of its terminal. */
export const SyncOverview = z.strictObject({
  /** Whom this terminal talks to now: HIMS itself, the hospital's own server, or a FHIR server in their place; null before either has answered. */
  server: z.enum(['hims', 'hub', 'fhir']).nullable(),
  /** Since when the oldest unsent record waits. */
  oldest: z.iso.datetime().nullable(),
  compared: Comparison.nullable(),
  /** When the records of this computer were last copied; null for never. */
  backup: z.iso.datetime().nullable(),
  /** Matters with two versions that nobody has decided. */
  toDecide: z.int().min(0),
  /** Entries of the work book, and the first that does not follow from the one before it. */
  audit: z.strictObject({ entries: z.int().min(0), broken: z.int().nullable() }),
  /** What was last written to a stick and is not yet known to have arrived. */
  exported: z.strictObject({ at: z.iso.datetime(), records: z.int() }).nullable(),
})
export type SyncOverview = z.infer<typeof SyncOverview>

/** A copy of this computer's records, from its beginning to what came of it; `idle` before the first since the start. */
export const CopyState = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('idle') }),
  /** In pages of the file; `of` is 0 until it is known. */
  z.strictObject({ kind: z.literal('copying'), done: z.int().min(0), of: z.int().min(0) }),
  z.strictObject({ kind: z.literal('copied'), at: z.iso.datetime(), folder: z.string() }),
  z.strictObject({
    kind: z.literal('failed'),
    /** `no-folder`: nobody has named a place for copies; `damaged`: these records themselves can't be read whole. */
    cause: z.enum(['no-folder', 'no-room', 'unwritable', 'damaged']),
  }),
])
export type CopyState = z.infer<typeof CopyState>

const nothing = z.strictObject({})

/** Asked by the page that shows what HIMS has and what it has not. */
export const syncChannels = {
  'sync.waiting': channel(nothing, z.array(WaitingRecord)),
  'sync.overview': channel(nothing, SyncOverview),
  /** This is the computer that goes on, says a person, where HIMS fenced it off for a copy or a twin. */
  'sync.begin-again': channel(z.strictObject({}), z.strictObject({})),
  /** Sends and fetches at once instead of at the next try. */
  'sync.now': channel(nothing, nothing),
  /** Compares every row with the server's and fetches again what differs. */
  'sync.compare': channel(
    nothing,
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('compared'), comparison: Comparison }),
      z.strictObject({ kind: z.literal('away') }),
    ]),
  ),
  /** Writes everything that waits to a USB stick, sealed so that only HIMS can read it; the records stay here too. */
  'sync.export': channel(
    nothing,
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('written'), file: z.string(), records: z.int() }),
      z.strictObject({ kind: z.literal('nothing') }),
      z.strictObject({ kind: z.literal('no-stick') }),
      z.strictObject({ kind: z.literal('no-room') }),
      /** HIMS has never told this terminal whom to seal it for. */
      z.strictObject({ kind: z.literal('no-key') }),
    ]),
  ),
  /** Begins a copy of this computer's records in the folder for copies; one that is being made goes on. */
  'sync.copy': channel(nothing, CopyState),
  /** How far the copy is, asked while one is made. */
  'sync.copying': channel(nothing, CopyState),
  /** Takes HIMS's answer from the stick: what has arrived need not be sent again. */
  'sync.receipt': channel(
    nothing,
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('taken'), records: z.int() }),
      z.strictObject({ kind: z.literal('no-stick') }),
      z.strictObject({ kind: z.literal('no-receipt') }),
    ]),
  ),
} as const
