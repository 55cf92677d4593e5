import assert from 'node:assert/strict'
import { test } from 'node:test'

import { generateHospital } from '../../../build/demo/seed/hospital.ts'
import type { Person as PersonType, PersonDraft } from '../../../domain/person/person.ts'
import { Person } from '../../../domain/person/person.ts'
import { likeness, mostLikelyOne, worthALook } from '../../../domain/search/likeness.ts'

const today = '2026-11-22'

const lakshmi = Person.parse({
  id: '01999999-0000-7000-8000-000000000001',
  registeredAt: '2025-03-01T05:00:00.000Z',
  name: { latin: 'Lakshmi Devi', own: { script: 'Deva', text: 'लक्ष्मी देवी' } },
  sex: 'female',
  birth: { kind: 'age', years: 40, asOf: '2025-03-01' },
  phone: '9810043217',
  address: { house: 'H-214, Gali 9', locality: 'Seelampur', district: 'north-east', pin: '110053' },
  guardian: { relation: 'husband', name: 'Ramesh Kumar' },
  language: 'hi',
})

const draftOf = (
  { id: _id, registeredAt: _at, ...draft }: PersonType,
  change: Partial<PersonDraft> = {},
): PersonDraft => ({
  ...draft,
  ...change,
})
const compare = (change: Partial<PersonDraft>) => likeness(draftOf(lakshmi, change), lakshmi, today)
const matchOf = (found: ReturnType<typeof likeness>, field: string) =>
  found.reasons.find((reason) => reason.field === field)?.match

test('the same facts again are one person', () => {
  const { score, reasons } = compare({})
  assert.equal(score, 1)
  assert.deepEqual(
    reasons.map(({ field, match }) => `${field} ${match}`),
    ['name same', 'age same', 'phone same', 'guardian same', 'place same', 'sex same'],
  )
})

test('another spelling with the same phone is most likely one person', () => {
  const found = compare({
    name: { latin: 'Laxmi Devi', own: null },
    birth: { kind: 'age', years: 42, asOf: today },
    guardian: null,
  })
  assert.equal(matchOf(found, 'name'), 'same')
  assert.equal(matchOf(found, 'guardian'), undefined)
  assert.ok(found.score >= mostLikelyOne, String(found.score))
})

test('without a phone, name, husband, age and place are enough', () => {
  const found = compare({ phone: null, name: { latin: 'Luxmi Devi', own: null } })
  assert.ok(found.score >= mostLikelyOne, String(found.score))
})

test('a stranger of the same name is not one person', () => {
  const found = compare({ phone: '9911587204', guardian: { relation: 'husband', name: 'Mahesh Chand' } })
  assert.equal(matchOf(found, 'guardian'), 'different')
  assert.equal(matchOf(found, 'phone'), 'different')
  assert.ok(found.score < worthALook, String(found.score))
})

test('a name with a word less is close and worth a look', () => {
  const found = compare({ name: { latin: 'Lakshmi', own: null } })
  assert.equal(matchOf(found, 'name'), 'close')
  assert.ok(found.score >= worthALook && found.score < mostLikelyOne, String(found.score))
})

test('v and b are one sound to many: such names are close', () => {
  const ravi = { ...lakshmi, name: { latin: 'Ravi Kumar Rawat', own: null } }
  const written = (latin: string) =>
    matchOf(likeness(draftOf(ravi, { name: { latin, own: null } }), ravi, today), 'name')
  assert.equal(written('Rabi Kumer Ravat'), 'close')
  assert.equal(written('Rubi Kumar'), 'different')
})

test('Mohammad before a name may be left out or shortened', () => {
  const imran = { ...lakshmi, name: { latin: 'Mohammad Imran Khan', own: null } }
  for (const latin of ['Imran Khan', 'Md Imran Khan', 'Mohd. Imran Khan'])
    assert.equal(matchOf(likeness(draftOf(imran, { name: { latin, own: null } }), imran, today), 'name'), 'same')
})

for (const [one, other] of [
  ['Hasan Ali', 'Husain Ali'],
  ['Ram Kumar', 'Shyam Kumar'],
  ['Rohit Sharma', 'Mohit Sharma'],
  ['Harpreet Singh', 'Gurpreet Singh'],
  ['Asha', 'Usha'],
] as const)
  test(`twins ${one} and ${other} agree in all but the name, and are two`, () => {
    const twin = { ...lakshmi, name: { latin: one, own: null }, birth: { kind: 'date', on: '2019-04-02' } as const }
    const found = likeness(draftOf(twin, { name: { latin: other, own: null } }), twin, today)
    assert.notEqual(matchOf(found, 'name'), 'same')
    assert.ok(found.score < mostLikelyOne, String(found.score))
  })

test('a son with his grandfather’s name and phone is another person', () => {
  const found = compare({ birth: { kind: 'date', on: '2015-01-01' } })
  assert.equal(matchOf(found, 'age'), 'different')
  assert.ok(found.score < mostLikelyOne)
})

test('another sex is told and weighs much', () => {
  const found = compare({ sex: 'male' })
  assert.equal(matchOf(found, 'sex'), 'different')
  assert.ok(found.score < mostLikelyOne)
})

test('an age that was told ages with the calendar', () => {
  assert.equal(matchOf(compare({ birth: { kind: 'age', years: 41, asOf: today } }), 'age'), 'same')
  assert.equal(matchOf(compare({ birth: { kind: 'age', years: 45, asOf: today } }), 'age'), 'close')
  assert.equal(matchOf(compare({ birth: { kind: 'age', years: 60, asOf: today } }), 'age'), 'different')
})

test('a neighbouring place is close, another part of the city is not', () => {
  const at = (locality: string, district: 'north-east' | 'south', pin: string) =>
    matchOf(compare({ address: { house: '', locality, district, pin } }), 'place')
  assert.equal(at('Silampur', 'north-east', '110053'), 'same')
  assert.equal(at('Jafrabad', 'north-east', '110053'), 'close')
  assert.equal(at('Saket', 'south', '110017'), 'different')
})

test('in a hospital of 5,000 nobody but the doubly written is most likely someone else', () => {
  const { people } = generateHospital({ seed: 'marigold', today })
  const pairs = [...Map.groupBy(people, ({ address }) => address.locality).values()].flatMap((near) =>
    near.flatMap((person, place) => near.slice(place + 1).map((other) => [person, other] as const)),
  )
  const certain = pairs.filter(([one, other]) => likeness(draftOf(one), other, today).score >= mostLikelyOne)
  const twice = certain.filter(
    ([one, other]) => one.phone === other.phone && one.guardian?.name === other.guardian?.name,
  )
  assert.ok(certain.length >= 5, `found ${certain.length}`)
  assert.deepEqual(
    certain.filter((pair) => !twice.includes(pair)).map((pair) => pair.map(({ name }) => name.latin)),
    [],
  )
  assert.ok(certain.length < 20, String(certain.length))
})
