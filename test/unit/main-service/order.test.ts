import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestContext } from 'node:test'

import { doctor } from '../../../contract/doctor.ts'
import { BoardRow, HandOver, RoomQuestion } from '../../../contract/order.ts'
import { PickList, pharmacy } from '../../../contract/pharmacy.ts'
import { until } from '../../fake/world.ts'
import { hospital, people } from './hospital.ts'
import type { Window } from './hospital.ts'

const lots = (['metformin', 'metformin-1g'] as const).flatMap((medicine) => {
  const id = `${medicine}-lot`
  const at = '2026-11-01T05:00:00.000Z'
  return [
    { table: 'lot', row: { id, medicine, lot: 'L1', expiry: '2030-01-31' } },
    { table: 'stock_event', row: { id: `r-${id}`, lotId: id, delta: 100, reason: 'received', at } },
  ] as const
})
const dose = { morning: 1, noon: 0, evening: 0, night: 1, food: 'after' } as const
const order = (medicine: string) => ({ medicine, dose, days: 10, quantity: 20 })
const personId = people[1]?.id
const kindOf = (answer: unknown): unknown => Object(answer).kind

const listOf = async ({ terminal }: Window) => PickList.parse(await terminal.want('pick.open', { personId }))
const boardOf = async ({ terminal }: Window) => BoardRow.array().parse(await terminal.want('board.now', {}))
const questionsOf = async ({ terminal }: Window) => RoomQuestion.array().parse(await terminal.want('question.list', {}))
const handOversOf = async ({ terminal }: Window) =>
  HandOver.array().parse(await terminal.want('back.list', { personId }))

/** A doctor who ordered two medicines, and the counter that has the list. */
async function ordered(t: TestContext) {
  const { open } = await hospital(t, lots)
  const counter = await open('pharmacy', 'Window 3', 'asha')
  const rao = await open('doctor', 'Room 14', 'meena-rao')
  await rao.terminal.want('room.sit', { room: 'room-14', department: 'medicine' })
  const items = [
    { ...order('metformin'), again: false },
    { ...order('amoxicillin'), again: false },
  ]
  const given = await rao.terminal.want('write.give', { personId, visitId: null, items })
  assert.equal(kindOf(given), 'given', JSON.stringify(given))
  await until(async () => (await boardOf(counter)).length === 1)
  // A room that has just been opened may not know yet which pharmacies there are.
  await counter.terminal.want('right.claim', { prescriptionId: (await boardOf(counter))[0]?.prescriptionId })
  await until(async () => (await boardOf(counter)).some(({ isHere }) => isHere))
  const [written] = (await listOf(counter)).prescriptions
  assert.ok(written)
  const line = written.lines.find(({ medicine }) => medicine.code === 'metformin')
  assert.ok(line)
  const prescriptionId = written.prescription.id
  const ask = (more: object = {}) =>
    counter.terminal.want('order.ask', {
      prescriptionId,
      itemId: line.item.id,
      why: 'not-in-stock',
      instead: null,
      words: '',
      ...more,
    })
  const give = (id: string, itemId: string, lotId: string, quantity = 20) =>
    counter.terminal.want('dispense.give', { prescriptionId: id, lines: [{ itemId, lotId, quantity }] })
  return { open, counter, rao, prescriptionId, line, ask, give }
}

test('a pharmacist asks, the doctor answers with one key, and the counter has the new order at once', async (t) => {
  const { counter, rao, prescriptionId, line, ask, give } = await ordered(t)
  const [proposal] = pharmacy.channels['order.proposals'].output.parse(
    await counter.terminal.want('order.proposals', { prescriptionId, itemId: line.item.id }),
  )
  assert.deepEqual([proposal?.medicine.code, proposal?.instead.quantity, proposal?.here], ['metformin-1g', 10, 100])
  counter.cut(true)
  assert.deepEqual(await ask({ instead: proposal?.instead }), { kind: 'noted' })
  assert.deepEqual(await ask(), { kind: 'changed-meanwhile' }, 'one question at a time')
  const asked = async () =>
    (await listOf(counter)).prescriptions.flatMap(({ lines }) => lines).find(({ item }) => item.id === line.item.id)
      ?.question
  assert.equal((await asked())?.isUnsent, true, 'without a line nobody has seen it')
  assert.equal((await boardOf(counter))[0]?.state, 'asked')
  const refused = await give(prescriptionId, line.item.id, 'metformin-lot')
  assert.deepEqual(refused, { kind: 'refused', reason: 'asked', itemId: line.item.id })
  counter.cut(false)
  await until(async () => (await questionsOf(rao)).length === 1)
  await until(async () => (await asked())?.isUnsent === false)
  const [question] = await questionsOf(rao)
  assert.ok(question?.instead)
  assert.ok(question.isMine)
  const { medicine, ...item } = question.instead.instead
  const answered = await rao.terminal.want('question.answer', {
    prescriptionId,
    question: question.id,
    answer: 'instead',
    item: { medicine, ...item },
    words: '',
  })
  assert.deepEqual(answered, { kind: 'noted' })
  assert.deepEqual(await questionsOf(rao), [])
  await until(
    async () => (await boardOf(counter)).length === 2 && (await boardOf(counter)).every(({ isHere }) => isHere),
  )
  const list = await listOf(counter)
  const old = list.prescriptions.find(({ prescription }) => prescription.id === prescriptionId)
  assert.equal(old?.lines.find(({ item: { id } }) => id === line.item.id)?.closed, 'replaced')
  assert.equal(kindOf(await give(prescriptionId, line.item.id, 'metformin-lot')), 'refused')
  const next = list.prescriptions.find(({ prescription }) => prescription.id !== prescriptionId)
  const [fresh] = next?.lines ?? []
  assert.ok(next && fresh)
  assert.deepEqual([fresh.medicine.code, fresh.mayGive], ['metformin-1g', 10])
  assert.equal(kindOf(await give(next.prescription.id, fresh.item.id, 'metformin-1g-lot', 10)), 'given')
})

