import type { z } from 'zod'

import { PersonId, PrescriptionItemId } from '../../domain/id.ts'
import type { Person } from '../../domain/person/person.ts'
import { unreachable } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Store } from '../database/schema.ts'
import { isSame } from '../clinical/stored.ts'
import type { Fields } from '../../domain/fhir/fields.ts'
import { proposeDuplicates } from '../merge/duplicate.ts'
import { findRecord, isKept, own, putRecord, wholeRow } from '../record/record-store.ts'
import { problemOf } from '../record/tolerant.ts'
import { dayInDelhi, moment } from '../world.ts'
import { AllergyIntoleranceIn, allergyOf, groupIn } from '../../domain/fhir/allergy.ts'
import { besideWrite } from './beside.ts'
import { codeIn, CodeableConcept, fhirPath } from '../../domain/fhir/element.ts'
import { forgetNames, nameResource } from './identifier.ts'
import { MedicationRequestIn, orderOf } from '../../domain/fhir/medication-request-input.ts'
import { PatientIn, personOf } from '../../domain/fhir/patient-input.ts'
import { keptOrigin } from '../../domain/fhir/person-origin.ts'
import { FhirRefusal } from './problem.ts'
import { unprocessable } from '../../domain/fhir/problem.ts'
import type { FhirProblem } from '../../domain/fhir/problem.ts'
import { profiled } from './profile.ts'
import { bareNative, isNative } from './read.ts'
import type { NativeType } from './read.ts'
import { checkPerson, fitting, readShape } from './incoming.ts'
import { personIn, writeOf } from './stored-resource.ts'
import type { ResourceType } from './type-table.ts'
import { system } from '../../domain/fhir/vocabulary.ts'
import { recordHandOver, settleRightTask } from './right-task.ts'
import { writeOrder } from './write-order.ts'
import type { Writing } from './writing.ts'

/** Keeps a resource under a new id. Throws a FhirRefusal, which undoes the transaction it is in. */
export async function createResource(
  writing: Writing,
  type: ResourceType,
  id: string,
  resource: Fields,
): Promise<void> {
  if (isNativeHere(writing, type, resource)) await createNative(writing, type, id, resource)
  else await keepStored(writing, type, id, resource)
  note(writing, type, id, 'CREATE', type === 'Patient' ? id : personIn(type, resource))
}

export const note = (
  writing: Writing,
  type: ResourceType,
  id: string,
  activity: 'CREATE' | 'UPDATE' | 'DELETE',
  person: string | null,
): void => void writing.touched.push({ type, id, activity, person })

/** Whether our own tables can hold it, and act on it. */
export function isNativeHere({ isReported }: Writing, type: ResourceType, resource: Fields): type is NativeWrite {
  if (type === 'Patient') return true
  if (type === 'AllergyIntolerance') return isWarning(resource)
  if (type !== 'MedicationRequest') return false
  const isTold = isReported || resource['reportedBoolean'] === true || resource['reportedReference'] !== undefined
  const isOurs = codeIn(conceptOf(resource['medicationCodeableConcept']), system.formulary) !== null
  return !isTold && (isOurs || resource['status'] === 'active')
}

const conceptOf = (value: unknown): CodeableConcept | undefined => CodeableConcept.safeParse(value).data

/** An allergy that the pharmacy is to be warned of: active, not refuted, of a group it knows. */
function isWarning(resource: Fields): boolean {
  const clinical = codeIn(conceptOf(resource['clinicalStatus']), system.clinical) ?? 'active'
  const verification = codeIn(conceptOf(resource['verificationStatus']), system.verification) ?? 'unconfirmed'
  const isSure = verification === 'confirmed' || verification === 'unconfirmed'
  return clinical === 'active' && isSure && groupIn(conceptOf(resource['code'])) !== null
}

/** What can be written to our own tables from outside. */
type NativeWrite = 'Patient' | 'AllergyIntolerance' | 'MedicationRequest'

async function createNative(writing: Writing, type: NativeWrite, id: string, resource: Fields): Promise<void> {
  switch (type) {
    case 'Patient':
      return putPatient(writing, id, resource, null)
    case 'AllergyIntolerance':
      return putAllergy(writing, id, resource)
    case 'MedicationRequest':
      return createOrder(writing, id, resource)
    default:
      return unreachable(type)
  }
}

/** Keeps what our own tables have no place for beside the row that they made of it. */
async function keepBeside({ store, writes }: Writing, type: NativeType, id: string, resource: Fields): Promise<void> {
  const bare = await bareNative(store, type, id)
  if (bare !== null) writes.push(besideWrite(profiled(bare), fitting(type, bare, resource)))
}

