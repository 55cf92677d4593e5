import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'

import { z } from 'zod'

import { isRamesh } from '../../../build/demo/seed/cast.ts'
import { generateHospital } from '../../../build/demo/seed/hospital.ts'
import { localities } from '../../../domain/place/locality.ts'
import { Department, Facility } from '../../../domain/hospital/facility.ts'
import { Operator } from '../../../domain/hospital/operator.ts'
import { Allergy } from '../../../domain/person/allergy.ts'
import type { Person as PersonType } from '../../../domain/person/person.ts'
import { ageOn, Person } from '../../../domain/person/person.ts'
import { Lot, Medicine, StockEvent } from '../../../domain/pharmacy/medicine.ts'
import { Prescription } from '../../../domain/pharmacy/prescription.ts'

const today = '2026-11-22'
const hospital = generateHospital({ seed: 'marigold', today })

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')
const groupsOf = (people: readonly PersonType[], key: (person: PersonType) => string) =>
  [...Map.groupBy(people, key).values()].filter((group) => group.length > 1)

test('a hospital has 5,000 people', () => assert.equal(hospital.people.length, 5000))

test('one seed gives one hospital, another seed another', () => {
  assert.equal(digest(generateHospital({ seed: 'marigold', today })), digest(hospital))
  const other = generateHospital({ seed: 'jasmine', today })
  assert.notEqual(digest(other.people), digest(hospital.people))
  assert.notEqual(digest(other.lots), digest(hospital.lots))
  assert.notEqual(digest(other.prescriptions), digest(hospital.prescriptions))
})

test('more people do not change the shelves', () => {
  const small = generateHospital({ seed: 'marigold', today, people: 300 })
  assert.equal(small.people.length, 300)
  assert.equal(digest(small.lots), digest(hospital.lots))
})

test('every record is one that the domain accepts', () => {
  Facility.parse(hospital.facility)
  z.array(Department).length(10).parse(hospital.departments)
  z.array(Person).parse(hospital.people)
  z.array(Allergy).parse(hospital.allergies)
  z.array(Medicine).parse(hospital.medicines)
  z.array(Lot).parse(hospital.lots)
  z.array(StockEvent).parse(hospital.stock)
  z.array(Prescription).parse(hospital.prescriptions)
  const pin = z.string().regex(/^[0-9]{6}$/)
  z.array(z.strictObject({ operator: Operator.omit({ pin: true }), pin })).parse(hospital.operators)
})

test('no id is given twice', () => {
  const items = hospital.prescriptions.flatMap(({ items: ordered }) => ordered)
  for (const rows of [
    hospital.people,
    hospital.allergies,
    hospital.lots,
    hospital.stock,
    hospital.prescriptions,
    items,
  ])
    assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length)
  for (const key of ['code', 'prefix', 'room', 'sign'] as const)
    assert.equal(new Set(hospital.departments.map((department) => department[key])).size, 10)
})

test('an id is as old as the registration it names', () => {
  for (const { id, registeredAt } of hospital.people)
    assert.equal(parseInt(id.slice(0, 8) + id.slice(9, 13), 16), Date.parse(registeredAt))
})

test('nothing happens before a birth or after today', () => {
  for (const person of hospital.people) {
    assert.ok(person.registeredAt.slice(0, 10) <= today)
    if (person.birth.kind === 'date') assert.ok(person.birth.on <= person.registeredAt.slice(0, 10), person.birth.on)
  }
  for (const { at } of hospital.stock) assert.ok(at.slice(0, 10) < today)
  const registered = new Map(hospital.people.map(({ id, registeredAt }) => [id, registeredAt]))
  for (const { personId, writtenAt } of hospital.prescriptions) {
    assert.ok(writtenAt.slice(0, 10) <= today)
    assert.ok(writtenAt > (registered.get(personId) ?? '9999'))
  }
})

test('there is a clerk, a second clerk, a pharmacist and a supervisor, each with a PIN of their own', () => {
  const roles = hospital.operators.map(({ operator }) => operator.roles)
  assert.ok(roles.filter((held) => held.includes('clerk')).length >= 2)
  assert.ok(roles.some((held) => held.includes('pharmacist')))
  assert.ok(roles.some((held) => held.includes('supervisor')))
  assert.equal(new Set(hospital.operators.map(({ pin }) => pin)).size, hospital.operators.length)
})

