import { readGs1 } from '../../domain/pharmacy/gs1.ts'
import { lotHold } from '../../domain/pharmacy/lot-rule.ts'
import type { LotHold } from '../../domain/pharmacy/lot-rule.ts'
import type { Lot, Medicine, Pack } from '../../domain/pharmacy/medicine.ts'
import type { PackSeen } from '../../domain/pharmacy/pack.ts'
import { lotNumber as asKept } from '../../domain/pharmacy/stock-rule.ts'
import type { Bench } from './bench.ts'

/** What a scanned text says as the code of a pack, by the formulary and the lots here; null where it is no such code. */
export function seenPack(bench: Bench, text: string): PackSeen | null {
  const { store, today } = bench
  if (store.device.read().role !== 'pharmacy') return null
  const code = readGs1(text, today())
  if (!code.ok) return code.problem === 'not-gs1' ? null : { kind: 'broken', fault: code.problem }
  const { gtin, content, count, lot: lotNumber, expiry } = code.value
  const number = gtin ?? content ?? ''
  const known = packWith(bench, number)
  const lot = known === null || lotNumber === null ? null : lotWith(bench, known.medicine, lotNumber)
  const mark = lot === null ? null : store.shared.lot_mark.get(lot.id)
  return {
    kind: 'read',
    gtin: number,
    lotNumber,
    expiry,
    medicine: known?.medicine ?? null,
    units: known === null ? null : known.pack.units * (gtin === null ? Math.max(1, count ?? 1) : 1),
    lot,
    held: held(bench, lot, expiry),
    reason: mark === null || mark.state === 'free' ? '' : mark.reason,
  }
}

/** The date on the pack counts as much as the one in the records: the earlier one ends it. */
function held({ store, today }: Bench, lot: Lot | null, expiry: string | null): LotHold | null {
  const byRecord = lot === null ? null : lotHold(lot, store.shared.lot_mark.get(lot.id), today())
  return byRecord ?? (expiry === null ? null : lotHold({ expiry }, null, today()))
}

interface Known {
  readonly medicine: Medicine
  readonly pack: Pack
}

/** A formulary has hundreds of lines: they are read through. */
function packWith({ store }: Bench, gtin: string): Known | null {
  for (const medicine of store.shared.medicine.all()) {
    const pack = medicine.packs?.find((each) => each.gtin === gtin)
    if (pack !== undefined) return { medicine, pack }
  }
  return null
}

const plain = (lot: string): string => lot.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')

/** The lot that is kept under this number; only without one, one whose letters and digits are the same. */
function lotWith({ store }: Bench, medicine: Medicine, number: string): Lot | null {
  const lots = store.pharmacy.lots(medicine.code)
  return (
    lots.find(({ lot }) => asKept(lot) === asKept(number)) ??
    lots.find(({ lot }) => plain(lot) === plain(number)) ??
    null
  )
}
