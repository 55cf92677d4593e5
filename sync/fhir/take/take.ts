import { z } from 'zod'

import { AllergyIntoleranceIn, allergyOf } from '../../../domain/fhir/allergy.ts'
import { CodeableConcept, codeIn } from '../../../domain/fhir/element.ts'
import { departmentOf, facilityOf, lotOf, medicineOf } from '../../../domain/fhir/place-input.ts'
import { rightOfTask } from '../../../domain/fhir/right-task.ts'
import { system } from '../../../domain/fhir/vocabulary.ts'
import { Right } from '../../../domain/pharmacy/prescription.ts'
import { localCode, localId } from '../local-id.ts'
import { takeDelivery, takeDispense } from './dispense.ts'
import { takeOrder } from './order.ts'
import { takePatient } from './patient.ts'
import { skip } from './taken.ts'
import type { Take } from './taken.ts'

/** The resources that a terminal reads, in the order in which they need one another. */
export const takes: Readonly<Record<string, Take>> = {
  Organization: takeOrganization,
  Location: takeLocation,
  Medication: takeMedication,
  SupplyDelivery: takeDelivery,
  Patient: takePatient,
  AllergyIntolerance: takeAllergy,
  MedicationRequest: takeOrder,
  Task: takeTask,
  MedicationDispense: takeDispense,
}

function takeOrganization({ id, resource }: Parameters<Take>[0], { facility }: Parameters<Take>[1]) {
  if (id !== facility) return skip('another organization')
  const code = localCode('Organization', id)
  const row = facilityOf(resource, code)
  return row === null ? skip('no name') : { rows: [{ table: 'facility', id: code, row } as const], skipped: null }
}

const Managed = z.looseObject({ managingOrganization: z.looseObject({ reference: z.string() }).optional() })

function takeLocation({ id, resource }: Parameters<Take>[0], { facility }: Parameters<Take>[1]) {
  const manager = Managed.safeParse(resource).data?.managingOrganization?.reference ?? `Organization/${facility}`
  if (!manager.endsWith(`Organization/${facility}`)) return skip('of another organization')
  const code = localCode('Location', id)
  const row = departmentOf(resource, code)
  if (row === null) return skip('not active, or without a name')
  return { rows: [{ table: 'department', id: code, row } as const], local: code, skipped: null }
}

function takeMedication({ id, resource }: Parameters<Take>[0]) {
  const medicine = medicineOf(resource)
  if (medicine !== null)
    return { rows: [{ table: 'medicine', id: medicine.code, row: medicine } as const], skipped: null }
  const lot = lotOf(resource, id)
  if (lot !== null) return { rows: [{ table: 'lot', id, row: lot } as const], local: id, skipped: null }
  return skip('does not say which allergies it touches')
}

const Verified = z.looseObject({
  clinicalStatus: CodeableConcept.optional(),
  verificationStatus: CodeableConcept.optional(),
})

/** A warning; one that was refuted, is over or was a mistake is taken back. */
function takeAllergy({ id, resource, before }: Parameters<Take>[0], { today }: Parameters<Take>[1]) {
  const local = localId('AllergyIntolerance', id)
  const states = Verified.safeParse(resource).data
  const clinical = codeIn(states?.clinicalStatus, system.clinical) ?? 'active'
  const verification = codeIn(states?.verificationStatus, system.verification) ?? 'unconfirmed'
  const isOver = clinical !== 'active' || verification === 'refuted' || verification === 'entered-in-error'
  if (isOver) return { rows: [], local, withdrawn: local, skipped: before === null ? 'no longer active' : null }
  const read = AllergyIntoleranceIn.safeParse(resource)
  if (!read.success) return skip(read.error.issues[0]?.path.join('.') ?? 'unreadable')
  const patient = read.data.patient.reference?.replace(/^.*Patient\//, '') ?? ''
  const told = {
    ...read.data,
    patient: { reference: `Patient/${localId('Patient', patient)}` },
    // Presumed is what a doctor works by until it is refuted.
    ...(verification === 'presumed'
      ? { verificationStatus: { coding: [{ system: system.verification, code: 'unconfirmed' }] } }
      : {}),
  }
  const allergy = allergyOf(told, { id: local, today })
  if (!allergy.ok) return skip(allergy.problem.diagnostics)
  return { rows: [{ table: 'allergy', id: local, row: allergy.value } as const], local, skipped: null }
}

/** Who holds the right to hand out an order; rows of terminals that nobody here knows only say that it is elsewhere. */
function takeTask({ resource }: Parameters<Take>[0], { memory }: Parameters<Take>[1]) {
  const task = rightOfTask(resource)
  if (task === null) return skip('another task')
  const order = memory.byId('MedicationRequest', task.order)
  if (order === null) return skip('its order is not known here')
  if (task.right === null) return { rows: [], partOf: order.partOf, skipped: null }
  const right = Right.safeParse({
    id: task.right,
    itemId: order.local,
    prescriptionId: order.partOf,
    left: task.owner === null ? 0 : task.left,
    holder: task.owner?.terminal ?? localId('Device', 'nobody'),
    epoch: task.owner?.epoch ?? 1,
  })
  if (!right.success) return skip('held in another way')
  return {
    rows: [{ table: 'right', id: right.data.id, row: right.data } as const],
    partOf: order.partOf,
    skipped: null,
  }
}
