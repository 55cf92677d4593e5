import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'

import { desk } from '../../../contract/desk.ts'
import type { DayView } from '../../../contract/day.ts'
import type { PrintOutcome } from '../../../domain/print/outcome.ts'
import type { Hands } from '../../../main/process/message.ts'
import {
  clock,
  closeTerminals,
  fakeTerminal,
  goodHands,
  offlineTransport,
  removeFolder,
  temporaryFolder,
  until,
} from '../../fake/world.ts'
import type { FakeTerminal } from '../../fake/world.ts'
import { draft, operator, person, workingTerminal } from './fixture.ts'

let folder = ''
beforeEach(() => void (folder = temporaryFolder()))
afterEach(async () => {
  await closeTerminals()
  removeFolder(folder)
})

const { channels } = desk
const someone = person({ latin: 'Ramesh Kumar' })

/** A desk whose printer says what it is told to, one paper after another. */
async function deskAt(outcomes: PrintOutcome[] = []) {
  const time = clock('2026-11-22T05:00:00.000Z')
  const drawn: string[] = []
  const hands: Hands = async (task) => {
    if (task.kind === 'prepare') drawn.push(task.document.kind)
    if (task.kind !== 'send') return goodHands(task)
    return { kind: 'outcome', outcome: outcomes.shift() ?? { kind: 'printed' } }
  }
  const prepare: Parameters<typeof workingTerminal>[2] = (stub) => {
    stub.putRow({ table: 'operator', row: { ...operator('imran', ['supervisor']), name: 'Imran' } })
    stub.putRow({ table: 'operator', row: { ...operator('rajesh', ['clerk']), name: 'Rajesh' } })
    stub.putRow({ table: 'person', row: someone })
  }
  const { terminal, hims } = await workingTerminal(folder, 'desk', prepare, { now: time.now, hands })
  return { terminal, hims, time, drawn, hands }
}

const open = async (terminal: FakeTerminal, day: string | null = null): Promise<DayView> => {
  const view = channels['day.open'].output.parse(await terminal.want('day.open', { day }))
  assert.ok(view !== null)
  return view
}
const issue = (terminal: FakeTerminal) => terminal.want('token.issue', { personId: someone.id, department: 'medicine' })
const sign = async (terminal: FakeTerminal, more: object = {}) =>
  channels['day.sign'].output.parse(
    await terminal.want('day.sign', {
      day: '2026-11-22',
      supervisor: 'imran',
      pin: '2468',
      note: '',
      explained: [],
      ...more,
    }),
  )
const printed = (terminal: FakeTerminal, count: number) =>
  until(async () => {
    const { counts } = await open(terminal)
    return counts.slips + counts.reprints + counts.spoiled >= count
  }, 'slips')

test('tokens are held against the slips that came out, and a spoiled one has to be explained', async () => {
  const { terminal } = await deskAt([{ kind: 'printed' }, { kind: 'uncertain' }])
  await issue(terminal)
  await printed(terminal, 1)
  await issue(terminal)
  await until(async () => (await open(terminal)).differences.length === 1, 'the uncertain one')
  const before = await open(terminal)
  assert.deepEqual(
    before.differences.map(({ kind, paper }) => [kind, paper]),
    [['token-without-paper', 'open']],
  )
  assert.equal(before.counts.unprinted, 1)

  const jobs = channels['print.recent'].output.parse(await terminal.want('print.recent'))
  const uncertain = jobs.find(({ state }) => state.kind === 'uncertain')
  await terminal.want('print.settle', { job: uncertain?.id, came: false })
  await printed(terminal, 3)
  const after = await open(terminal)
  assert.deepEqual(after.differences, [])
  const { tokens, slips, reprints, spoiled, unprinted } = after.counts
  assert.deepEqual([tokens, slips, reprints, spoiled, unprinted], [2, 1, 1, 1, 0])
  assert.deepEqual(await terminal.want('day.list', { day: after.day, number: 'spoiled' }).then(linesOf), [
    jobs.find(({ state }) => state.kind === 'uncertain')?.title,
  ])
})

const linesOf = (answer: unknown) => channels['day.list'].output.parse(answer).lines.map(({ label }) => label)

