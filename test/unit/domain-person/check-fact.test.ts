import assert from 'node:assert/strict'
import { test } from 'node:test'

import { askable, factFits } from '../../../domain/person/check-fact.ts'
import type { FactAnswer } from '../../../domain/person/check-fact.ts'
import { Person } from '../../../domain/person/person.ts'
import { person } from '../main-service/person.ts'

const today = '2026-11-22'
const told = Person.parse({
  ...person({ latin: 'Gurpreet Kaur', phone: '9876543210' }),
  birth: { kind: 'age', years: 35, asOf: '2026-02-01' },
  guardian: { relation: 'father', name: 'Harjinder Singh' },
  abha: '91234567890123',
})
const known = Person.parse({ ...told, birth: { kind: 'date', on: '1991-04-06' }, phone: null, abha: null })

const fits = (who: Person, answer: FactAnswer) => factFits(who, answer, today)

test('only what is written can be asked', () => {
  assert.deepEqual(askable({ ...told, address: { ...told.address, locality: '' } }), [
    'phone',
    'birth',
    'abha',
    'guardian',
  ])
  assert.equal(askable(known).includes('phone'), false)
})

test('the end of a number is enough, and another number is not', () => {
  assert.equal(fits(told, { fact: 'phone', digits: '3210' }), true)
  assert.equal(fits(told, { fact: 'phone', digits: '9876543210' }), true)
  assert.equal(fits(told, { fact: 'phone', digits: '3211' }), false)
  assert.equal(fits(told, { fact: 'abha', digits: '0123' }), true)
  assert.equal(fits(known, { fact: 'abha', digits: '0123' }), false)
})

test('a day must be the day, an age may be a little off', () => {
  assert.equal(fits(known, { fact: 'birth', birth: { kind: 'date', on: '1991-04-06' } }), true)
  assert.equal(fits(known, { fact: 'birth', birth: { kind: 'date', on: '1991-06-04' } }), false)
  assert.equal(fits(known, { fact: 'birth', birth: { kind: 'age', years: 34, asOf: today } }), true)
  assert.equal(fits(known, { fact: 'birth', birth: { kind: 'age', years: 33, asOf: today } }), false)
  assert.equal(fits(told, { fact: 'birth', birth: { kind: 'age', years: 37, asOf: today } }), true)
  assert.equal(fits(told, { fact: 'birth', birth: { kind: 'age', years: 40, asOf: today } }), false)
})

test('a name may be spelt as it sounds', () => {
  assert.equal(fits(told, { fact: 'guardian', name: 'Harjindar Singh' }), true)
  assert.equal(fits(told, { fact: 'guardian', name: 'Balwinder Singh' }), false)
  const home = { ...told, address: { ...told.address, locality: 'Seelampur' } }
  assert.equal(fits(home, { fact: 'locality', name: 'Silampur' }), true)
  assert.equal(fits(home, { fact: 'locality', name: 'Shahdara' }), false)
})
