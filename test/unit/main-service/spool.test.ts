import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { z } from 'zod'

import { PrintJob } from '../../../contract/shell.ts'
import type { PrintOutcome } from '../../../domain/print/outcome.ts'
import type { Hands } from '../../../main/process/message.ts'
import { closeTerminals, fakeTerminal, goodHands, removeFolder, temporaryFolder, until } from '../../fake/world.ts'
import type { FakeTerminal } from '../../fake/world.ts'
import { person, workingTerminal } from './fixture.ts'

let folder = ''
beforeEach(() => void (folder = temporaryFolder()))
afterEach(async () => {
  await closeTerminals()
  removeFolder(folder)
})

const someone = person({ latin: 'Ramesh Kumar' })

async function desk(hands: Hands): Promise<FakeTerminal> {
  const { terminal } = await workingTerminal(folder, 'desk', (hims) => hims.putRow({ table: 'person', row: someone }), {
    hands,
  })
  return terminal
}

const issue = (terminal: FakeTerminal) => terminal.want('token.issue', { personId: someone.id, department: 'medicine' })
const jobs = async (terminal: FakeTerminal) => z.array(PrintJob).parse(await terminal.want('print.recent'))
const untilState = (terminal: FakeTerminal, kind: string) =>
  until(async () => (await jobs(terminal))[0]?.state.kind === kind, kind)

/** A printer whose next outcomes are given. */
function printerOf(outcomes: PrintOutcome[]) {
  const sent: string[] = []
  const hands: Hands = async (task) => {
    if (task.kind !== 'send') return goodHands(task)
    sent.push(`${task.job} ${task.attempt}`)
    return { kind: 'outcome', outcome: outcomes.shift() ?? { kind: 'printed' } }
  }
  return { hands, sent }
}

test('paper out is tried again by the machine when the printer is ready, in the order of the queue', async () => {
  const paperOut = { kind: 'not-sent', reason: 'paper-out' } as const
  const { hands, sent } = printerOf([paperOut, paperOut])
  const terminal = await desk(hands)
  await issue(terminal)
  await untilState(terminal, 'not-sent')
  await issue(terminal)
  terminal.health([{ device: 'ticket', kind: 'ticket', state: 'paper-out' }])
  terminal.health([{ device: 'ticket', kind: 'ticket', state: 'ready' }])
  await until(() => sent.length >= 2, 'the second attempt')
  terminal.health([{ device: 'ticket', kind: 'ticket', state: 'offline' }])
  terminal.health([{ device: 'ticket', kind: 'ticket', state: 'ready' }])
  await until(async () => (await jobs(terminal)).every(({ state }) => state.kind === 'printed'), 'both papers')
  const [second, first] = await jobs(terminal)
  assert.deepEqual(sent, [`${first?.id} 1`, `${first?.id} 2`, `${first?.id} 3`, `${second?.id} 1`])
})

test('an uncertain paper is never sent again by itself, and the copy that a person asks for says so', async () => {
  const { hands, sent } = printerOf([{ kind: 'uncertain' }])
  const copies: number[] = []
  const terminal = await desk(async (task) => {
    if (task.kind === 'prepare') copies.push(task.document.copy)
    return hands(task)
  })
  await issue(terminal)
  await untilState(terminal, 'uncertain')
  const job = (await jobs(terminal))[0]?.id
  await terminal.want('print.retry', { job })
  terminal.health([{ device: 'ticket', kind: 'ticket', state: 'ready' }])
  assert.equal(sent.length, 1)
  await terminal.want('print.settle', { job, came: false })
  await untilState(terminal, 'printed')
  const all = await jobs(terminal)
  assert.deepEqual(copies, [1, 2])
  assert.equal(all[0]?.copy, 2)
  assert.deepEqual(all[1]?.state.kind === 'settled' && all[1].state.came, false)
  await terminal.want('print.settle', { job, came: false })
  assert.equal((await jobs(terminal)).length, 2, 'what is settled stays settled')
})

test('an attempt that was open when the terminal died is uncertain afterwards', async () => {
  const stuck: Hands = (task) => (task.kind === 'send' ? new Promise(() => {}) : goodHands(task))
  const terminal = await desk(stuck)
  await issue(terminal)
  await untilState(terminal, 'sending')
  await terminal.close()
  const sent: string[] = []
  const again = await fakeTerminal(folder, 'desk', {
    hands: async (task) => {
      sent.push(task.kind)
      return goodHands(task)
    },
  })
  await again.want('session.unlock', { operator: 'asha', pin: '2468' })
  assert.equal((await jobs(again))[0]?.state.kind, 'uncertain')
  assert.deepEqual(sent, [])
})

test('a device process that dies while sending leaves the paper uncertain, while preparing leaves it unsent', async () => {
  let dies: 'prepare' | 'send' = 'send'
  const terminal = await desk(async (task) => {
    if (task.kind === dies) throw new Error('gone')
    return goodHands(task)
  })
  await issue(terminal)
  await untilState(terminal, 'uncertain')
  dies = 'prepare'
  await issue(terminal)
  await untilState(terminal, 'not-sent')
})
