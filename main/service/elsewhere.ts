import type { FourTexts } from '../../domain/language.ts'
import { lotHold } from '../../domain/pharmacy/lot-rule.ts'
import { OWN_SHELF } from '../../domain/pharmacy/stock-ledger.ts'
import type { Bench } from './bench.ts'

const MOST_PLACES = 3

/** A store of this hospital that has some of a medicine that may be given. */
export interface Place {
  readonly name: FourTexts
  readonly units: number
}

/** Where else a medicine stands in this hospital, the most first. */
export function elsewhere({ store, today }: Bench, medicine: string): Place[] {
  const lots = store.pharmacy
    .lots(medicine)
    .filter((lot) => lotHold(lot, store.shared.lot_mark.get(lot.id), today()) === null)
  const stores = store.shared.room
    .all()
    .filter(({ kind, open, code }) => kind === 'store' && open && code !== OWN_SHELF)
  return stores
    .map(({ code, name }) => ({
      name,
      units: lots.reduce((sum, { id }) => sum + Math.max(0, store.stock.units(id, code)), 0),
    }))
    .filter(({ units }) => units > 0)
    .toSorted((one, other) => other.units - one.units)
    .slice(0, MOST_PLACES)
}
