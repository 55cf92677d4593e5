import type { z } from 'zod'

import type { LineQuestion, orderChannels, Proposal } from '../../contract/order.ts'
import type { PrescriptionId, PrescriptionItemId } from '../../domain/id.ts'
import { openQuestions, questionOf } from '../../domain/pharmacy/order-state.ts'
import type { OrderState, Question } from '../../domain/pharmacy/order-state.ts'
import type { PrescriptionItem } from '../../domain/pharmacy/prescription.ts'
import { mayDispense } from '../../domain/pharmacy/right-rule.ts'
import { insteadOf } from '../../domain/pharmacy/substitute.ts'
import type { Bench } from './bench.ts'
import { touching } from './beside.ts'
import { changedMeanwhile, noteOrder } from './order-note.ts'
import type { Noted } from './order-note.ts'
import { rightsHere } from './right-here.ts'
import { shelf } from './shelf.ts'
import { nameOf } from './visit-desk.ts'

type Asked = z.output<(typeof orderChannels)['order.ask']['input']>

const MOST_PROPOSALS = 9

/** What may be proposed in the place of an item: the same ingredients, on this shelf first, and no known allergy against it. */
export function proposals(bench: Bench, id: PrescriptionId, itemId: PrescriptionItemId): Proposal[] {
  const { shared, pharmacy: records } = bench.store
  const prescription = shared.prescription.get(id)
  const item = prescription?.items.find((each) => each.id === itemId)
  const from = item === undefined ? null : shared.medicine.get(item.medicine)
  if (prescription === null || item === undefined || from === null) return []
  const allergies = records.allergies(prescription.personId)
  const left = item.quantity - records.given(item.id)
  return shared.medicine
    .all()
    .flatMap((medicine) => {
      const instead = insteadOf(from, medicine, item, left)
      if (instead === null || touching(allergies, medicine).length > 0) return []
      return [{ instead, medicine, here: unitsHere(bench, medicine.code) }]
    })
    .toSorted(
      (one, other) =>
        Number(other.here > 0) - Number(one.here > 0) || one.medicine.code.localeCompare(other.medicine.code),
    )
    .slice(0, MOST_PROPOSALS)
}

export const unitsHere = (bench: Bench, medicine: string): number =>
  shelf(bench, medicine).reduce(
    (sum, { here, expired, mark }) => sum + (expired || mark !== undefined ? 0 : Math.max(0, here)),
    0,
  )

/** Asks the prescriber about one line; the line waits, the others go on. */
export function ask(bench: Bench, { prescriptionId, itemId, why, instead, words }: Asked): Noted {
  if (instead !== null && bench.store.shared.medicine.get(instead.medicine) === null) return changedMeanwhile
  return noteOrder(
    bench,
    prescriptionId,
    ({ prescription, state }) => {
      const item = prescription.items.find(({ id }) => id === itemId)
      return item !== undefined && mayDispense(prescription) && mayBeAsked(bench, state, item)
    },
    { kind: 'asked', itemId, why, instead, words },
  )
}

/** Only who may give an item asks about it, and one question at a time. */
const mayBeAsked = (bench: Bench, state: OrderState, item: PrescriptionItem): boolean =>
  rightsHere(bench, item).length > 0 &&
  bench.store.pharmacy.given(item.id) < item.quantity &&
  !state.closed.has(item.id) &&
  !openQuestions(state).some(({ asked }) => asked.itemId === item.id)

export const withdraw = (bench: Bench, id: PrescriptionId, question: string): Noted =>
  noteOrder(bench, id, ({ state }) => openQuestions(state).some(({ asked }) => asked.id === question), {
    kind: 'withdrawn',
    question,
  })

/** What was asked last about an item, as its line shows it. */
export function lineQuestion(bench: Bench, state: OrderState, item: PrescriptionItem): LineQuestion | null {
  const question = questionOf(state, item.id)
  return question === null ? null : questionView(bench, question)
}

function questionView(bench: Bench, { asked, answer }: Question): LineQuestion {
  const { id, why, instead, words, at } = asked
  return {
    id,
    why,
    instead: instead === null ? null : { instead, medicine: bench.store.shared.medicine.get(instead.medicine) },
    words,
    at,
    isUnsent: bench.store.outbox.isPending('order_event', id),
    answer:
      answer === null
        ? null
        : { answer: answer.answer, by: nameOf(bench, answer.by), at: answer.at, words: answer.words },
  }
}
