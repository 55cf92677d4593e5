import assert from 'node:assert/strict'
import { test } from 'node:test'

import { formulary } from '../../../build/demo/seed/formulary.ts'
import { findMedicine } from '../../../domain/pharmacy/find-medicine.ts'

const found = (text: string) => findMedicine(formulary, text, 400).map(({ code }) => code)

test('every medicine is the first one for its name, strength and form', () => {
  for (const { code, name, strength, form } of formulary)
    assert.equal(found(`${name} ${strength} ${form}`)[0], code, `${name} ${strength}`)
})

test('a few letters and a number are enough, and 5 is not 2.5', () => {
  assert.deepEqual(found('parac 650'), ['paracetamol-650-mg-tablet'])
  assert.deepEqual(found('Amlodipine 5'), ['amlodipine-5-mg-tablet'])
  assert.equal(found('atorva 10')[0], 'atorvastatin-10-mg-tablet')
  assert.deepEqual(found('para supp'), ['paracetamol-170-mg-suppository'])
  assert.equal(found('amoxicillin 500')[0], 'amoxicillin-500-mg-capsule')
})

test('the second ingredient and other names are found, after what is called so', () => {
  assert.ok(found('clavulanic').every((code) => code.startsWith('amoxicillin-clavulanic')))
  assert.deepEqual(found('aspirin'), ['acetylsalicylic-acid-75-mg-tablet'])
  assert.equal(found('ORS').length, 1)
  assert.equal(found('cotrimoxazole').length, 2)
  assert.equal(found('iron')[0], 'iron-sucrose-20-mg-ml-injection')
  assert.equal(found('folic acid')[0], 'folic-acid-5-mg-tablet')
})

test('nothing typed is everything, and what nobody has is nothing', () => {
  assert.equal(found('').length, formulary.length)
  assert.deepEqual(found('paracetamol 999'), [])
})
