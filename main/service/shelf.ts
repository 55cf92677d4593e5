import type { ShelfLot } from '../../contract/pharmacy.ts'
import { inGivingOrder, lotHold } from '../../domain/pharmacy/lot-rule.ts'
import type { Bench } from './bench.ts'

/** Lots with something on the shelf, first expiry first; expired and held ones last, for they may not be given. */
export function shelf({ store, today }: Bench, medicine: string): ShelfLot[] {
  const lots = store.pharmacy
    .lots(medicine)
    .map((lot) => {
      const mark = store.shared.lot_mark.get(lot.id)
      const row = { lot, here: store.pharmacy.here(lot.id), expired: lot.expiry < today() }
      const held = lotHold(lot, mark, today()) !== null
      if (mark === null || mark.state === 'free') return { held, row }
      return { held, row: { ...row, mark: { state: mark.state, reason: mark.reason } } }
    })
    .filter(({ row }) => row.here !== 0)
  return inGivingOrder(lots.map(({ held, row }) => ({ lot: row.lot, held, row }))).map(({ row }) => row)
}
