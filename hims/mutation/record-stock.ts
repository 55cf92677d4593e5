import type { LotMark, ColdReading } from '../../domain/pharmacy/stock-paper.ts'
import type { Mutation } from '../../domain/wire/sync.ts'
import { findRecord, isKept, own, putRecord } from '../record/record-store.ts'
import { alreadyKept, applied, refused } from './outcome.ts'
import type { Applying, Outcome } from './outcome.ts'

type Recorded = Extract<Mutation['body'], { readonly kind: 'stock.recorded' }>

/** A paper about stock, with what it does to the ledger: every event names its paper and a lot on it. */
export async function recordStock({ store, terminal, at }: Applying, said: Recorded): Promise<Outcome> {
  const { paper, lots, events } = said
  if (paper.terminal !== terminal.id) return refused('other-terminal')
  const before = await findRecord(store, 'stock_paper', paper.id)
  if (before !== null) return alreadyKept(before.row, paper)
  const onPaper = new Set(paper.lines.map(({ lotId }) => lotId))
  if (!events.every((event) => event.paper === paper.id && onPaper.has(event.lotId))) return refused('wrong-sum')
  for (const row of lots)
    if (!(await isKept(store, 'lot', row.id))) await putRecord(store, own({ table: 'lot', row }), at)
  await putRecord(store, own({ table: 'stock_paper', row: paper }), at)
  for (const row of events) await putRecord(store, own({ table: 'stock_event', row }), at)
  return applied
}

/** The later word about a lot counts, whichever comes first. */
export async function markLot({ store, at }: Applying, mark: LotMark): Promise<Outcome> {
  const before = (await findRecord(store, 'lot_mark', mark.id))?.row
  if (before === undefined || before.at <= mark.at) await putRecord(store, own({ table: 'lot_mark', row: mark }), at)
  return applied
}

export async function readCold({ store, at }: Applying, reading: ColdReading): Promise<Outcome> {
  await putRecord(store, own({ table: 'cold_reading', row: reading }), at)
  return applied
}
