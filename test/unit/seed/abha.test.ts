import assert from 'node:assert/strict'
import { test } from 'node:test'

import { generateHospital } from '../../../build/demo/seed/hospital.ts'
import { makePeople } from '../../../build/demo/seed/people.ts'
import { randomFrom } from '../../../build/demo/seed/random.ts'
import { AbhaNumber } from '../../../domain/person/person.ts'

const today = '2026-11-22'
const { people } = generateHospital({ seed: 'abha', today, people: 3000 })

test('six in ten have an ABHA number of their own, half know their blood group', () => {
  const numbers = people.flatMap(({ abha }) => (abha === null ? [] : [AbhaNumber.parse(abha)]))
  assert.equal(new Set(numbers).size, numbers.length)
  assert.ok(numbers.every((number) => number.startsWith('00')))
  const share = (count: number) => count / people.length
  assert.ok(Math.abs(share(numbers.length) - 0.6) < 0.04, `${share(numbers.length)}`)
  const known = people.filter(({ bloodGroup }) => bloodGroup !== null).length
  assert.ok(Math.abs(share(known) - 0.5) < 0.04, `${share(known)}`)
})

test('what one person has depends on nobody else', () => {
  const fewer = makePeople(randomFrom('abha/people'), today, 200)
  const byId = new Map(people.map((person) => [person.id, person]))
  for (const person of fewer) assert.deepEqual(person, byId.get(person.id))
})
