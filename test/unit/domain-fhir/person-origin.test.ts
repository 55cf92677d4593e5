import assert from 'node:assert/strict'
import { test } from 'node:test'

import { PatientIn, personOf } from '../../../domain/fhir/patient-input.ts'
import { patientOf } from '../../../domain/fhir/patient.ts'
import { keptOrigin } from '../../../domain/fhir/person-origin.ts'
import { newbornDraft } from '../../../domain/person/newborn.ts'
import type { Person } from '../../../domain/person/person.ts'
import { unknownCode } from '../../../domain/person/unidentified.ts'
import { person } from '../main-service/person.ts'

const at = '2026-11-22T04:00:00.000Z'
const today = '2026-11-22'

/** The person that a client of FHIR would read and send back. */
function roundTrip(row: Person): Person | null {
  const patient = PatientIn.parse(patientOf({ row, version: 1, changedAt: at }, []))
  const read = personOf(patient, { id: row.id, today, at: row.registeredAt, kept: row })
  return read.ok ? read.value : null
}

const mother: Person = {
  ...person({ latin: 'Sunita Devi', own: ['Deva', 'सुनीता देवी'], phone: '9811012345' }),
  address: { house: '12', locality: 'Seemapuri', ward: 'Ward 224', district: 'shahdara', pin: '110095' },
}

test('a baby, its mother and how everything is known come through FHIR whole', () => {
  const baby: Person = {
    ...newbornDraft(mother, { sex: 'unknown', on: today, order: 2 }),
    id: person({ latin: 'X' }).id,
    registeredAt: at,
  }
  const patient = patientOf({ row: baby, version: 1, changedAt: at }, [])
  assert.equal(patient['multipleBirthInteger'], 2)
  assert.deepEqual(roundTrip(baby), baby)
  assert.deepEqual(baby.address.ward, 'Ward 224')
})

test('somebody without a name yet keeps their code, and an age stays an age', () => {
  const { code, name } = unknownCode(217)
  const someone: Person = {
    ...person({ latin: 'X', age: 45 }),
    name: name('ur'),
    sources: { birth: 'guessed', sex: 'guessed' },
    unidentified: { code, since: at },
  }
  assert.deepEqual(roundTrip(someone), someone)
})

test('a client that says nothing of it keeps the mother, and loses the source of what it changed', () => {
  const before: Person = {
    ...mother,
    sources: { name: 'seen', phone: 'spoken' },
    bornTo: { mother: mother.id, order: null },
  }
  const after: Person = { ...mother, phone: '9811012346' }
  assert.deepEqual(keptOrigin(before, after), { bornTo: { mother: mother.id, order: null }, sources: { name: 'seen' } })
  assert.deepEqual(keptOrigin(null, after), {})
})
