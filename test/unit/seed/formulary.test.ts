import assert from 'node:assert/strict'
import { test } from 'node:test'

import { generateHospital } from '../../../build/demo/seed/hospital.ts'

const today = '2026-11-22'
const { medicines, lots, stock, prescriptions, departments, allergies, people } = generateHospital({
  seed: 'marigold',
  today,
})

test('at least two hundred medicines stand on shelves of their own', () => {
  assert.ok(medicines.length >= 200, String(medicines.length))
  assert.equal(new Set(medicines.map(({ code }) => code)).size, medicines.length)
  assert.equal(new Set(medicines.map(({ shelf }) => shelf)).size, medicines.length)
})

test('each medicine has one to three lots, the first still good, and each lot was received once', () => {
  for (const { code } of medicines) {
    const own = lots.filter(({ medicine }) => medicine === code)
    assert.ok(own.length >= 1 && own.length <= 3, code)
    assert.equal(new Set(own.map(({ lot }) => lot)).size, own.length, code)
    assert.ok(
      own.some(({ expiry }) => expiry > today),
      code,
    )
  }
  assert.deepEqual(stock.map(({ lotId }) => lotId).toSorted(), lots.map(({ id }) => id).toSorted())
  for (const { delta, reason } of stock) assert.ok(delta > 0 && reason === 'received')
})

test('some lots are past their end and some near it', () => {
  const expired = lots.filter(({ expiry }) => expiry < today)
  const near = lots.filter(({ expiry }) => expiry >= today && expiry < '2027-01-22')
  assert.ok(expired.length >= 5 && expired.length < 60, String(expired.length))
  assert.ok(near.length >= 10, String(near.length))
  assert.ok(expired.some(({ medicine }) => medicine === 'telmisartan-40-mg-tablet'))
})

test('an allergy names a group that a medicine has', () => {
  const groups = new Set(medicines.flatMap(({ groups: of }) => of))
  for (const { group } of allergies) assert.ok(groups.has(group), group)
  for (const name of ['penicillin', 'cephalosporin', 'sulfonamide', 'nsaid']) assert.ok(groups.has(name), name)
  const combination = medicines.find(({ code }) => code.startsWith('amoxicillin-clavulanic-acid'))
  assert.deepEqual(combination?.groups, ['penicillin'])
})

test('some hundreds of people have a recent prescription of medicines that exist', () => {
  assert.ok(prescriptions.length >= 300, String(prescriptions.length))
  const codes = new Map(medicines.map(({ code, form }) => [code, form]))
  const known = new Set(people.map(({ id }) => id))
  const places = new Set(departments.map(({ code }) => code))
  for (const { items, personId, department, writtenAt } of prescriptions) {
    assert.ok(known.has(personId))
    assert.ok(places.has(department), department)
    assert.ok(writtenAt >= '2026-11-07')
    assert.ok(items.length >= 2)
    for (const { medicine, dose, days, quantity } of items) {
      const form = codes.get(medicine)
      assert.ok(form !== undefined, medicine)
      const daily = dose.morning + dose.noon + dose.evening + dose.night
      if (form === 'tablet' || form === 'capsule') assert.equal(quantity, Math.ceil(daily * days), medicine)
      else assert.ok(quantity <= 12, medicine)
    }
  }
})
