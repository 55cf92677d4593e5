import type { z } from 'zod'

import { PersonId, uuidV7 } from '../../domain/id.ts'
import type { Person } from '../../domain/person/person.ts'
import { unreachable } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Store } from '../database/schema.ts'
import { findRecord, own, putRecord } from '../record/record-store.ts'
import { fhirPath } from './element.ts'
import { problemOf } from '../record/tolerant.ts'
import { dayInDelhi, moment } from '../world.ts'
import type { HimsWorld } from '../world.ts'
import { AllergyIntoleranceIn, allergyOf } from './allergy.ts'
import { nameResource } from './identifier.ts'
import { MedicationRequestIn, orderOf } from './medication-request-input.ts'
import { PatientIn, personOf } from './patient-input.ts'
import { FhirRefusal, unprocessable } from './problem.ts'
import type { FhirProblem } from './problem.ts'
import { writeOrder } from './write-order.ts'

/** What can be created from outside; a dispense only a pharmacy's terminal records. */
export type Creatable = 'Patient' | 'MedicationRequest' | 'AllergyIntolerance'

/** What one transaction remembers: orders without a group share a prescription for each patient. */
export type Gathering = Map<string, string>

/** Creates a resource and returns its id. Throws a FhirRefusal, which undoes the transaction it is in. */
export async function createResource(
  store: Store,
  type: Creatable,
  body: unknown,
  gathering: Gathering,
  world: HimsWorld,
): Promise<string> {
  const at = moment(world.now())
  const id = uuidV7(world.now(), world.random(10))
  switch (type) {
    case 'Patient':
      await writePatient(store, id, readBody(type, PatientIn, body), world)
      return id
    case 'MedicationRequest': {
      const order = given(orderOf(readBody(type, MedicationRequestIn, body), at))
      const written = await writeOrder(store, order, gathering.get(order.personId) ?? null, world)
      if (order.group === null) gathering.set(order.personId, written.prescription)
      return written.item
    }
    case 'AllergyIntolerance': {
      const resource = readBody(type, AllergyIntoleranceIn, body)
      const row = given(allergyOf(resource, { id, today: dayInDelhi(world.now()) }))
      if ((await findRecord(store, 'person', row.personId)) === null) {
        throw new FhirRefusal(unprocessable('not-found', 'No such patient', 'AllergyIntolerance.patient'))
      }
      await putRecord(store, own({ table: 'allergy', row }), at)
      if (await nameResource(store, type, id, resource.identifier ?? [])) return id
      throw new FhirRefusal(unprocessable('conflict', 'This identifier belongs to another allergy'))
    }
    default:
      return unreachable(type)
  }
}

/** Creates or changes the person of that id; true when the person is new. */
export async function putPatient(
  store: Store,
  id: string,
  body: unknown,
  ifMatch: string | null,
  world: HimsWorld,
): Promise<boolean> {
  const patient = readBody('Patient', PatientIn, body)
  if (!PersonId.safeParse(id).success)
    throw new FhirRefusal(unprocessable('value', 'An id is a UUID of version 7', 'Patient.id'))
  if (patient.id !== id)
    throw new FhirRefusal(unprocessable('value', 'The id is not the one in the address', 'Patient.id'))
  const before = await findRecord(store, 'person', id)
  if (ifMatch !== null && ifMatch !== `W/"${before?.version ?? 0}"`) {
    throw new FhirRefusal({ status: 412, code: 'conflict', diagnostics: 'The patient has changed since' })
  }
  await writePatient(store, id, patient, world, before?.row ?? null)
  return before === null
}

async function writePatient(
  store: Store,
  id: string,
  patient: PatientIn,
  world: HimsWorld,
  before: Person | null = null,
): Promise<void> {
  const at = moment(world.now())
  const row = given(
    personOf(patient, { id, today: dayInDelhi(world.now()), at: before?.registeredAt ?? at, kept: before }),
  )
  await putRecord(store, own({ table: 'person', row }), at)
  if (await nameResource(store, 'Patient', id, patient.identifier ?? [])) return
  throw new FhirRefusal(unprocessable('conflict', 'This identifier belongs to another patient', 'Patient.identifier'))
}

function readBody<Value>(type: Creatable, schema: z.ZodType<Value>, body: unknown): Value {
  const read = schema.safeParse(body)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new FhirRefusal(unprocessable('invalid', problemOf(read.error), fhirPath(type, issue?.path ?? [])))
}

function given<Value>(result: Result<Value, FhirProblem>): Value {
  if (result.ok) return result.value
  throw new FhirRefusal(result.problem)
}
