import assert from 'node:assert/strict'
import { test } from 'node:test'

import { formulary } from '../../../build/demo/seed/formulary.ts'
import { isControlled } from '../../../domain/pharmacy/controlled.ts'
import { dayOf, maySupply } from '../../../domain/pharmacy/emergency-rule.ts'

test('of the national list no narcotic or psychotropic is ever given in an emergency', () => {
  const controlled = new Set(formulary.filter(isControlled).map(({ name }) => name))
  const expected = ['Clonazepam', 'Diazepam', 'Lorazepam', 'Morphine', 'Phenobarbital', 'Tramadol']
  assert.deepEqual(
    [...controlled].toSorted((one, other) => one.localeCompare(other)),
    expected,
  )
  const listed = formulary.map((medicine) => ({ ...medicine, groups: [...medicine.groups, 'emergency-supply'] }))
  for (const medicine of listed) assert.equal(maySupply(medicine), !controlled.has(medicine.name), medicine.name)
  assert.ok(formulary.filter(maySupply).length > 20)
  assert.ok(formulary.filter(maySupply).length < formulary.length / 3)
})

test('a day is its doses, rounded up, and one package of what is not counted by dose', () => {
  const dose = { morning: 0.5, noon: 0, evening: 0, night: 1, food: 'any' } as const
  assert.equal(dayOf({ dose }, 'tablet'), 2)
  assert.equal(dayOf({ dose }, 'inhaler'), 1)
  assert.equal(dayOf({ dose: { ...dose, morning: 0, night: 0 } }, 'tablet'), 1)
})
