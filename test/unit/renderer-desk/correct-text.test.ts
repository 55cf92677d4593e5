import assert from 'node:assert/strict'
import { test } from 'node:test'

import { Person } from '../../../domain/person/person.ts'
import {
  asBefore,
  changedGroups,
  correctionOf,
  problemsIn,
  readChange,
  sourcesOfChange,
} from '../../../renderer/desk/correct/correct-text.ts'
import type { CorrectText } from '../../../renderer/desk/correct/correct-text.ts'
import { person } from '../main-service/person.ts'

const today = '2027-03-01'
/** Told to be 40 half a year ago. */
const told: Person = Person.parse({ ...person({ latin: 'Asha Rani', phone: '9876543210' }), bloodGroup: 'A+' })

const typed = (some: Partial<CorrectText>) => {
  const correction = correctionOf(told, today)
  return { ...correction, text: { ...correction.text, ...some } }
}

test('a form that nobody touched changes nothing, an age that was told long ago neither', () => {
  const correction = correctionOf(told, today)
  assert.deepEqual(changedGroups(correction), [])
  assert.deepEqual(readChange(correction, today), { was: {}, set: {} })
  assert.deepEqual(readChange(typed({ phone: '9876543211' }), today), {
    was: { phone: '9876543210' },
    set: { phone: '9876543211' },
  })
})

test('a group changes as a whole, with what was on the screen', () => {
  const correction = typed({ latin: 'Usha Rani', pin: '110085', bloodGroup: 'B+' })
  assert.deepEqual(changedGroups(correction), ['name', 'bloodGroup', 'address'])
  const change = readChange(correction, today)
  assert.deepEqual(change?.was, { name: told.name, bloodGroup: 'A+', address: told.address })
  assert.deepEqual(change.set, {
    name: { latin: 'Usha Rani', own: null },
    bloodGroup: 'B+',
    address: { ...told.address, pin: '110085' },
  })
})

test('one group goes back to what it was, and a name that cannot be read is no change yet', () => {
  const correction = typed({ latin: '', own: 'उषा रानी' })
  assert.equal(readChange(correction, today), null)
  const back = { ...correction, text: { ...correction.text, ...asBefore(correction, 'name') } }
  assert.deepEqual(changedGroups(back), [])
})

test('a child of some months keeps its months', () => {
  const child: Person = { ...told, birth: { kind: 'age', years: 0, asOf: '2026-09-01' } }
  assert.equal(correctionOf(child, today).text.birth, '6m')
  const dated: Person = { ...told, birth: { kind: 'date', on: '1990-02-03' } }
  assert.equal(correctionOf(dated, today).text.birth, '03/02/1990')
})

test('an ABHA number is corrected, a blood group is cleared, and both say how they are known', () => {
  const correction = typed({ abha: '91-1234-5678-9012', bloodGroup: null, seen: ['abha'] })
  const change = readChange(correction, today)
  assert.ok(change !== null)
  assert.deepEqual(change.set, { bloodGroup: null, abha: '91123456789012' })
  assert.deepEqual(change.was, { bloodGroup: 'A+', abha: null })
  assert.deepEqual(sourcesOfChange(correction, change), { abha: 'seen' })
})

test('a child without a guardian on record can have its name corrected; a new birthday asks for one', () => {
  const child: Person = { ...told, birth: { kind: 'date', on: '2020-02-03' }, phone: null, guardian: null }
  const correction = correctionOf(child, today)
  const named = { ...correction, text: { ...correction.text, latin: 'Usha Rani' } }
  assert.deepEqual(problemsIn(named, today), {})
  const younger = { ...named, text: { ...named.text, birth: '04/02/2020' } }
  assert.deepEqual(problemsIn(younger, today), { guardian: 'guardian-empty', phone: 'guardian-phone' })
})

test('the phone of a child is its guardian’s too', () => {
  const guardian = { relation: 'mother', name: 'Sunita Devi', phone: '9811012345' } as const
  const child: Person = { ...told, birth: { kind: 'date', on: '2020-02-03' }, phone: '9811012345', guardian }
  const correction = correctionOf(child, today)
  const moved = { ...correction, text: { ...correction.text, phone: '9811012346' } }
  assert.deepEqual(readChange(moved, today)?.set, {
    phone: '9811012346',
    guardian: { ...guardian, phone: '9811012346' },
  })
})
