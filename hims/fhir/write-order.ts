import { PersonId, PrescriptionId, uuidV7 } from '../../domain/id.ts'
import type { PrescriptionItemId } from '../../domain/id.ts'
import type { Prescription } from '../../domain/pharmacy/prescription.ts'
import type { Store } from '../database/schema.ts'
import { findRecord, own, putRecord } from '../record/record-store.ts'
import { giveRights, oweRights } from '../right/give-rights.ts'
import { moment } from '../world.ts'
import type { HimsWorld } from '../world.ts'
import { idsByIdentifier, nameResource } from './identifier.ts'
import type { Order } from '../../domain/fhir/medication-request-input.ts'
import { FhirRefusal } from './problem.ts'
import { unprocessable } from '../../domain/fhir/problem.ts'
import { system } from '../../domain/fhir/vocabulary.ts'

const MOST_ITEMS = 40

/**
 * Adds an order to the prescription of its group, which begins with it where there is none, and gives the right to
 * dispense it to the pharmacy. `fallback` is the prescription for an order without a group. Returns the prescription's id.
 */
export async function writeOrder(
  store: Store,
  order: Order & { readonly id: PrescriptionItemId },
  fallback: string | null,
  world: HimsWorld,
): Promise<string> {
  if ((await findRecord(store, 'person', order.personId)) === null) refuse('not-found', 'No such patient', 'subject')
  if ((await findRecord(store, 'medicine', order.medicine)) === null) {
    refuse('value', `${order.medicine} is not in the formulary`, 'medicationCodeableConcept')
  }
  const at = moment(world.now())
  const before = await prescriptionFor(store, order, fallback)
  const item = {
    id: order.id,
    medicine: order.medicine,
    dose: order.dose,
    days: order.days,
    quantity: order.quantity,
  }
  const row: Prescription =
    before === null
      ? {
          id: PrescriptionId.parse(uuidV7(world.now(), world.random(10))),
          personId: PersonId.parse(order.personId),
          prescriber: order.prescriber,
          department: order.department,
          writtenAt: order.writtenAt,
          status: 'active',
          items: [item],
        }
      : { ...before, status: 'active', items: [...before.items, item] }
  if (row.items.length > MOST_ITEMS) refuse('business-rule', `More than ${MOST_ITEMS} items`, 'groupIdentifier')
  await putRecord(store, own({ table: 'prescription', row }), at)
  if (order.group !== null && before === null && !(await nameResource(store, 'group', row.id, [order.group]))) {
    refuse('conflict', 'This group belongs to another prescription', 'groupIdentifier')
  }
  if (!(await nameResource(store, 'MedicationRequest', item.id, order.identifiers))) {
    refuse('conflict', 'This identifier belongs to another order', 'identifier')
  }
  await oweRights(store, row)
  await giveRights(store, world)
  return row.id
}

async function prescriptionFor(store: Store, order: Order, fallback: string | null): Promise<Prescription | null> {
  const { group } = order
  const named =
    group === null
      ? fallback
      : group.system === system.prescription
        ? group.value
        : ((await idsByIdentifier(store, 'group', `${group.system}|${group.value}`))[0] ?? null)
  const found = named === null ? null : await findRecord(store, 'prescription', named)
  if (found === null && group?.system === system.prescription)
    refuse('not-found', 'No such prescription', 'groupIdentifier')
  if (found !== null && found.row.personId !== order.personId) {
    refuse('business-rule', 'The group is another patient’s prescription', 'groupIdentifier')
  }
  return found?.row ?? null
}

function refuse(code: 'not-found' | 'value' | 'conflict' | 'business-rule', text: string, element: string): never {
  throw new FhirRefusal(unprocessable(code, text, `MedicationRequest.${element}`))
}
