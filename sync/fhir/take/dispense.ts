import { z } from 'zod'

import { IdentifierIn, Reference, idIn } from '../../../domain/fhir/element.ts'
import { system } from '../../../domain/fhir/vocabulary.ts'
import { Dispense } from '../../../domain/pharmacy/prescription.ts'
import { localId } from '../local-id.ts'
import { skip } from './taken.ts'
import type { Take, TakenRow } from './taken.ts'

const Named = Reference.extend({ identifier: IdentifierIn.optional() })

const DispenseIn = z.looseObject({
  status: z.string(),
  medicationReference: Reference.optional(),
  subject: Reference,
  performer: z.array(z.looseObject({ actor: Named })).optional(),
  authorizingPrescription: z.array(Reference).min(1),
  supportingInformation: z.array(Named).optional(),
  quantity: z.looseObject({ value: z.number() }),
  whenHandedOver: z.string().optional(),
})

/** A hand-over of an order that is known here: it counts as given, and off the shelf where its lot is known. */
export const takeDispense: Take = ({ id, updated, resource }, { memory }) => {
  const read = DispenseIn.safeParse(resource)
  if (!read.success) return skip('no hand-over of an order')
  const { status, subject, performer = [], authorizingPrescription, supportingInformation = [], quantity } = read.data
  if (status !== 'completed') return skip(`status ${status}`)
  const order = idIn(authorizingPrescription[0]?.reference, 'MedicationRequest')
  const known = order === null ? null : memory.byId('MedicationRequest', order)
  if (known === null || order === null) return skip('its order is not known here')
  const named = (inSystem: string) =>
    [...performer.map(({ actor }) => actor), ...supportingInformation].find(
      ({ identifier }) => identifier?.system === inSystem,
    )?.identifier?.value
  const lotId = idIn(read.data.medicationReference?.reference, 'Medication') ?? ''
  const local = localId('MedicationDispense', id)
  const dispense = Dispense.safeParse({
    id: local,
    rightId: named(system.right) ?? localId('right', order),
    itemId: known.local,
    prescriptionId: known.partOf,
    personId: localId('Patient', idIn(subject.reference, 'Patient') ?? ''),
    lotId,
    quantity: quantity.value,
    at: new Date(Date.parse(read.data.whenHandedOver ?? updated) || 0).toISOString(),
    operator: named(system.staff) ?? 'elsewhere',
    terminal: named(system.terminal) ?? localId('Device', 'elsewhere'),
  })
  if (!dispense.success) return skip(dispense.error.issues[0]?.path.join('.') ?? 'unreadable')
  const { at, quantity: units } = dispense.data
  const left: TakenRow = {
    table: 'stock_event',
    id: local,
    row: { id: local, lotId, delta: -units, reason: 'dispensed', at },
  }
  return {
    rows: [{ table: 'dispense', id: local, row: dispense.data }, ...(lotId === '' ? [] : [left])],
    skipped: null,
  }
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
