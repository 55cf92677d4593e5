import { dayOf, maySupply } from '../../domain/pharmacy/emergency-rule.ts'
import type { Prescription, PrescriptionItem } from '../../domain/pharmacy/prescription.ts'
import { mayDispense, mayGive } from '../../domain/pharmacy/right-rule.ts'
import type { Bench } from './bench.ts'

const DAY = 24 * 3_600_000
const MOST = 100

/**
 * How much of an ordered medicine two people may give without its right: a day's doses in a day, of what the hospital
 * allows, never more than is still to be given, and nothing while the right is here or the order has ended.
 */
export function mostInEmergency(bench: Bench, prescription: Prescription, item: PrescriptionItem): number {
  const { shared, pharmacy, orders } = bench.store
  const medicine = shared.medicine.get(item.medicine)
  if (medicine === null || !maySupply(medicine) || !mayDispense(prescription)) return 0
  if (orders.state(prescription.id).closed.has(item.id)) return 0
  const me = pharmacy.giver()
  if (pharmacy.rights(item.id).some((right) => mayGive(right, me) > 0)) return 0
  const since = new Date(bench.now().getTime() - DAY).toISOString()
  const today = pharmacy
    .supplies(prescription.personId, MOST)
    .filter(({ medicine: code, at }) => code === item.medicine && at > since)
    .reduce((sum, { quantity }) => sum + quantity, 0)
  const open = item.quantity - pharmacy.given(item.id)
  return Math.max(0, Math.min(dayOf(item, medicine.form) - today, open))
}
