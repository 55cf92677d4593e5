import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, test } from 'node:test'

import { desk } from '../../../contract/desk.ts'
import type { BatchView } from '../../../contract/batch.ts'
import type { CardRecord } from '../../../domain/card/card-record.ts'
import { CardId } from '../../../domain/id.ts'
import type { Person } from '../../../domain/person/person.ts'
import type { HandTask } from '../../../main/process/message.ts'
import { himsStub } from '../../fake/hims-stub.ts'
import type { HimsStub } from '../../fake/hims-stub.ts'
import {
  closeTerminals,
  fakeTerminal,
  goodHands,
  offlineTransport,
  removeFolder,
  temporaryFolder,
  until,
} from '../../fake/world.ts'
import type { FakeTerminal } from '../../fake/world.ts'
import { draft, operator, person, untilStatus, workingTerminal } from './fixture.ts'
import { hospital } from './hospital.ts'

let folder = ''
beforeEach(() => void (folder = temporaryFolder()))
afterEach(async () => {
  await closeTerminals()
  removeFolder(folder)
})

const { channels } = desk
let index = 900
const cardOf = ({ id }: Person, more: Partial<CardRecord> = {}): CardRecord => ({
  cardId: CardId.parse(randomBytes(8).toString('hex')),
  personId: id,
  statusIndex: (index += 1),
  issued: '2026-01-05',
  expires: '2027-01-05',
  term: 'temporary',
  profile: 'P-ID',
  status: 'active',
  ...more,
})
const crowd = (count: number): readonly Person[] =>
  Array.from({ length: count }, (_, at) => person({ latin: `Patient ${at}` }))

async function deskFor(people: readonly Person[], hands = goodHands, roles: 'clerk' | 'supervisor' = 'supervisor') {
  const prepare = (stub: HimsStub) => {
    stub.putRow({ table: 'operator', row: operator('asha', ['clerk', roles]) })
    for (const row of people) {
      stub.putRow({ table: 'person', row })
      stub.putRow({ table: 'card', row: cardOf(row) })
    }
  }
  const made = await workingTerminal(folder, 'desk', prepare, { hands })
  await until(async () => (await due(made.terminal)).left > 0, 'signed cards')
  return made
}

const due = async (terminal: FakeTerminal, day = '2027-06-01') =>
  channels['batch.people'].output.parse(await terminal.want('batch.people', { by: 'ends-before', day }))
const order = async (terminal: FakeTerminal, people: readonly Person[]) =>
  channels['batch.order'].output.parse(await terminal.want('batch.order', { people: people.map(({ id }) => id) }))
const look = async (terminal: FakeTerminal): Promise<BatchView> => {
  const { batch } = channels['batch.open'].output.parse(await terminal.want('batch.open', { id: null }))
  assert.ok(batch)
  return batch
}
const say = async (terminal: FakeTerminal, step: object) =>
  channels['batch.step'].output.parse(await terminal.want('batch.step', { id: (await look(terminal)).id, step })).kind
const isDone = (terminal: FakeTerminal, state: BatchView['state'] = 'done') =>
  until(async () => (await look(terminal)).state === state, state)
const cardsOf = async (terminal: FakeTerminal, { id }: Person) =>
  channels['card.list'].output.parse(await terminal.want('card.list', { personId: id }))?.cards ?? []
const permanent = async (terminal: FakeTerminal, someone: Person) =>
  (await cardsOf(terminal, someone)).filter(({ term, status }) => term === 'permanent' && status === 'active').length
const temporary = async (terminal: FakeTerminal, someone: Person) =>
  (await cardsOf(terminal, someone)).filter(({ term, status }) => term === 'temporary' && status === 'active').length

