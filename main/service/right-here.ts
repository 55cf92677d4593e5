import type { PrescriptionItem, Right } from '../../domain/pharmacy/prescription.ts'
import { isHere } from '../../domain/pharmacy/right-rule.ts'
import type { Bench } from './bench.ts'

/** The right to give this item, when this terminal holds it in the epoch it lives in. */
export function rightHere({ store }: Bench, item: PrescriptionItem): Right | null {
  const me = store.pharmacy.giver()
  const mine = store.pharmacy.rights(item.id).filter((right) => isHere(right, me))
  return mine.toSorted((one, other) => other.left - one.left)[0] ?? null
}
