import { isControlled } from './controlled.ts'
import type { EmergencySupply } from './emergency-supply.ts'
import { measures } from './measure.ts'
import type { Medicine } from './medicine.ts'
import type { PrescriptionItem } from './prescription.ts'

/** The formulary group of medicines that a hospital allows to be given in an emergency. */
export const EMERGENCY_GROUP = 'emergency-supply'

export const maySupply = (medicine: Medicine): boolean =>
  medicine.groups.includes(EMERGENCY_GROUP) && !isControlled(medicine)

/** The most that may be given at once: the doses of one day, and of what is not counted by dose, one package. */
export function dayOf({ dose }: Pick<PrescriptionItem, 'dose'>, form: Medicine['form']): number {
  const { dose: unit, pack } = measures[form]
  if (unit !== pack) return 1
  return Math.min(100, Math.max(1, Math.ceil(dose.morning + dose.noon + dose.evening + dose.night)))
}

/** Why a supervisor should look at a supply; null when it was as it should be. */
export function supplyFault(
  supply: EmergencySupply,
  medicine: Medicine | null,
  item: Pick<PrescriptionItem, 'dose'> | null,
): 'one-person' | 'controlled' | 'not-listed' | 'more-than-a-day' | null {
  if (supply.witness === supply.operator) return 'one-person'
  if (medicine === null) return null
  if (isControlled(medicine)) return 'controlled'
  if (!maySupply(medicine)) return 'not-listed'
  return item !== null && supply.quantity > dayOf(item, medicine.form) ? 'more-than-a-day' : null
}
