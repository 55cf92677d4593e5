import { z } from 'zod'

import { Reference, idIn } from '../../../domain/fhir/element.ts'
import { handOverOf } from '../../../domain/fhir/medication-dispense-input.ts'
import { Dispense } from '../../../domain/pharmacy/prescription.ts'
import { localId } from '../local-id.ts'
import { skip } from './taken.ts'
import type { Take, TakenRow } from './taken.ts'

/** A hand-over of an order that is known here: it counts as given, and off the shelf where its lot is known. */
export const takeDispense: Take = ({ id, updated, resource }, { memory }) => {
  const told = handOverOf(resource)
  if (told === null) return skip('no hand-over of an order')
  const { status, order, patient, lot, quantity } = told
  if (status !== 'completed') return skip(`status ${status}`)
  const known = order === null ? null : memory.byId('MedicationRequest', order)
  if (known === null || order === null) return skip('its order is not known here')
  const local = localId('MedicationDispense', id)
  const dispense = Dispense.safeParse({
    id: local,
    rightId: told.right ?? localId('right', order),
    itemId: known.local,
    prescriptionId: known.partOf,
    personId: localId('Patient', patient ?? ''),
    lotId: lot ?? '',
    quantity,
    at: told.at ?? new Date(Date.parse(updated) || 0).toISOString(),
    operator: told.operator ?? 'elsewhere',
    terminal: told.terminal ?? localId('Device', 'elsewhere'),
  })
  if (!dispense.success) return skip(dispense.error.issues[0]?.path.join('.') ?? 'unreadable')
  const { at } = dispense.data
  const off: TakenRow = {
    table: 'stock_event',
    id: local,
    row: { id: local, lotId: lot, delta: -quantity, reason: 'dispensed', at },
  }
  return { rows: [{ table: 'dispense', id: local, row: dispense.data }, ...(lot === null ? [] : [off])], skipped: null }
}

const DeliveryIn = z.looseObject({
  status: z.string().optional(),
  suppliedItem: z.looseObject({
    quantity: z.looseObject({ value: z.number() }),
    itemReference: Reference,
  }),
  occurrenceDateTime: z.string().optional(),
})

/** A delivery of a lot that is known as a Medication with its batch: what is on the shelf is the sum of these. */
export const takeDelivery: Take = ({ id, updated, resource }) => {
  const read = DeliveryIn.safeParse(resource)
  if (!read.success || (read.data.status ?? 'completed') !== 'completed') return skip('no delivery of a lot')
  const { suppliedItem, occurrenceDateTime } = read.data
  const lotId = idIn(suppliedItem.itemReference.reference, 'Medication')
  const delta = suppliedItem.quantity.value
  if (lotId === null || !Number.isInteger(delta)) return skip('no delivery of a lot')
  const at = new Date(Date.parse(occurrenceDateTime ?? updated) || 0).toISOString()
  return { rows: [{ table: 'stock_event', id, row: { id, lotId, delta, reason: 'received', at } }], skipped: null }
}
