import type { GiveRefusal } from '../../contract/pharmacy.ts'
import type { PrescriptionItemId } from '../../domain/id.ts'
import type { Lot, Medicine } from '../../domain/pharmacy/medicine.ts'
import type { Prescription, PrescriptionItem, Right } from '../../domain/pharmacy/prescription.ts'
import { mayDispense } from '../../domain/pharmacy/right-rule.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Bench } from './bench.ts'
import { rightHere, touching } from './pick-list.ts'

export interface AskedLine {
  readonly itemId: PrescriptionItemId
  readonly lotId: string
  readonly quantity: number
}

/** A line that may be given, with all that the records and the label need. */
export interface CheckedLine {
  readonly item: PrescriptionItem
  readonly medicine: Medicine
  readonly lot: Lot
  readonly right: Right
  readonly quantity: number
}

export interface RefusedLine {
  readonly reason: GiveRefusal
  readonly itemId: PrescriptionItemId
}

/** Checks every line against right, shelf, date and allergies; lines of one item or lot count together. */
export function checkLines(
  bench: Bench,
  prescription: Prescription,
  lines: readonly AskedLine[],
): Result<readonly CheckedLine[], RefusedLine> {
  const checked: CheckedLine[] = []
  for (const line of lines) {
    const answer = checkLine(bench, prescription, line, checked)
    if (!answer.ok) return fail({ reason: answer.problem, itemId: line.itemId })
    checked.push(answer.value)
  }
  return ok(checked)
}

function checkLine(
  bench: Bench,
  { items, personId, status }: Prescription,
  { itemId, lotId, quantity }: AskedLine,
  before: readonly CheckedLine[],
): Result<CheckedLine, GiveRefusal> {
  const { store } = bench
  const item = items.find(({ id }) => id === itemId)
  const lot = store.shared.lot.get(lotId)
  const medicine = item === undefined ? null : store.shared.medicine.get(item.medicine)
  if (item === undefined || lot === null || medicine === null || lot.medicine !== item.medicine) return fail('unknown')
  if (touching(store.pharmacy.allergies(personId), medicine).length > 0) return fail('allergy')
  if (!mayDispense({ status })) return fail('stopped')
  const right = rightHere(bench, item)
  if (right === null) return fail('no-right')
  const ofItem = sum(before.filter((line) => line.item.id === itemId))
  // An order may have been cut since its right was given.
  const open = Math.min(right.left, item.quantity - store.pharmacy.given(itemId))
  if (quantity + ofItem > open) return fail('more-than-right')
  if (lot.expiry < bench.today()) return fail('expired-lot')
  const ofLot = sum(before.filter((line) => line.lot.id === lotId))
  if (quantity + ofLot > store.pharmacy.here(lotId)) return fail('more-than-stock')
  return ok({ item, medicine, lot, right, quantity })
}

const sum = (lines: readonly CheckedLine[]): number => lines.reduce((total, { quantity }) => total + quantity, 0)
