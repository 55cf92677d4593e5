import { isDeepStrictEqual } from 'node:util'

import { QUARANTINE } from '../../domain/pharmacy/give-back-rule.ts'
import { OWN_SHELF } from '../../domain/pharmacy/stock-ledger.ts'
import { judgePaper } from '../../domain/pharmacy/stock-rule.ts'
import type { StockKnown } from '../../domain/pharmacy/stock-rule.ts'
import type { Lot, Medicine, StockEvent } from '../../domain/pharmacy/medicine.ts'
import type { LotMark, ColdReading, StockPaper } from '../../domain/pharmacy/stock-paper.ts'
import type { Mutation } from '../../domain/wire/sync.ts'
import { findRecord, isKept, own, ownAt, putRecord } from '../record/record-store.ts'
import type { Store } from '../database/schema.ts'
import { askForMore, fillRequest } from '../stock/ask-for-more.ts'
import { alreadyKept, applied, refused } from './outcome.ts'
import type { Applying, Outcome } from './outcome.ts'

type Recorded = Extract<Mutation['body'], { readonly kind: 'stock.recorded' }>

/**
 * A paper about stock, with what it does to the ledger: exactly what the rule makes of what stands on it. Whether there
 * was enough on the shelf only the shelf can say, so a sum below nothing is kept for somebody to count.
 */
export async function recordStock({ store, terminal, at }: Applying, said: Recorded): Promise<Outcome> {
  const { paper, lots, events } = said
  const hospital = terminal.facility
  if (paper.terminal !== terminal.id) return refused('other-terminal')
  const before = await findRecord(store, 'stock_paper', paper.id)
  if (before !== null) return alreadyKept(before.row, paper)
  const verdict = judgePaper(paper, lots, await knownAt(store, paper, lots))
  if (!verdict.ok || !isDeepStrictEqual(byId(events), byId(verdict.value))) return refused('wrong-sum')
  for (const row of lots)
    if (!(await isKept(store, 'lot', row.id))) await putRecord(store, own({ table: 'lot', row }), at)
  const { from, to, isShared } = await shelvesOf(store, paper, hospital)
  await putRecord(store, ownAt(isShared ? undefined : hospital, { table: 'stock_paper', row: paper }), at)
  for (const row of events) {
    await putRecord(store, ownAt(row.store === paper.store ? from : to, { table: 'stock_event', row }), at)
  }
  await fillRequest(store, paper, hospital, at)
  for (const medicine of new Set(paper.lines.map((line) => line.medicine))) {
    await askForMore(store, { medicine, hospital }, at)
  }
  return applied
}

interface Shelves {
  /** The hospitals on whose shelves a paper counts: that of its store, and that of the other one. */
  readonly from: string
  readonly to: string
  /** Two hospitals have to see the paper. */
  readonly isShared: boolean
}

/** A terminal that was cut off may have sent something to another hospital's store, and may take it back from there. */
async function shelvesOf(store: Store, paper: StockPaper, hospital: string): Promise<Shelves> {
  const answered = await findRecord(store, 'stock_paper', paper.reference)
  const isAnswer = answered?.person === null && answered.row.kind === 'sent'
  const isTakenBack = isAnswer && paper.kind === 'sent' && answered.row.other === paper.store
  const from = isTakenBack ? await hospitalOf(store, paper.store, hospital) : hospital
  const to = paper.kind === 'sent' ? await hospitalOf(store, paper.other, hospital) : hospital
  return { from, to, isShared: isAnswer || from !== hospital || to !== hospital }
}

/** Whose store it is; the shelf that patients are given from is called alike in all hospitals. */
async function hospitalOf(store: Store, code: string | null, hospital: string): Promise<string> {
  if (code === null || code === OWN_SHELF) return hospital
  return (await findRecord(store, 'room', code))?.row.facility ?? hospital
}

const byId = (events: readonly StockEvent[]): readonly StockEvent[] =>
  events.toSorted((one, other) => (one.id < other.id ? -1 : 1))

/** What HIMS holds of what a paper speaks of. Another server may know a lot by another medicine or date: that stays theirs. */
async function knownAt(store: Store, paper: StockPaper, said: readonly Lot[]): Promise<StockKnown> {
  const [lots, medicines] = [new Map<string, Lot>(), new Map<string, Medicine>()]
  for (const { lotId, medicine } of paper.lines) {
    const lot = (await findRecord(store, 'lot', lotId))?.row
    if (lot !== undefined) lots.set(lotId, lot)
    const known = (await findRecord(store, 'medicine', medicine))?.row
    if (known !== undefined) medicines.set(medicine, known)
  }
  const stores = new Set([OWN_SHELF, QUARANTINE])
  for (const code of [paper.store, paper.other ?? '']) {
    const room = (await findRecord(store, 'room', code))?.row
    if (room?.kind === 'store') stores.add(code)
  }
  const news = new Map(said.map((lot) => [lot.id, lot]))
  return {
    today: paper.at.slice(0, 10),
    isStore: (code) => stores.has(code),
    // Two counters that typed one lot's date differently both hold the packs: the first word stands.
    lot: (id) => {
      const kept = lots.get(id) ?? null
      const now = news.get(id)
      return kept !== null && now !== undefined ? { ...kept, expiry: now.expiry } : kept
    },
    medicineOf: () => null,
    medicine: (code) => medicines.get(code) ?? null,
    units: () => null,
  }
}

/** The later word about a lot counts, whichever comes first. */
export async function markLot({ store, terminal, at }: Applying, mark: LotMark): Promise<Outcome> {
  const before = (await findRecord(store, 'lot_mark', mark.id))?.row
  if (before !== undefined && before.at > mark.at) return applied
  await putRecord(store, own({ table: 'lot_mark', row: mark }), at)
  const lot = (await findRecord(store, 'lot', mark.id))?.row
  if (lot !== undefined) await askForMore(store, { medicine: lot.medicine, hospital: terminal.facility }, at)
  return applied
}

export async function readCold({ store, terminal, at }: Applying, reading: ColdReading): Promise<Outcome> {
  await putRecord(store, ownAt(terminal.facility, { table: 'cold_reading', row: reading }), at)
  return applied
}