test('a difference without a word keeps a day from being signed; with one it is on the statement', async () => {
  const { terminal, hims } = await deskAt([{ kind: 'not-sent', reason: 'no-printer' }])
  await issue(terminal)
  await until(async () => (await open(terminal)).differences.length === 1, 'no paper')
  assert.deepEqual(await sign(terminal), { kind: 'unexplained', count: 1 })
  const [difference] = (await open(terminal)).differences
  const explained = [{ kind: difference?.kind, name: difference?.name, explained: 'Written by hand' }]
  const signed = await sign(terminal, { explained, note: 'Printer broken' })
  assert.ok(signed.kind === 'said')
  assert.equal(signed.said.by, 'Imran')
  assert.deepEqual(signed.said.statement.differences, explained)
  await until(() => hims.mutations.some(({ kind }) => kind === 'day.signed'), 'at HIMS')
  assert.equal((await open(terminal)).standing.kind, 'signed')
})

test('only a supervisor with their own PIN signs, and a signed day is not signed twice', async () => {
  const { terminal } = await deskAt()
  assert.equal((await sign(terminal, { supervisor: 'rajesh' })).kind, 'not-supervisor')
  assert.equal((await sign(terminal, { pin: '1111' })).kind, 'wrong')
  assert.equal((await sign(terminal)).kind, 'said')
  assert.equal((await sign(terminal)).kind, 'changed-meanwhile')
})

test('opening a day again names the signature, and the next signature names that', async () => {
  const { terminal, time } = await deskAt()
  const first = await sign(terminal)
  assert.ok(first.kind === 'said')
  time.move(60_000)
  await issue(terminal)
  const worked = await open(terminal)
  assert.ok(worked.standing.kind === 'signed')
  assert.equal(worked.standing.since, 1)
  const asked = { statement: first.said.statement.id, supervisor: 'imran', pin: '2468', note: 'One more patient' }
  const reopened = channels['day.reopen'].output.parse(await terminal.want('day.reopen', asked))
  assert.ok(reopened.kind === 'said')
  assert.equal(reopened.said.statement.after, first.said.statement.id)
  await printed(terminal, 1)
  const second = await sign(terminal)
  assert.ok(second.kind === 'said')
  assert.equal(second.said.statement.after, reopened.said.statement.id)
  assert.equal(second.said.statement.counts.tokens, 1)
  assert.notEqual(second.said.statement.audit.hash, first.said.statement.audit.hash)
})

test('another clerk takes a shift over with their PIN, and what follows counts as theirs', async () => {
  const { terminal, time } = await deskAt()
  await issue(terminal)
  await printed(terminal, 1)
  time.move(60_000)
  const handed = channels['day.hand'].output.parse(
    await terminal.want('day.hand', { to: 'rajesh', pin: '2468', note: '' }),
  )
  assert.ok(handed.kind === 'said')
  assert.deepEqual([handed.said.by, handed.said.to, handed.said.statement.counts.tokens], ['Asha', 'Rajesh', 1])
  time.move(60_000)
  await terminal.want('person.register', { draft: draft({ latin: 'Salma Khatoon' }), distinctFrom: [] })
  const view = await open(terminal)
  assert.equal(view.operator, 'rajesh')
  assert.deepEqual([view.shift.counts.registered, view.shift.counts.tokens, view.shift.takenFrom], [1, 0, 'Asha'])
  assert.deepEqual([view.counts.registered, view.counts.tokens, view.standing.kind], [1, 1, 'open'])
})

test('a day that nobody signed is told of at the next start, without a network, until somebody signs it', async () => {
  const { terminal, time, hands } = await deskAt()
  await issue(terminal)
  await printed(terminal, 1)
  await terminal.close()
  time.move(24 * 3_600_000)
  const again = await fakeTerminal(folder, 'desk', { now: time.now, hands, transport: () => offlineTransport })
  await again.want('session.unlock', { operator: 'asha', pin: '2468' })
  assert.deepEqual(await again.want('day.unsigned'), [{ day: '2026-11-22', kind: 'never' }])
  assert.equal((await sign(again)).kind, 'said')
  assert.deepEqual(await again.want('day.unsigned'), [])
  assert.equal((await open(again, '2026-11-22')).counts.tokens, 1)
})

test('both reports are printed, and one of a signed day tells what was signed', async () => {
  const { terminal, drawn } = await deskAt()
  await issue(terminal)
  await printed(terminal, 1)
  await sign(terminal)
  for (const on of ['ticket', 'page']) {
    await terminal.want('day.print', { day: '2026-11-22', what: 'day', on, language: 'hi' })
  }
  await until(() => drawn.includes('shift-page') && drawn.includes('shift-report'), 'both papers')
})
