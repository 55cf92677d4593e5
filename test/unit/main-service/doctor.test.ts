import assert from 'node:assert/strict'
import { test } from 'node:test'

import { desk } from '../../../contract/desk.ts'
import { display } from '../../../contract/display.ts'
import { doctor } from '../../../contract/doctor.ts'
import { PickList } from '../../../contract/pharmacy.ts'
import { until } from '../../fake/world.ts'
import { hospital, people } from './hospital.ts'
import type { Window } from './hospital.ts'

const [first, second, third] = people

const roomOf = async ({ terminal }: Window) => doctor.channels['room.now'].output.parse(await terminal.want('room.now'))
const shownOf = async ({ terminal }: Window) =>
  display.channels['display.now'].output.parse(await terminal.want('display.now'))
const kindOf = (answer: unknown): unknown => Object(answer).kind

test('a morning: numbers, two rooms, a call both made, an order, and what the waiting room shows', async (t) => {
  const { open } = await hospital(t)
  const counter = await open('desk', 'Counter 7', 'asha')
  const pharmacy = await open('pharmacy', 'Window 3', 'asha')
  const screen = await open('display', 'Hall', null)
  const rao = await open('doctor', 'Room 14', 'meena-rao')
  const ali = await open('doctor', 'Room 15', 'imran-ali')

  // A number each, the fourth of somebody who is expecting.
  const labels: string[] = []
  for (const [at, { id }] of people.slice(0, 4).entries()) {
    const asked = { personId: id, department: 'medicine', ...(at === 3 ? { priority: 'pregnant' } : {}) }
    await until(
      async () =>
        kindOf(
          await counter.terminal.want('token.issue', { ...asked, personId: people[4]?.id, department: 'heart' }),
        ) === 'issued',
    )
    const issued = desk.channels['token.issue'].output.parse(await counter.terminal.want('token.issue', asked))
    assert.ok(issued.kind === 'issued')
    labels.push(issued.label)
  }
  const [m1, m2, m3, m4] = labels

  assert.equal((await roomOf(rao)).seat, null, 'with two rooms nobody knows where a doctor sits')
  assert.equal(await rao.terminal.want('room.sit', { room: 'room-14', department: 'medicine' }), true)
  assert.equal(await ali.terminal.want('room.sit', { room: 'room-15', department: 'medicine' }), true)
  assert.equal(await ali.terminal.want('room.sit', { room: 'room-99', department: 'medicine' }), false)
  await until(async () => (await roomOf(rao)).queue.length === 4 && (await roomOf(ali)).queue.length === 4)
  assert.deepEqual(
    (await roomOf(rao)).queue.map(({ label }) => label),
    [m4, m1, m2, m3],
  )

  // One after the other, in both rooms.
  assert.deepEqual(await rao.terminal.want('room.next', { current: null }), { kind: 'noted' })
  const inside = (await roomOf(rao)).current
  assert.equal(inside?.line.label, m4)
  await until(async () => (await roomOf(ali)).others.length === 1)
  assert.equal((await roomOf(ali)).next?.line.label, m1)
  await until(async () => (await shownOf(screen)).now?.label === m4)
  assert.equal((await shownOf(screen)).now?.room, '14')

  // Cut off from each other, both call the same number.
  rao.cut(true)
  ali.cut(true)
  const current = { visitId: inside?.line.visitId, was: 'seen' }
  assert.deepEqual(await rao.terminal.want('room.next', { current }), { kind: 'noted' })
  assert.deepEqual(await ali.terminal.want('room.next', { current: null }), { kind: 'noted' })
  assert.equal((await roomOf(rao)).current?.line.label, m1)
  assert.equal((await roomOf(ali)).current?.line.label, m1)
  ali.cut(false)
  rao.cut(false)
  await until(async () => (await roomOf(ali)).elsewhere !== null)
  const lost = await roomOf(ali)
  assert.equal(lost.current, null)
  assert.deepEqual([lost.elsewhere?.label, lost.elsewhere?.room], [m1, '14'])
  await until(async () => (await roomOf(rao)).current?.line.lost.length === 1)
  assert.deepEqual((await roomOf(rao)).current?.line.lost, ['15'])
  // Which of the two rooms is heard first is chance.
  await until(async () => {
    const { now } = await shownOf(screen)
    return now?.label === m1 && now?.room === '14'
  })
  const shown = await shownOf(screen)
  assert.equal([shown.now, ...shown.before].filter((call) => call?.label === m1).length, 1, 'shown once')
  for (const { name, id } of people)
    assert.ok(!JSON.stringify(shown).includes(name.latin) && !JSON.stringify(shown).includes(id))

  // The room whose call lost takes the next one.
  assert.deepEqual(await ali.terminal.want('room.next', { current: null }), { kind: 'noted' })
  assert.equal((await roomOf(ali)).current?.line.label, m2)
  assert.equal((await roomOf(ali)).elsewhere, null)

  // An order: stopped where it must be, and at the pharmacy at once.
  const at = { morning: 1, noon: 0, evening: 0, night: 1, food: 'after' }
  const line = { medicine: 'metformin', dose: at, days: 5, quantity: 10, again: false }
  const personId = first?.id ?? ''
  const visitId = (await roomOf(rao)).current?.line.visitId
  assert.deepEqual(
    await rao.terminal.want('write.check', {
      personId,
      items: [
        line,
        { ...line, medicine: 'metformin-1g' },
        { ...line, medicine: 'metformin-gel' },
        { ...line, medicine: 'amoxicillin' },
        { ...line, medicine: 'none' },
      ],
    }),
    [null, { kind: 'twice' }, null, { kind: 'allergy', group: 'penicillin' }, { kind: 'unknown' }],
  )
  const refused = await rao.terminal.want('write.give', {
    personId,
    visitId,
    items: [{ ...line, medicine: 'amoxicillin' }],
  })
  assert.equal(kindOf(refused), 'stopped')
  assert.equal((await roomOf(rao)).current?.line.label, m1, 'what is stopped sends nobody away')
  const given = doctor.channels['write.give'].output.parse(
    await rao.terminal.want('write.give', { personId, visitId, items: [line] }),
  )
  assert.ok(given.kind === 'given')
  assert.equal(given.counter, 'Window 3')
  assert.equal((await roomOf(rao)).current, null, 'with the order the person was seen')
  await until(async () => {
    const list = PickList.parse(await pharmacy.terminal.want('pick.open', { personId }))
    return list.prescriptions[0]?.lines[0]?.mayGive === 10
  })
  // What is picked is called to the counter, and the waiting room says so.
  const onBoard = (kind: string) => pharmacy.terminal.want('board.note', { prescriptionId: given.id, kind })
  assert.deepEqual(await onBoard('picked'), { kind: 'noted' })
  assert.deepEqual(await onBoard('called'), { kind: 'noted' })
  await until(async () => (await shownOf(screen)).now?.to === 'counter')
  const ready = (await shownOf(screen)).now
  assert.deepEqual([ready?.label, ready?.room], [m1, '3'])
  assert.equal((await roomOf(rao)).current, null, 'to the doctor they are seen')
  assert.equal(kindOf(await rao.terminal.want('write.give', { personId, visitId: null, items: [line] })), 'stopped')
  const again = await rao.terminal.want('write.give', { personId, visitId: null, items: [{ ...line, again: true }] })
  assert.equal(kindOf(again), 'given')
  const lately = doctor.channels['write.lately'].output.parse(await rao.terminal.want('write.lately'))
  assert.deepEqual(
    lately.map(({ items }) => items.map(({ medicine }) => medicine.code)),
    [['metformin']],
  )
  assert.deepEqual(await ali.terminal.want('write.lately'), [], 'another doctor has ways of their own')

  // A wrong key is taken back; somebody is called out of turn; another is not there.
  const { last } = await roomOf(rao)
  assert.equal(last?.label, m1)
  assert.deepEqual(await rao.terminal.want('room.note', { kind: 'restored', visitId: last?.visitId }), {
    kind: 'noted',
  })
  assert.equal((await roomOf(rao)).queue[0]?.label, m1)
  const after = (await roomOf(rao)).queue.find(({ label }) => label === m3)
  assert.deepEqual(
    await rao.terminal.want('room.note', { kind: 'out-of-turn', visitId: after?.visitId, why: 'worse' }),
    { kind: 'noted' },
  )
  assert.equal((await roomOf(rao)).current?.line.label, m3)
  assert.deepEqual(
    await rao.terminal.want('room.note', { kind: 'out-of-turn', visitId: last?.visitId, why: 'worse' }),
    {
      kind: 'changed-meanwhile',
    },
  )
  assert.deepEqual(await rao.terminal.want('room.next', { current: { visitId: after?.visitId, was: 'absent' } }), {
    kind: 'noted',
  })
  const now = await roomOf(rao)
  assert.equal(now.current?.line.label, m1)
  assert.deepEqual(
    now.queue.map(({ label, stage }) => [label, stage]),
    [[m3, 'absent']],
  )
})

