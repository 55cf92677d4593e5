import type { PrescriptionItem, Right } from '../../domain/pharmacy/prescription.ts'
import { isHere } from '../../domain/pharmacy/right-rule.ts'
import type { Bench } from './bench.ts'

/**
 * The rights to give this item that this terminal holds in the epoch it lives in, the largest first. What came back by
 * mistake has one of its own.
 */
export function rightsHere({ store }: Bench, item: PrescriptionItem): readonly Right[] {
  const me = store.pharmacy.giver()
  const mine = store.pharmacy.rights(item.id).filter((right) => isHere(right, me))
  return mine.toSorted((one, other) => other.left - one.left)
}

/** Units that may be given here by all of them, and never more than is still to be given: an order may be cut meanwhile. */
export function leftHere(bench: Bench, item: PrescriptionItem): number {
  const left = rightsHere(bench, item).reduce((sum, right) => sum + right.left, 0)
  return Math.max(0, Math.min(left, item.quantity - bench.store.pharmacy.given(item.id)))
}
