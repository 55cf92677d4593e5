import { isControlled } from './controlled.ts'
import { lotHold } from './lot-rule.ts'
import type { LotHold } from './lot-rule.ts'
import type { Lot, Medicine } from './medicine.ts'
import type { Dispense } from './prescription.ts'
import type { LotMark } from './stock-paper.ts'

/**
 * Why a supervisor should look at a hand-over that was made on a day of the hospital's calendar; null when it was as it
 * should be. A mark that came after it is no fault of whoever gave it.
 */
export function giveFault(
  dispense: Pick<Dispense, 'at' | 'operator' | 'witness'>,
  {
    lot,
    mark,
    medicine,
  }: { readonly lot: Lot | null; readonly mark: LotMark | null; readonly medicine: Medicine | null },
  day: string,
): LotHold | 'one-person' | null {
  const known = mark !== null && mark.at <= dispense.at ? mark : null
  const held = lot === null ? null : lotHold(lot, known, day)
  if (held !== null) return held
  if (medicine === null || !isControlled(medicine)) return null
  return dispense.witness === undefined || dispense.witness === dispense.operator ? 'one-person' : null
}