test('a desk cancels, takes back, sends on and puts first; the number stays', async (t) => {
  const { open } = await hospital(t)
  const counter = await open('desk', 'Counter 7', 'asha')
  const rao = await open('doctor', 'Room 14', 'meena-rao')
  await rao.terminal.want('room.sit', { room: 'room-14', department: 'medicine' })
  const { terminal } = counter
  const today = async (id: string | undefined) =>
    desk.channels['visit.today'].output.parse(await terminal.want('visit.today', { personId: id }))
  for (const each of [second, third]) {
    await until(
      async () =>
        kindOf(await terminal.want('token.issue', { personId: each?.id, department: 'medicine' })) === 'issued',
    )
  }
  const visitId = (await today(second?.id))[0]?.id
  const label = (await today(second?.id))[0]?.label
  assert.equal(kindOf(await terminal.want('visit.restore', { visitId })), 'changed-meanwhile', 'nothing to take back')
  assert.equal(kindOf(await terminal.want('visit.cancel', { visitId, reason: 'Went home' })), 'noted')
  assert.deepEqual(
    (await today(second?.id)).map(({ stage, reason }) => [stage, reason]),
    [['cancelled', 'Went home']],
  )
  await until(async () => (await roomOf(rao)).queue.length === 1)
  assert.equal(kindOf(await terminal.want('visit.restore', { visitId })), 'noted')
  assert.equal(kindOf(await terminal.want('visit.prioritise', { visitId, priority: 'emergency' })), 'noted')
  await until(async () => (await roomOf(rao)).next?.line.priority === 'emergency')
  assert.equal((await roomOf(rao)).next?.line.label, label)
  assert.equal(kindOf(await terminal.want('visit.move', { visitId, department: 'heart', doctor: null })), 'noted')
  await until(async () => (await roomOf(rao)).queue.every((line) => line.label !== label))
  await rao.terminal.want('room.sit', { room: '18', department: 'heart' })
  assert.deepEqual(
    (await roomOf(rao)).queue.map((line) => line.label),
    [label],
  )
  assert.equal(
    kindOf(await terminal.want('visit.move', { visitId, department: 'no-such', doctor: null })),
    'changed-meanwhile',
  )
})
