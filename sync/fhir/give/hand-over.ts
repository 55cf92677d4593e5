import { checker, medicationDispenseOf } from '../../../domain/fhir/medication-dispense.ts'
import { medicineConcept } from '../../../domain/fhir/medicine-concept.ts'
import { rightOfTask, rightTask } from '../../../domain/fhir/right-task.ts'
import type { RightTask } from '../../../domain/fhir/right-task.ts'
import { system } from '../../../domain/fhir/vocabulary.ts'
import type { Dispense } from '../../../domain/pharmacy/prescription.ts'
import { ok } from '../../../domain/result.ts'
import type { Result } from '../../../domain/result.ts'
import type { MutationBody } from '../../../domain/wire/sync.ts'
import type { FhirFault } from '../exchange.ts'
import type { Current } from '../reader.ts'
import { knownOrder } from '../take/order.ts'
import { changed, created, nameThere, refuse } from './plan.ts'
import type { Entry, GiveWorld, Planned } from './plan.ts'
import { deviceOf } from './provenance.ts'

type Body<Kind extends MutationBody['kind']> = Extract<MutationBody, { readonly kind: Kind }>

interface HeldTask {
  readonly current: Current
  readonly task: RightTask
}

/** The Task of a right, as the server has it now; a reason where this terminal does not own it. */
async function ownTask(right: string, { read, terminal }: GiveWorld): Promise<Result<HeldTask | string, FhirFault>> {
  const found = await read.search('Task', { identifier: `${system.right}|${right}` })
  if (!found.ok) return found
  const [current, ...more] = found.value
  const task = rightOfTask(current?.resource)
  if (current === undefined || task === null) return ok('right-unknown')
  return ok(more.length > 0 || task.owner?.terminal !== terminal ? 'right-not-held' : { current, task })
}

const taskWith = ({ current, task }: HeldTask, changes: Partial<RightTask>, { now }: GiveWorld): Entry =>
  changed(current, { owner: undefined, ...rightTask({ ...task, ...changes }, now().toISOString()) })

/** A hand-over uses up its right in the same transaction, by the version of the Task that was read. */
export async function handOver({ dispense }: Body<'dispense.recorded'>, world: GiveWorld): Planned {
  const held = await ownTask(dispense.rightId, world)
  if (!held.ok) return held
  if (typeof held.value === 'string') return ok(refuse(held.value))
  const { left } = held.value.task
  if (dispense.quantity > left) return ok(refuse('over-right'))
  return ok({
    kind: 'write',
    entries: [
      taskWith(held.value, { left: left - dispense.quantity }, world),
      created(dispenseFields(dispense, medicineOf(dispense, world), world)),
    ],
  })
}

const medicineOf = ({ prescriptionId, itemId }: Dispense, { memory }: GiveWorld): string => {
  const part = memory.partsOf('MedicationRequest', prescriptionId).find(({ local }) => local === itemId) ?? null
  return knownOrder(part)?.order.medicine ?? 'unknown'
}

function dispenseFields(dispense: Dispense, medicine: string, world: GiveWorld): Entry['resource'] {
  const { memory } = world
  const concept = medicineConcept(medicine, null)
  const dated = { row: dispense, version: 1, changedAt: dispense.at }
  const { meta: _, contained, ...bare } = medicationDispenseOf(dated, { medicine: concept, lot: null })
  const lot = memory.byLocal('Medication', dispense.lotId)
  return {
    ...bare,
    ...(lot === null ? { contained } : { medicationReference: { reference: `Medication/${lot.id}` } }),
    subject: { reference: `Patient/${nameThere(memory, 'Patient', dispense.personId)}` },
    performer: [
      { actor: { identifier: { system: system.staff, value: dispense.operator }, display: dispense.operator } },
      ...(dispense.witness === undefined ? [] : [checker(dispense.witness)]),
      { actor: deviceOf(world) },
    ],
    authorizingPrescription: [
      { reference: `MedicationRequest/${nameThere(memory, 'MedicationRequest', dispense.itemId)}` },
    ],
    supportingInformation: [
      { identifier: { system: system.right, value: dispense.rightId } },
      ...(lot === null ? [] : [{ reference: `Medication/${lot.id}` }]),
    ],
  }
}

/** A right that is let go is anybody's; whom it was meant for takes it like everybody else. */
export async function giveBack({ rightId, left }: Body<'right.returned'>, world: GiveWorld): Planned {
  const held = await ownTask(rightId, world)
  if (!held.ok) return held
  if (typeof held.value === 'string') return ok(refuse(held.value))
  if (held.value.task.left !== left) return ok(refuse('right-differs'))
  return ok({ kind: 'write', entries: [taskWith(held.value, { owner: null }, world)] })
}

/** Given without a right: a hand-over of a category of its own, by two people and for a reason. */
export async function supply({ supply: said }: Body<'supply.emergency'>, world: GiveWorld): Planned {
  const { memory } = world
  const lot = memory.byLocal('Medication', said.lotId)
  const who = (value: string) => ({ actor: { identifier: { system: system.staff, value }, display: value } })
  return ok({
    kind: 'write',
    entries: [
      created({
        resourceType: 'MedicationDispense',
        id: said.id,
        status: 'completed',
        category: {
          coding: [{ system: system.category, code: 'emergency' }],
          text: 'Emergency supply without a right',
        },
        ...(lot === null
          ? { medicationCodeableConcept: medicineConcept(said.medicine, null) }
          : { medicationReference: { reference: `Medication/${lot.id}` } }),
        subject: { reference: `Patient/${nameThere(memory, 'Patient', said.personId)}` },
        performer: [who(said.operator), who(said.witness), { actor: deviceOf(world) }],
        quantity: { value: said.quantity },
        whenHandedOver: said.at,
        note: [{ text: said.reason }],
      }),
    ],
  })
}