/** Keeps a person; whoever may be the same is left to a desk to decide. */
export async function putPatient(writing: Writing, id: string, resource: Fields, before: Person | null): Promise<void> {
  const { store, world } = writing
  if (!PersonId.safeParse(id).success) {
    throw new FhirRefusal(unprocessable('value', 'An id is a UUID of version 7', 'Patient.id'))
  }
  const patient = readBody('Patient', PatientIn, resource)
  const at = moment(world.now())
  const frame = { id, today: dayInDelhi(world.now()), at: before?.registeredAt ?? at, kept: before }
  const told = given(personOf(patient, frame))
  const row = { ...keptOrigin(before, told), ...told }
  const isChanged = await putPerson(store, row, at)
  await forgetNames(store, 'Patient', id, patient.identifier ?? [])
  if (!(await nameResource(store, 'Patient', id, patient.identifier ?? []))) {
    throw new FhirRefusal(unprocessable('conflict', 'This identifier belongs to another patient', 'Patient.identifier'))
  }
  if (isChanged) await proposeDuplicates(store, row, at)
  await keepBeside(writing, 'Patient', id, resource)
}

/** Writes the details and leaves what a newer version keeps in the row; one that says the same stays as it is. */
async function putPerson(store: Store, row: Person, at: string): Promise<boolean> {
  const before = (await isKept(store, 'person', row.id)) ? await wholeRow(store, 'person', row.id) : {}
  const whole = { ...before, ...row }
  if (isSame(before, whole)) return false
  await putRecord(store, { known: { table: 'person', row }, whole }, at)
  return true
}

export async function putAllergy(writing: Writing, id: string, resource: Fields): Promise<void> {
  const { store, world } = writing
  const allergy = readBody('AllergyIntolerance', AllergyIntoleranceIn, resource)
  const row = given(allergyOf(allergy, { id, today: dayInDelhi(world.now()) }))
  await checkPerson(writing, 'AllergyIntolerance', resource)
  await putRecord(store, own({ table: 'allergy', row }), moment(world.now()))
  await forgetNames(store, 'AllergyIntolerance', id, allergy.identifier ?? [])
  if (!(await nameResource(store, 'AllergyIntolerance', id, allergy.identifier ?? []))) {
    throw new FhirRefusal(unprocessable('conflict', 'This identifier belongs to another allergy'))
  }
  await keepBeside(writing, 'AllergyIntolerance', id, resource)
}

async function createOrder(writing: Writing, id: string, resource: Fields): Promise<void> {
  const { store, world, gathering } = writing
  const item = PrescriptionItemId.safeParse(id)
  if (!item.success) {
    throw new FhirRefusal(unprocessable('value', 'An id is a UUID of version 7', 'MedicationRequest.id'))
  }
  const order = given(orderOf(readBody('MedicationRequest', MedicationRequestIn, resource), moment(world.now())))
  const prescription = await writeOrder(
    store,
    { ...order, id: item.data },
    gathering.get(order.personId) ?? null,
    world,
  )
  if (order.group === null) gathering.set(order.personId, prescription)
  await keepBeside(writing, 'MedicationRequest', id, resource)
}

/** Keeps a resource as it came. */
export async function keepStored(writing: Writing, type: ResourceType, id: string, resource: Fields): Promise<void> {
  const { store, writes } = writing
  readShape(type, { ...resource, id })
  await checkPerson(writing, type, resource)
  if (isNative(type) && (await bareNative(store, type, id)) !== null) {
    throw new FhirRefusal({ status: 409, code: 'conflict', diagnostics: `${type}/${id} is the hospital's own` })
  }
  if (type === 'Task') await settleRightTask(writing, id, resource)
  if (type === 'MedicationDispense' && (await recordHandOver(writing, id, resource))) {
    // Which lot it was is told by a row; the Medication of it is contained.
    const { medicationReference: _, ...rest } = resource
    return keepBeside(writing, type, id, rest)
  }
  writes.push(writeOf(type, id, resource))
}

/** What a person's row holds that a Patient has no place for. */
export async function personBefore({ store }: Writing, id: string): Promise<Person | null> {
  return (await findRecord(store, 'person', id))?.row ?? null
}

function readBody<Value>(type: ResourceType, schema: z.ZodType<Value>, body: unknown): Value {
  const read = schema.safeParse(body)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new FhirRefusal(unprocessable('invalid', problemOf(read.error), fhirPath(type, issue?.path ?? [])))
}

function given<Value>(result: Result<Value, FhirProblem>): Value {
  if (result.ok) return result.value
  throw new FhirRefusal(result.problem)
}
