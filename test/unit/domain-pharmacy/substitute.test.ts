import assert from 'node:assert/strict'
import { test } from 'node:test'

import { Medicine } from '../../../domain/pharmacy/medicine.ts'
import { PrescriptionItem } from '../../../domain/pharmacy/prescription.ts'
import { insteadOf } from '../../../domain/pharmacy/substitute.ts'

const medicine = (code: string, name: string, strength: string, form = 'tablet') =>
  Medicine.parse({ code, name, strength, form, groups: [], shelf: 'A 1' })
const dose = (morning: number, night: number) => ({ morning, noon: 0, evening: 0, night, food: 'any' })
const item = (said: object) =>
  PrescriptionItem.parse({
    id: '0192f000-0000-7000-8000-000000000001',
    medicine: 'm',
    days: 10,
    quantity: 20,
    dose: dose(1, 1),
    ...said,
  })
const [five, ten] = [medicine('a5', 'Amlodipine', '5 mg'), medicine('a10', 'Amlodipine', '10 mg')]

test('another strength of the same is proposed with dose, amount and days of its own', () => {
  assert.deepEqual(insteadOf(five, ten, item({}), 20), {
    medicine: 'a10',
    dose: dose(0.5, 0.5),
    days: 10,
    quantity: 10,
  })
  assert.deepEqual(insteadOf(ten, five, item({}), 10), { medicine: 'a5', dose: dose(2, 2), days: 5, quantity: 20 })
  const gram = medicine('p1', 'Paracetamol', '1 g')
  assert.equal(insteadOf(medicine('p5', 'Paracetamol', '500 mg'), gram, item({}), 20)?.quantity, 10)
})

test('nothing is proposed that would be another medicine, a broken capsule or a guess', () => {
  assert.equal(insteadOf(five, five, item({}), 20), null)
  assert.equal(insteadOf(five, medicine('t', 'Telmisartan', '10 mg'), item({}), 20), null)
  assert.equal(insteadOf(five, medicine('c', 'Amlodipine', '10 mg', 'capsule'), item({}), 20), null)
  assert.equal(insteadOf(five, medicine('s', 'Amlodipine', '5 mg/5 ml', 'syrup'), item({}), 20), null)
  assert.equal(insteadOf(five, medicine('ab', 'Amlodipine + Atenolol', '5 mg'), item({}), 20), null)
  assert.equal(insteadOf(ten, medicine('a3', 'Amlodipine', '3 mg'), item({}), 20), null)
})