test('everybody chosen gets one permanent card; who has one meanwhile is skipped and named, however often it is asked', async () => {
  const people = crowd(5)
  const [first, second] = people
  assert.ok(first && second)
  const { terminal, hims } = await deskFor(people)
  assert.deepEqual(
    (await due(terminal)).people.map(({ person: each }) => each.id).toSorted(),
    people.map(({ id }) => id).toSorted(),
  )
  assert.deepEqual((await due(terminal, '2027-01-05')).people, [])
  const wishes = { details: false, emergency: false, face: false }
  await terminal.want('card.permanent', { personId: first.id, language: 'en', wishes, stickers: false, letter: true })
  assert.equal((await order(terminal, [...people, second])).kind, 'ordered')
  assert.equal((await order(terminal, people)).kind, 'ordered')
  await isDone(terminal)
  const again = await look(terminal)
  assert.deepEqual([again.people, again.ordered, again.skipped], [5, 0, 5])
  assert.equal(await say(terminal, { kind: 'undo' }), 'not-allowed', 'nothing was made')
  const { others } = channels['batch.open'].output.parse(await terminal.want('batch.open', { id: null }))
  const earlier = channels['batch.open'].output.parse(await terminal.want('batch.open', { id: others[0]?.id })).batch
  assert.deepEqual([earlier?.people, earlier?.ordered], [5, 4])
  assert.deepEqual(earlier?.leftOut, [{ name: 'Patient 0', why: 'has-permanent' }])
  assert.equal(earlier?.supervisor, 'Asha')
  for (const someone of people.slice(1)) {
    assert.deepEqual([await permanent(terminal, someone), await temporary(terminal, someone)], [1, 1])
  }
  assert.deepEqual((await due(terminal)).people, [])
  const told = () => hims.mutations.filter((body) => body.kind === 'card.issued').length
  await until(() => told() === 6, 'at HIMS')
})

test('a clerk alone orders nothing', async () => {
  const people = crowd(1)
  const { terminal } = await deskFor(people, goodHands, 'clerk')
  assert.equal((await order(terminal, people)).kind, 'ask-supervisor')
  assert.equal((await due(terminal)).people.length, 1)
})

test('what a closed terminal had begun goes on at its next start, offline, with nobody logged in, and nobody is served twice', async () => {
  const people = crowd(12)
  const { terminal } = await deskFor(people)
  await order(terminal, people)
  await until(async () => (await look(terminal)).ordered >= 3, 'some')
  const before = await look(terminal)
  assert.equal(before.state, 'running')
  await closeTerminals()
  const next = await fakeTerminal(folder, 'desk', { transport: () => offlineTransport })
  await next.want('session.unlock', { operator: 'asha', pin: '2468' })
  await isDone(next)
  assert.equal((await look(next)).ordered, 12)
  for (const someone of people) assert.equal(await permanent(next, someone), 1)
})

test('stopped it stands still over a restart, and goes on when it is told', async () => {
  const people = crowd(8)
  const { terminal } = await deskFor(people)
  await order(terminal, people)
  assert.equal(await say(terminal, { kind: 'stop' }), 'noted')
  const { waiting } = await look(terminal)
  assert.ok(waiting > 0)
  await closeTerminals()
  const next = await fakeTerminal(folder, 'desk', { transport: () => offlineTransport })
  await next.want('session.unlock', { operator: 'asha', pin: '2468' })
  await new Promise((resolve) => setTimeout(resolve, 100))
  assert.deepEqual([(await look(next)).state, (await look(next)).waiting], ['stopped', waiting])
  assert.equal(await say(next, { kind: 'go-on' }), 'noted')
  await isDone(next)
  assert.equal((await look(next)).ordered, 8)
})

test('taken back before anything is printed, every card of it is cancelled and the temporary ones serve on', async () => {
  const people = crowd(4)
  const { terminal, hims } = await deskFor(people)
  await order(terminal, people)
  await isDone(terminal)
  assert.equal(await say(terminal, { kind: 'undo' }), 'noted')
  await isDone(terminal, 'undone')
  for (const someone of people) {
    assert.deepEqual([await permanent(terminal, someone), await temporary(terminal, someone)], [0, 1])
  }
  assert.equal((await look(terminal)).cancelled, 4)
  assert.deepEqual(
    [await say(terminal, { kind: 'undo' }), await say(terminal, { kind: 'print', lot: 5 })],
    ['not-allowed', 'not-allowed'],
  )
  assert.equal((await due(terminal)).people.length, 4)
  const revoked = () => hims.mutations.filter((body) => body.kind === 'card.changed' && body.to === 'revoked').length
  await until(() => revoked() === 4, 'at HIMS')
})