test('as written is a word to give it by; what a doctor takes back is given nowhere', async (t) => {
  const { counter, rao, prescriptionId, line, ask, give } = await ordered(t)
  await ask({ why: 'dose-unclear' })
  await until(async () => (await questionsOf(rao)).length === 1)
  const [question] = await questionsOf(rao)
  await rao.terminal.want('question.answer', {
    prescriptionId,
    question: question?.id,
    answer: 'as-written',
    item: null,
    words: 'weight 90 kg',
  })
  await until(async () => (await boardOf(counter))[0]?.state === 'answered')
  assert.equal(kindOf(await give(prescriptionId, line.item.id, 'metformin-lot', 8)), 'given')
  const [open] = doctor.channels['write.orders'].output.parse(await rao.terminal.want('write.orders', {}))
  await until(async () => JSON.stringify(await rao.terminal.want('write.orders', {})).includes('"given":8'))
  const items = open?.items.map(({ item }) => item.id)
  assert.deepEqual(await rao.terminal.want('write.take-back', { prescriptionId, items, words: '' }), { kind: 'noted' })
  await until(async () => (await listOf(counter)).prescriptions[0]?.prescription.status === 'stopped')
  await until(
    async () => (await listOf(counter)).prescriptions[0]?.lines.every(({ mayGive }) => mayGive === 0) === true,
  )
  assert.equal(kindOf(await give(prescriptionId, line.item.id, 'metformin-lot', 1)), 'refused')
  assert.equal((await listOf(counter)).prescriptions[0]?.lines.find(({ item }) => item.id === line.item.id)?.given, 8)
  assert.deepEqual(await boardOf(counter), [])
})

test('one counter picks a prescription; what comes back goes where the rule says and can be given anew', async (t) => {
  const { open, counter, prescriptionId, line, give } = await ordered(t)
  const other = await open('pharmacy', 'Window 4', 'asha')
  const note = (window: Window, kind: string) => window.terminal.want('board.note', { prescriptionId, kind })
  assert.deepEqual(await note(other, 'picking'), { kind: 'changed-meanwhile' }, 'it holds no right to it')
  assert.deepEqual(await note(counter, 'picking'), { kind: 'noted' })
  await until(async () => (await boardOf(other))[0]?.state === 'picking')
  assert.equal((await boardOf(other))[0]?.picker?.isHere, false)
  await note(counter, 'picked')
  await note(counter, 'called')
  assert.equal((await boardOf(counter))[0]?.state, 'called')
  assert.equal(kindOf(await give(prescriptionId, line.item.id, 'metformin-lot')), 'given')
  assert.equal((await boardOf(counter))[0]?.state, 'part')
  const shelf = async () =>
    (await listOf(counter)).prescriptions[0]?.lines.find(({ item }) => item.id === line.item.id)?.lots[0]?.here
  assert.equal(await shelf(), 80)

  const [handed] = await handOversOf(counter)
  const back = (more: object, window = counter) =>
    window.terminal.want('back.take', {
      dispenseId: handed?.dispenseId,
      quantity: 12,
      cause: 'by-mistake',
      state: 'unopened',
      ...more,
    })
  await until(async () => (await handOversOf(other)).length === 1)
  assert.deepEqual(await back({}, other), { kind: 'refused', reason: 'not-here' })
  assert.deepEqual(await back({}), { kind: 'taken', to: 'shelf', mayGiveAgain: true })
  assert.deepEqual(await back({ quantity: 9 }), { kind: 'refused', reason: 'more-than-given' })
  assert.equal(await shelf(), 92)
  assert.equal((await handOversOf(counter))[0]?.units, 8)
  assert.equal(kindOf(await give(prescriptionId, line.item.id, 'metformin-lot', 12)), 'given')
  assert.equal(kindOf(await give(prescriptionId, line.item.id, 'metformin-lot', 1)), 'refused')
  const home = { cause: 'brought-back', quantity: 5 }
  assert.deepEqual(await back(home), { kind: 'taken', to: 'quarantine', mayGiveAgain: false })
  assert.equal(await shelf(), 80)
  await until(async () => JSON.stringify(await counter.terminal.want('terminal.status')).includes('"waiting":0'))
})
