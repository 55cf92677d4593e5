import { z } from 'zod'

import { JobId, OperatorId } from '../domain/id.ts'
import { FourTexts } from '../domain/language.ts'
import { Lot, Medicine } from '../domain/pharmacy/medicine.ts'
import { ColdReading, LotMark, ReorderLevel, StockPaper, SupplyRequest } from '../domain/pharmacy/stock-paper.ts'
import { channel } from './channel.ts'
import { NotSaved } from './not-saved.ts'

const Code = z.string().min(1).max(32)

export const StockStore = z.strictObject({
  code: Code,
  /** Null for the shelf that patients are given from, where no room stands for it. */
  name: FourTexts.nullable(),
  label: z.string().max(12),
})
export type StockStore = z.infer<typeof StockStore>

/** A lot wherever it stands. */
export const StoredLot = z.strictObject({
  lot: Lot,
  /** Why none of it may be given. */
  hold: z.enum(['recalled', 'quarantined', 'expired']).nullable(),
  mark: LotMark.nullable(),
  /** 0: it has ended; 30, 60, 90: it ends within so many days. */
  band: z.union([z.literal(0), z.literal(30), z.literal(60), z.literal(90)]).nullable(),
  stands: z.array(z.strictObject({ store: Code, units: z.int() })),
})
export type StoredLot = z.infer<typeof StoredLot>

export const StoredMedicine = z.strictObject({
  medicine: Medicine,
  lots: z.array(StoredLot),
  /** What may be given, over all stores. */
  usable: z.int(),
  level: ReorderLevel.nullable(),
  /** The wish that is open. */
  request: SupplyRequest.nullable(),
})
export type StoredMedicine = z.infer<typeof StoredMedicine>

const Listed = z.strictObject({ medicine: Medicine, stored: StoredLot })

export const PaperNote = z.strictObject({
  paper: StockPaper,
  by: z.string(),
  names: z.array(z.string()),
  /** Whether it can still be answered by a paper against it. */
  mayTakeBack: z.boolean(),
})
export type PaperNote = z.infer<typeof PaperNote>

/** A transfer on its way, or found short. */
export const Coming = z.strictObject({
  paper: StockPaper,
  by: z.string(),
  lines: z.array(
    z.strictObject({ medicine: Medicine.nullable(), lot: Lot, unsaid: z.int().min(0), missing: z.int().min(0) }),
  ),
})
export type Coming = z.infer<typeof Coming>

export const StockRefused = z.enum([
  'unknown-store',
  'same-store',
  'unknown-lot',
  'other-medicine',
  'other-expiry',
  'expired-lot',
  'more-than-shelf',
  'more-damaged',
  'nothing-expected',
  'recount',
  'witness',
  'twice',
  'nothing',
  'too-late',
])

export const StockAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('saved'), paper: StockPaper }),
  z.strictObject({ kind: z.literal('refused'), reason: StockRefused, lot: z.string() }),
  /** These lots are to be counted again: what was found is far from what was expected. */
  z.strictObject({ kind: z.literal('recount'), lots: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('wrong'), triesLeft: z.int().min(0) }),
  z.strictObject({ kind: z.literal('wait'), until: z.iso.datetime() }),
  NotSaved,
])
export type StockAnswer = z.infer<typeof StockAnswer>

const Saved = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('saved') }),
  z.strictObject({
    kind: z.literal('refused'),
    reason: z.enum(['unknown', 'say-what-was-done', 'wanted-below-least']),
  }),
  NotSaved,
])

/** A line as a person says it. */
export const SaidLine = z.strictObject({
  medicine: z.string().max(80),
  /** As it is printed on the pack. */
  lot: z.string().trim().min(1).max(40),
  /** Null for a lot that is known. */
  expiry: z.iso.date().nullable(),
  expected: z.int().min(0).max(1_000_000).nullable(),
  found: z.int().min(0).max(1_000_000),
  damaged: z.int().min(0).max(1_000_000),
  /** When it was counted: what came or went since then is no difference. */
  seenAt: z.iso.datetime().nullable(),
  recounted: z.boolean(),
})
export type SaidLine = z.infer<typeof SaidLine>

/** A second person and their PIN. */
const Second = z.strictObject({ id: OperatorId, pin: z.string().regex(/^\d{4,8}$/) }).nullable()

export const stockChannels = {
  'stock.stores': channel(z.strictObject({}), z.array(StockStore).max(100)),
  'stock.shelf': channel(z.strictObject({ text: z.string().max(100) }), z.array(StoredMedicine).max(60)),
  'stock.watch': channel(
    z.strictObject({}),
    z.strictObject({
      ending: z.array(Listed).max(60),
      stopped: z.array(Listed).max(60),
      asked: z.array(z.strictObject({ request: SupplyRequest, medicine: Medicine.nullable() })).max(100),
      papers: z.array(PaperNote).max(20),
      /** Transfers whose receiver has not found everything yet, the newest first. */
      coming: z.array(Coming).max(20),
      cold: z.array(z.strictObject({ store: Code, readings: z.array(ColdReading).max(5) })),
    }),
  ),
  /** What stands on one shelf of a store, without saying how much: for a blind count. */
  'stock.sheet': channel(
    z.strictObject({ store: Code, shelf: z.string().max(12) }),
    z.array(z.strictObject({ medicine: Medicine, lot: Lot })).max(200),
  ),
  'stock.record': channel(
    z.strictObject({
      kind: z.enum(['received', 'sent', 'counted', 'returned', 'destroyed']),
      store: Code,
      other: z.string().max(80).nullable(),
      reference: z.string().trim().max(80),
      note: z.string().trim().max(200),
      lines: z.array(SaidLine).min(1).max(200),
      second: Second,
    }),
    StockAnswer,
  ),
  /** Says what came of a transfer, where it went to: whole, in parts, some of it broken. */
  'stock.arrive': channel(
    z.strictObject({
      paper: z.uuid(),
      lines: z
        .array(
          z.strictObject({
            lotId: z.string().max(80),
            found: z.int().min(0).max(1_000_000),
            damaged: z.int().min(0).max(1_000_000),
          }),
        )
        .min(1)
        .max(200),
    }),
    StockAnswer,
  ),
  /** Prints the slip of a paper; null when it cannot be. */
  'stock.slip': channel(z.strictObject({ paper: z.uuid() }), JobId.nullable()),
  'stock.take-back': channel(z.strictObject({ paper: z.uuid() }), StockAnswer),
  'stock.mark': channel(LotMark.pick({ id: true, state: true, reason: true }), Saved),
  'stock.cold': channel(ColdReading.pick({ store: true, celsius: true, done: true }), Saved),
  'stock.level': channel(ReorderLevel, Saved),
} as const