test('without signed cards it says so and takes what it has, and goes on when HIMS sends more', async () => {
  const people = crowd(45)
  let isCut = false
  const hims = himsStub('desk')
  hims.putRow({ table: 'operator', row: operator('asha', ['clerk', 'supervisor']) })
  for (const row of people) {
    hims.putRow({ table: 'person', row })
    hims.putRow({ table: 'card', row: cardOf(row) })
  }
  const transport: typeof hims.transport = (request, signal) =>
    isCut ? Promise.resolve({ kind: 'lost' }) : hims.transport(request, signal)
  const terminal = await fakeTerminal(folder, 'desk', { code: hims.code, transport: () => transport })
  await untilStatus(terminal, (status) => status.includes('"filling":false') && status.includes('"kind":"online"'))
  await terminal.want('session.unlock', { operator: 'asha', pin: '2468' })
  await until(async () => (await due(terminal)).left > 0, 'signed cards')
  isCut = true
  const { left } = await due(terminal)
  await order(terminal, people)
  await until(async () => (await look(terminal)).noBlanks, 'no signed cards')
  const held = await look(terminal)
  assert.deepEqual([held.ordered, held.waiting, held.state], [left, 45 - left, 'running'])
  isCut = false
  await isDone(terminal)
  assert.equal((await look(terminal)).ordered, 45)
})

test('papers go out a few at a time: a jam holds the rest, and what is printed is no longer taken back', async () => {
  const people = crowd(9)
  let jammed = false
  let sent = 0
  const hands: typeof goodHands = async (task: HandTask) => {
    if (task.kind !== 'send') return goodHands(task)
    if (jammed) return { kind: 'outcome', outcome: { kind: 'uncertain' } }
    sent += 1
    if (sent === 4) jammed = true
    return goodHands(task)
  }
  const { terminal } = await deskFor(people, hands)
  await order(terminal, people)
  await isDone(terminal)
  assert.equal(await say(terminal, { kind: 'print', lot: 5 }), 'noted')
  await until(async () => (await look(terminal)).stuck === 1, 'a jam')
  const held = await look(terminal)
  assert.deepEqual([held.printed, held.unprinted, held.atPrinter], [4, 4, 0])
  assert.equal(await say(terminal, { kind: 'undo' }), 'not-allowed')
  jammed = false
  const jobs = channels['print.recent'].output.parse(await terminal.want('print.recent'))
  const unsure = jobs.find(({ state }) => state.kind === 'uncertain')
  await terminal.want('print.settle', { job: unsure?.id, came: true })
  await until(async () => (await look(terminal)).lot === null, 'all printed')
  assert.deepEqual([(await look(terminal)).printed, (await look(terminal)).unprinted, sent], [9, 0, 8])
})

test('two desks apart may order for one person: both cards are good at HIMS, and both desks say so', async (t) => {
  const [someone] = crowd(1)
  assert.ok(someone)
  const { open } = await hospital(t, [
    { table: 'operator', row: operator('nila', ['clerk', 'supervisor']) },
    { table: 'person', row: someone },
    { table: 'card', row: cardOf(someone) },
  ])
  const desks = [await open('desk', 'One', 'nila'), await open('desk', 'Two', 'nila')]
  for (const { terminal, cut } of desks) {
    await until(async () => (await due(terminal)).left > 0 && (await due(terminal)).people.length === 1, 'the person')
    cut(true)
    await order(terminal, [someone])
    await isDone(terminal)
    assert.deepEqual((await look(terminal)).twice, [])
  }
  for (const { cut } of desks) cut(false)
  for (const { terminal } of desks) {
    await until(async () => (await look(terminal)).twice.length === 1, 'the other card')
    assert.equal(await permanent(terminal, someone), 2)
  }
})

test('of one day: who was registered then', async () => {
  const people = crowd(2)
  const [first] = people
  const { terminal } = await deskFor(people)
  await terminal.want('token.issue', { personId: first?.id, department: 'medicine' })
  const of = async (day: string) =>
    channels['batch.people'].output.parse(await terminal.want('batch.people', { by: 'registered-on', day })).people
  assert.deepEqual(await of('2026-11-22'), [])
  const saved = channels['person.register'].output.parse(
    await terminal.want('person.register', { draft: draft({ latin: 'Newly Come' }), distinctFrom: [] }),
  )
  assert.ok(saved.kind === 'saved')
  assert.deepEqual(await of('2026-11-22'), [])
  const wishes = { details: false, emergency: false, face: false }
  await terminal.want('card.issue', { personId: saved.person.id, language: 'en', wishes })
  assert.deepEqual(
    (await of('2026-11-22')).map(({ person: each }) => each.name.latin),
    ['Newly Come'],
  )
})
