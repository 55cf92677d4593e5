import { questionTaskOf } from '../../domain/fhir/order-task.ts'
import type { Store } from '../database/schema.ts'
import { findByTerm, findRecord } from '../record/record-store.ts'
import type { Found } from '../record/record-store.ts'
import { stateOfOrder } from '../right/order-known.ts'
import { conceptFor } from './medication.ts'
import type { Resource } from './resource.ts'

/** A pharmacist's question as FHIR R4 Task; every other event of an order is none. */
export async function readQuestion(store: Store, { row }: Found<'order_event'>): Promise<Resource | null> {
  if (row.kind !== 'asked') return null
  const order = (await findRecord(store, 'prescription', row.prescriptionId))?.row
  if (order === undefined) return null
  const state = await stateOfOrder(store, order.id)
  const question = state.questions.find(({ asked }) => asked.id === row.id)
  if (question === undefined) return null
  const events = await findByTerm(store, 'order_event', { field: 'prescription', value: order.id })
  const own = events.filter(({ row: { id } }) => id === row.id || id === question.answer?.id)
  return questionTaskOf(question, {
    person: order.personId,
    prescriber: order.prescriber,
    proposed: row.instead === null ? null : await conceptFor(store, row.instead.medicine),
    changedAt:
      own
        .map(({ changedAt }) => changedAt)
        .toSorted()
        .at(-1) ?? row.at,
  })
}
