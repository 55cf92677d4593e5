import assert from 'node:assert/strict'
import { test } from 'node:test'

import { birthOf } from '../../../domain/foreign-code/birth-of.ts'
import { calm, clean, cut, joined } from '../../../domain/foreign-code/clean.ts'
import { guardianOf } from '../../../domain/foreign-code/guardian-of.ts'
import { namesOf } from '../../../domain/foreign-code/names-of.ts'
import { phoneOf } from '../../../domain/foreign-code/phone-of.ts'
import { placeOf } from '../../../domain/foreign-code/place-of.ts'
import { sexOf } from '../../../domain/foreign-code/sex-of.ts'

const today = '2026-11-22'
const on = (day: string) => ({ kind: 'date', on: day })
const age = (years: number) => ({ kind: 'age', years, asOf: today })

test('a date is read in every form that codes use, and a year never becomes a day', () => {
  for (const text of ['1991-04-06', '06/04/1991', '6/4/1991', '06-04-1991', '06.04.1991', '19910406', '06041991']) {
    assert.deepEqual(birthOf(text, today), on('1991-04-06'), text)
  }
  assert.deepEqual(birthOf('1991-04-06T00:00:00Z', today), on('1991-04-06'))
  for (const text of ['1978', ' 1978 ', '--1978', '1978-05', '05/1978'])
    assert.deepEqual(birthOf(text, today), age(48), text)
})

test('what is no day of a life is no birth', () => {
  for (const text of [
    '',
    'XX/X/XXXX',
    '31/02/1990',
    '2027-01-01',
    '2027',
    '1850',
    '1850-01-01',
    '0000-00-00',
    '12',
    '-',
  ]) {
    assert.equal(birthOf(text, today), null, text)
  }
})

test('sexes by letter, word and number; an unknown one is none', () => {
  const said = ['M', 'male', '1', 'F', 'Female', '2', 'T', 'O', 'transgender', '3', 'U', 'unknown', '']
  const read = said.map(sexOf)
  assert.deepEqual(read, [
    'male',
    'male',
    'male',
    'female',
    'female',
    'female',
    'other',
    'other',
    'other',
    'other',
    null,
    null,
    null,
  ])
})

test('names go by script, capitals calm down, and a fourth script is not lost', () => {
  assert.deepEqual(namesOf(['MOHAMMAD IRFAN']), { latin: 'Mohammad Irfan', own: null })
  assert.deepEqual(namesOf(['गुरप्रीत कौर']), { latin: '', own: { script: 'Deva', text: 'गुरप्रीत कौर' } })
  assert.deepEqual(namesOf(['Gurpreet Kaur', 'ਗੁਰਪ੍ਰੀਤ ਕੌਰ']), {
    latin: 'Gurpreet Kaur',
    own: { script: 'Guru', text: 'ਗੁਰਪ੍ਰੀਤ ਕੌਰ' },
  })
  assert.deepEqual(namesOf(['Ramesh Kumar रमेश कुमार']), {
    latin: 'Ramesh Kumar',
    own: { script: 'Deva', text: 'रमेश कुमार' },
  })
  assert.equal(namesOf(['محمد عرفان']).own?.script, 'Arab')
  assert.equal(namesOf(['முருகன்']).latin, 'முருகன்')
  assert.equal(calm('O’BRIEN d’SOUZA'), 'O’BRIEN d’SOUZA')
  assert.equal(calm("D'SOUZA-REY"), "D'Souza-Rey")
})

test('control, direction and half characters never reach a form', () => {
  assert.equal(clean('  A\u0000B\u202Ec\n d\uD800 '), 'A B c d')
  assert.equal(cut('ab😀', 3), 'ab')
  assert.equal(joined(['H 1', ' h 1 ', '-', 'Gali 9'], 120), 'H 1, Gali 9')
  assert.ok(joined(['x'.repeat(200), 'y'], 80).length <= 80)
})

test('a relative is read from the forms of Aadhaar', () => {
  assert.deepEqual(guardianOf('S/O: Hari Kishan'), { relation: 'father', name: 'Hari Kishan' })
  assert.deepEqual(guardianOf('D/O Hari Kishan'), { relation: 'father', name: 'Hari Kishan' })
  assert.deepEqual(guardianOf('W/O, HARJIT SINGH'), { relation: 'husband', name: 'Harjit Singh' })
  assert.deepEqual(guardianOf('C/o Asha'), { relation: 'guardian', name: 'Asha' })
  assert.deepEqual(guardianOf('SO: Ram Lal'), { relation: 'father', name: 'Ram Lal' })
  assert.deepEqual(guardianOf('Sohan Lal'), { relation: 'guardian', name: 'Sohan Lal' })
  assert.equal(guardianOf('S/O: '), null)
  assert.equal(guardianOf(''), null)
})

test('ten digits of an Indian mobile, and nothing masked', () => {
  for (const text of ['9811047263', '+91 98110 47263', '919811047263', '09811047263', '+91-9811047263']) {
    assert.equal(phoneOf(text), '9811047263', text)
  }
  for (const text of ['', 'XXXXXX7263', '1234567890', '+44 7700 900123']) assert.equal(phoneOf(text), null, text)
})

test('a Delhi district becomes ours; elsewhere its name stays text', () => {
  const place = (district: string, state = 'Delhi', pin = '110053') =>
    placeOf({ house: ['12', 'Gali 3'], locality: ['Jafrabad', 'jafrabad'], district, state, pin })
  assert.deepEqual(place('North East'), {
    house: '12, Gali 3',
    locality: 'Jafrabad',
    district: 'north-east',
    pin: '110053',
  })
  for (const name of ['NORTH-EAST DELHI', 'North East District', 'Northeast'])
    assert.equal(place(name).district, 'north-east', name)
  assert.equal(place('New Delhi').district, 'new-delhi')
  assert.equal(place('Old Delhi').district, 'old-delhi')
  assert.equal(place('Shahdara', 'NCT of Delhi').district, 'shahdara')
  assert.deepEqual(place('Outer Delhi').locality, 'Jafrabad, Outer Delhi')
  assert.deepEqual(place('East', 'Sikkim', '737101'), {
    house: '12, Gali 3',
    locality: 'Jafrabad, East, Sikkim, 737101',
    district: null,
    pin: null,
  })
})