test('people come from every district that has localities and from a hundred localities, each with its own PIN', () => {
  assert.ok(localities.length >= 120, String(localities.length))
  assert.equal(new Set(localities.map(({ name }) => name)).size, localities.length)
  const seen = new Set(hospital.people.map(({ address }) => address.district))
  for (const { district } of localities) assert.ok(seen.has(district), district)
  const pins = new Map(localities.map(({ name, pin }) => [name, pin]))
  assert.ok(new Set(hospital.people.map(({ address }) => address.locality)).size > 100)
  for (const { address } of hospital.people)
    if (address.pin !== null) assert.equal(address.pin, pins.get(address.locality))
})

test('ages are those of an outpatient department', () => {
  const share = (low: number, high: number) =>
    hospital.people.filter(({ birth }) => ageOn(birth, today) >= low && ageOn(birth, today) <= high).length / 5000
  assert.ok(share(0, 14) > 0.08 && share(0, 14) < 0.3, `children ${share(0, 14)}`)
  assert.ok(share(15, 59) > 0.45 && share(15, 59) < 0.75, `grown ${share(15, 59)}`)
  assert.ok(share(60, 130) > 0.1 && share(60, 130) < 0.35, `old ${share(60, 130)}`)
  const told = hospital.people.filter(({ birth }) => birth.kind === 'age').length
  assert.ok(told > 1000 && told < 2500, `known by age only: ${told}`)
})

test('families share a phone and a house, and some people have none', () => {
  const families = groupsOf(
    hospital.people.filter(({ phone }) => phone !== null),
    ({ phone }) => phone ?? '',
  )
  assert.ok(families.length > 500, String(families.length))
  assert.ok(Math.max(...families.map((family) => family.length)) <= 8)
  for (const family of families) assert.equal(new Set(family.map(({ address }) => JSON.stringify(address))).size, 1)
  const without = hospital.people.filter(({ phone }) => phone === null).length
  assert.ok(without > 100 && without < 500, String(without))
})

test('a wife names her husband as he writes himself', () => {
  const named = hospital.people.filter(({ guardian }) => guardian?.relation === 'husband')
  const found = named.filter(({ guardian, address }) =>
    hospital.people.some(
      (other) => other.name.latin === guardian?.name && other.address.house === address.house && other.sex === 'male',
    ),
  )
  assert.ok(found.length > 200, `${found.length} of ${named.length}`)
})

test('there are twins: one birthday, one father, one phone, two names', () => {
  const born = hospital.people.filter(({ birth, guardian }) => birth.kind === 'date' && guardian !== null)
  const twins = groupsOf(born, ({ birth, guardian, phone, address }) =>
    JSON.stringify([birth, guardian, phone ?? '', address]),
  ).filter((pair) => new Set(pair.map(({ name }) => name.latin)).size === 2)
  assert.ok(twins.length >= 10, String(twins.length))
})

test('strangers of one name, one locality and like age are there to be mixed up', () => {
  const strangers = groupsOf(hospital.people, ({ name, address }) => `${name.latin} ${address.locality}`).filter(
    (group) => {
      const ages = group.map(({ birth }) => ageOn(birth, today))
      return new Set(group.map(({ phone }) => phone)).size > 1 && Math.max(...ages) - Math.min(...ages) <= 6
    },
  )
  assert.ok(strangers.some((group) => group[0]?.name.latin === 'Ramesh Kumar' && group.length >= 4))
  const own = hospital.people.filter(({ name }) => name.own?.text === 'محمد عمران')
  assert.ok(new Set(own.map(({ name }) => name.latin)).size >= 3, 'one name, three Latin spellings')
})

test('some people were written down twice, in two spellings', () => {
  const twice = groupsOf(hospital.people, ({ phone, guardian, address }) =>
    JSON.stringify([phone, guardian, address]),
  ).filter((pair) => pair.some(({ name }) => name.own === null) && pair.some(({ name }) => name.own !== null))
  assert.ok(twice.length >= 4, String(twice.length))
})

test('Ramesh Kumar of Seelampur is ordered the medicine that he must not have', () => {
  const people = hospital.people.filter(isRamesh)
  assert.equal(people.length, 1)
  const [ramesh] = people
  assert.ok(hospital.allergies.some(({ personId, group }) => personId === ramesh?.id && group === 'penicillin'))
  const groups = new Map(hospital.medicines.map(({ code, groups: of }) => [code, of]))
  const ordered = hospital.prescriptions.filter(({ personId }) => personId === ramesh?.id).flatMap(({ items }) => items)
  assert.ok(ordered.some(({ medicine }) => groups.get(medicine)?.includes('penicillin')))
  assert.ok(ordered.length >= 4)
})
