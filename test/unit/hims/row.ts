import { newId } from './terminal.ts'

const four = (en: string) => ({ en, hi: en, pa: en, ur: en })

export const facility = { code: 'test-hospital', name: four('Test Hospital') }
export const department = {
  code: 'medicine',
  name: four('Medicine'),
  prefix: 'M',
  room: '12',
  floor: 1,
  line: 'blue',
  sign: 'medicine',
}
export const medicine = {
  code: 'paracetamol-500',
  name: 'Paracetamol',
  strength: '500 mg',
  form: 'tablet',
  groups: [],
  shelf: 'B 14',
}
export const lot = { id: 'lot-1', medicine: medicine.code, lot: 'PC-77', expiry: '2030-01-31' }

export const rows = [
  { table: 'facility', row: facility },
  { table: 'department', row: department },
  { table: 'medicine', row: medicine },
  { table: 'lot', row: lot },
]

export const person = (changed: object = {}) => ({
  id: newId(),
  registeredAt: '2026-11-22T04:00:00.000Z',
  name: { latin: 'Asha Devi', own: { script: 'Deva', text: 'आशा देवी' } },
  sex: 'female',
  birth: { kind: 'date', on: '1990-02-03' },
  phone: '9810000001',
  address: { house: '12', locality: 'Daryaganj', district: 'central', pin: '110002' },
  guardian: null,
  language: 'hi',
  ...changed,
})

let strangers = 0

/** Somebody who shares neither name nor telephone number with anybody: HIMS compares those who do. */
export const stranger = () => {
  strangers++
  const letters = Array.from(String(strangers), (digit) => 'abcdefghij'.charAt(Number(digit))).join('')
  return person({ phone: String(6_000_000_000 + strangers), name: { latin: `${letters} ${letters}u`, own: null } })
}

export const prescription = (personId: string, quantity = 10) => ({
  id: newId(),
  personId,
  prescriber: 'Dr Test',
  department: 'medicine',
  writtenAt: '2026-11-22T05:00:00.000Z',
  status: 'active',
  items: [
    {
      id: newId(),
      medicine: medicine.code,
      dose: { morning: 1, noon: 0, evening: 0, night: 1, food: 'after' },
      days: 5,
      quantity,
    },
  ],
})

export const registered = (n: number, who: object = person()) => ({
  n,
  id: newId(),
  at: '2026-11-22T05:00:00.000Z',
  body: { kind: 'person.registered', person: who },
})

export const mutation = (n: number, body: object) => ({ n, id: newId(), at: '2026-11-22T05:00:00.000Z', body })
