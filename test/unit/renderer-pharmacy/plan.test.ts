import assert from 'node:assert/strict'
import { test } from 'node:test'

import { PersonId, PrescriptionId, PrescriptionItemId } from '../../../domain/id.ts'
import type { Line } from '../../../renderer/pharmacy/pharmacy-bridge.ts'
import {
  askedLines,
  asksWhy,
  firstToGive,
  mayAsk,
  openPrescriptions,
  planAll,
  planLine,
} from '../../../renderer/pharmacy/pick/plan.ts'

const id = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`

const lot = (name: string, expiry: string, here: number, expired = false): Line['lots'][number] => ({
  lot: { id: name, medicine: 'm', lot: name, expiry },
  here,
  expired,
})

const line = (n: number, more: Partial<Line> = {}): Line => ({
  item: {
    id: PrescriptionItemId.parse(id(n)),
    medicine: 'm',
    dose: { morning: 1, noon: 0, evening: 1, night: 0, food: 'with' },
    days: 15,
    quantity: 30,
  },
  medicine: { code: 'm', name: 'Metformin', strength: '500 mg', form: 'tablet', groups: [], shelf: 'B 14' },
  given: 0,
  mayGive: 30,
  rightHere: true,
  emergency: 0,
  lots: [lot('L1', '2027-03-31', 100)],
  allergies: [],
  warnings: [],
  ...more,
})

const allergy: Line['allergies'][number] = {
  id: 'a',
  personId: PersonId.parse(id(1)),
  group: 'penicillin',
  criticality: 'high',
  verification: 'confirmed',
  notedOn: '2019-03-14',
}

test('all that is ordered is given, from the lot that expires first', () => {
  const plan = planLine(line(1, { lots: [lot('late', '2028-01-31', 100), lot('soon', '2027-01-31', 10)] }), undefined)
  assert.equal(plan.give, 30)
  assert.equal(plan.owed, 0)
  assert.deepEqual(
    plan.takes.map(({ lot: name, quantity }) => [name, quantity]),
    [
      ['soon', 10],
      ['late', 20],
    ],
  )
})

test('an expired lot is never taken from', () => {
  const plan = planLine(line(1, { lots: [lot('old', '2026-10-31', 50, true), lot('new', '2027-10-31', 5)] }), undefined)
  assert.deepEqual([plan.here, plan.give, plan.owed], [5, 5, 25])
  assert.deepEqual(
    plan.takes.map(({ lotId }) => lotId),
    ['new'],
  )
})

test('nothing is given past the right, whatever was typed', () => {
  assert.equal(planLine(line(1, { given: 20, mayGive: 30 }), undefined).give, 10)
  assert.equal(planLine(line(1, { mayGive: 12 }), undefined).give, 12)
  assert.equal(planLine(line(1, { mayGive: 12 }), 500).give, 12)
})

test('part is given when part was asked for, and the rest stays owed', () => {
  const plan = planLine(line(1), 10)
  assert.deepEqual([plan.give, plan.owed], [10, 20])
  assert.deepEqual(planLine(line(1), 0).takes, [])
})

test('a line stops for the gravest of its reasons', () => {
  assert.equal(planLine(line(1, { given: 30, mayGive: 0, rightHere: false }), undefined).stop, 'done')
  assert.equal(planLine(line(1, { allergies: [allergy], lots: [] }), undefined).stop, 'allergy')
  assert.equal(planLine(line(1, { rightHere: false, mayGive: 0 }), undefined).stop, 'no-right')
  assert.equal(planLine(line(1, { lots: [lot('old', '2026-10-31', 5, true)] }), undefined).stop, 'expired')
  assert.equal(planLine(line(1, { lots: [] }), undefined).stop, 'no-stock')
  assert.equal(planLine(line(1, { allergies: [allergy] }), 30).give, 0)
})

test('what the shelf lacks is owed; what an allergy stops is not', () => {
  assert.equal(planLine(line(1, { lots: [] }), undefined).owed, 30)
  assert.equal(planLine(line(1, { allergies: [allergy] }), undefined).owed, 0)
})

test('the list is a walk along the shelves, and asks for whole lots only', () => {
  const at = (n: number, shelf: string): Line => line(n, { medicine: { ...line(n).medicine, shelf } })
  const plans = planAll([at(1, 'B 14'), at(2, 'B 2'), at(3, 'A 30')], { [id(1)]: 0 })
  assert.deepEqual(
    plans.map((plan) => plan.line.medicine.shelf),
    ['A 30', 'B 2', 'B 14'],
  )
  assert.deepEqual(
    askedLines(plans).map(({ itemId, quantity }) => [itemId, quantity]),
    [
      [id(3), 30],
      [id(2), 30],
    ],
  )
})

test('prescriptions that are used up make room for those that are not', () => {
  const written = (n: number, writtenAt: string, lines: readonly Line[]) => ({
    prescription: {
      id: PrescriptionId.parse(id(n)),
      personId: PersonId.parse(id(1)),
      prescriber: 'Dr Meena Rao',
      department: 'medicine',
      writtenAt,
      status: 'active',
      items: lines.map(({ item }) => item),
    },
    lines: [...lines],
    place: { state: { kind: 'here' as const }, counters: [], wantedBy: null },
  })
  const open = openPrescriptions({
    person: {
      id: PersonId.parse(id(1)),
      name: { latin: 'Ramesh Kumar', own: null },
      sex: 'male',
      birth: { kind: 'date', on: '1968-03-14' },
      phone: null,
      address: { house: '', locality: '', district: null, pin: null },
      guardian: null,
      abha: null,
      bloodGroup: null,
      evidence: null,
      language: 'hi',
      registeredAt: '2026-11-22T03:00:00.000Z',
    },
    age: 58,
    allergies: [],
    prescriptions: [
      written(10, '2026-10-01T05:00:00.000Z', [line(1)]),
      written(11, '2026-11-22T05:00:00.000Z', [line(2, { given: 30, mayGive: 0 })]),
      written(12, '2026-11-20T05:00:00.000Z', [line(3, { given: 10, mayGive: 20 })]),
    ],
    supplies: [],
    fills: [],
  })
  assert.deepEqual(
    open.map(({ prescription }) => prescription.id),
    [id(12), id(10)],
  )
})

test('keys act first on the first line that can be given, else on the first', () => {
  const stopped = line(1, { allergies: [allergy] })
  assert.equal(firstToGive(planAll([stopped, line(2), line(3)], {})), planAll([stopped, line(2)], {}).length - 1)
  assert.equal(firstToGive(planAll([stopped], {})), 0)
  assert.equal(firstToGive([]), 0)
})

test('a line waits for the prescriber’s word, and goes by it', () => {
  const asked = { id: id(9), why: 'interaction', instead: null, words: '', at: '2026-11-22T04:00:00.000Z' } as const
  const word = (answer: 'as-written' | 'none') => ({ answer, by: 'Dr Rao', at: '2026-11-22T04:05:00.000Z', words: '' })
  const severe: Line['warnings'] = [{ kind: 'duplicate', other: line(2).medicine, group: null, until: '2026-12-30' }]
  const waiting = planLine(line(1, { question: { ...asked, isUnsent: true, answer: null } }), undefined)
  assert.deepEqual([waiting.stop, waiting.give, waiting.owed, mayAsk(waiting)], ['asked', 0, 0, false])
  const bare = planLine(line(1, { warnings: severe }), undefined)
  assert.deepEqual([asksWhy(bare), mayAsk(bare)], [true, true])
  const said = { ...asked, isUnsent: false, answer: word('as-written') }
  const written = planLine(line(1, { warnings: severe, question: said }), undefined)
  assert.deepEqual([written.stop, written.give, asksWhy(written)], [null, 30, false])
  const gone = planLine(line(1, { closed: 'taken-back' }), undefined)
  assert.deepEqual([gone.stop, gone.give, gone.owed, mayAsk(gone)], ['taken-back', 0, 0, false])
})
