import type { GiveRefusal } from '../../contract/pharmacy.ts'
import type { PrescriptionItemId } from '../../domain/id.ts'
import type { Lot, Medicine } from '../../domain/pharmacy/medicine.ts'
import type { Prescription, PrescriptionItem } from '../../domain/pharmacy/prescription.ts'
import { isControlled } from '../../domain/pharmacy/controlled.ts'
import { lotHold } from '../../domain/pharmacy/lot-rule.ts'
import { openQuestions, questionOf } from '../../domain/pharmacy/order-state.ts'
import type { OrderState } from '../../domain/pharmacy/order-state.ts'
import { mayDispense } from '../../domain/pharmacy/right-rule.ts'
import { needsReason } from '../../domain/pharmacy/warning.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Bench } from './bench.ts'
import { runningOf, touching, warningsFor } from './beside.ts'
import type { Running } from './beside.ts'
import { leftHere, rightsHere } from './right-here.ts'
import { nameOf } from './visit-desk.ts'

export interface AskedLine {
  readonly itemId: PrescriptionItemId
  readonly lotId: string
  readonly quantity: number
  readonly reason?: string | undefined
}

/** A line that may be given, with all that the records and the label need. */
export interface CheckedLine {
  readonly item: PrescriptionItem
  readonly medicine: Medicine
  readonly lot: Lot
  readonly quantity: number
  /** Why it is given although something speaks against it; null where nothing does. */
  readonly reason: string | null
  /** Two people must look at it. */
  readonly isControlled: boolean
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
  const running = runningOf(bench, prescription.personId)
  for (const line of lines) {
    const answer = checkLine(bench, prescription, line, { before: checked, running })
    if (!answer.ok) return fail({ reason: answer.problem, itemId: line.itemId })
    checked.push(answer.value)
  }
  return ok(checked)
}

interface Beside {
  /** Lines of the same hand-over that were found right. */
  readonly before: readonly CheckedLine[]
  readonly running: readonly Running[]
}

function checkLine(
  bench: Bench,
  prescription: Prescription,
  { itemId, lotId, quantity, reason: said }: AskedLine,
  { before, running }: Beside,
): Result<CheckedLine, GiveRefusal> {
  const { store } = bench
  const { items, personId, status } = prescription
  const item = items.find(({ id }) => id === itemId)
  const lot = store.shared.lot.get(lotId)
  const medicine = item === undefined ? null : store.shared.medicine.get(item.medicine)
  if (item === undefined || lot === null || medicine === null || lot.medicine !== item.medicine) return fail('unknown')
  const allergies = store.pharmacy.allergies(personId)
  if (touching(allergies, medicine).length > 0) return fail('allergy')
  if (!mayDispense({ status })) return fail('stopped')
  const state = store.orders.state(prescription.id)
  if (state.closed.has(itemId)) return fail('taken-back')
  if (openQuestions(state).some(({ asked }) => asked.itemId === itemId)) return fail('asked')
  if (rightsHere(bench, item).length === 0) return fail('no-right')
  const ofItem = sum(before.filter((line) => line.item.id === itemId))
  if (quantity + ofItem > leftHere(bench, item)) return fail('more-than-right')
  const held = lotHold(lot, store.shared.lot_mark.get(lotId), bench.today())
  if (held !== null) return fail(held === 'expired' ? 'expired-lot' : 'held-lot')
  const ofLot = sum(before.filter((line) => line.lot.id === lotId))
  if (quantity + ofLot > store.pharmacy.here(lotId)) return fail('more-than-stock')
  const word = wordOf(bench, state, itemId)
  const asksWhy = warningsFor(bench, prescription, item, { running, allergies, state }).some(needsReason)
  if (asksWhy && said === undefined && word === null) return fail('reason-missing')
  const reason = asksWhy ? (said ?? word) : null
  return ok({ item, medicine, lot, quantity, reason, isControlled: isControlled(medicine) })
}

/** The prescriber's word for giving it as it was written, which is reason enough. */
function wordOf(bench: Bench, state: OrderState, item: string): string | null {
  const answer = questionOf(state, item)?.answer ?? null
  if (answer?.answer !== 'as-written') return null
  return [nameOf(bench, answer.by), answer.words]
    .filter((part) => part !== '')
    .join(': ')
    .slice(0, 200)
}

const sum = (lines: readonly CheckedLine[]): number => lines.reduce((total, { quantity }) => total + quantity, 0)
