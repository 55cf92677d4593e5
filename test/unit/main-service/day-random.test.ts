import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'

import type { DayView } from '../../../contract/day.ts'
import { desk } from '../../../contract/desk.ts'
import { noCounts } from '../../../domain/hospital/day-count.ts'
import { TerminalId, VisitId } from '../../../domain/id.ts'
import type { PrintOutcome } from '../../../domain/print/outcome.ts'
import type { Hands } from '../../../main/process/message.ts'
import {
  clock,
  closeTerminals,
  fakeTerminal,
  goodHands,
  removeFolder,
  temporaryFolder,
  until,
} from '../../fake/world.ts'
import type { FakeTerminal } from '../../fake/world.ts'
import { draft, newId, operator, person, workingTerminal } from './fixture.ts'

let folder = ''
beforeEach(() => void (folder = temporaryFolder()))
afterEach(async () => {
  await closeTerminals()
  removeFolder(folder)
})

const { channels } = desk
const DAY = '2026-11-22'
const wishes = { details: false, emergency: false, face: false }

/** mulberry32: the same numbers for the same seed. */
function dice(seed: number) {
  let state = seed
  return (sides: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}

interface Token {
  readonly id: string
  readonly label: string
  cancelled: boolean
  readonly papers: ('came' | 'spoiled' | 'open')[]
}

/** A day at one desk as somebody beside it would write it down, told only what the desk was asked and what the printer did. */
async function playDay(seed: number, deeds: number): Promise<void> {
  const roll = dice(seed)
  const pick = <Value>(all: readonly Value[]): Value | undefined => all[roll(Math.max(1, all.length))]
  const time = clock(`${DAY}T03:00:00.000Z`)
  const outcomes: PrintOutcome[] = []
  let hangs = false
  const hands: Hands = async (task) => {
    if (task.kind !== 'send') return goodHands(task)
    if (hangs) return new Promise(() => undefined)
    return { kind: 'outcome', outcome: outcomes.shift() ?? { kind: 'printed' } }
  }
  const people = [person({ latin: 'Ramesh Kumar' }), person({ latin: 'Salma Khatoon' })]
  const { terminal: first, hims } = await workingTerminal(
    folder,
    'desk',
    (stub) => {
      stub.putRow({ table: 'operator', row: operator('asha', ['clerk', 'supervisor']) })
      for (const row of people) stub.putRow({ table: 'person', row })
    },
    { now: time.now, hands },
  )
  let terminal: FakeTerminal = first
  const expected = { ...noCounts }
  const tokens: Token[] = []
  const cards: string[] = []
  let other = 0

  const view = async (): Promise<DayView> => {
    const seen = channels['day.open'].output.parse(await terminal.want('day.open', { day: DAY }))
    assert.ok(seen !== null)
    return seen
  }
  const papersCame = (count: number) =>
    until(async () => {
      const { slips, reprints, spoiled, unprinted } = (await view()).counts
      const jobs = channels['print.recent'].output.parse(await terminal.want('print.recent'))
      const isIdle = jobs.every(({ state }) => state.kind !== 'queued' && state.kind !== 'sending')
      return isIdle && slips + reprints + spoiled + unprinted === count
    }, 'papers')
  const allPapers = () => tokens.reduce((sum, { papers }) => sum + papers.length, 0)

  const steps: readonly (() => Promise<void>)[] = [
    async () => {
      const isSure = roll(3) > 0
      outcomes.push(isSure ? { kind: 'printed' } : { kind: 'uncertain' })
      const asked = { personId: pick(people)?.id, department: 'medicine' }
      const answer = channels['token.issue'].output.parse(await terminal.want('token.issue', asked))
      assert.ok(answer.kind === 'issued')
      tokens.push({ id: answer.visit.id, label: answer.label, cancelled: false, papers: [isSure ? 'came' : 'open'] })
      await papersCame(allPapers())
    },
    async () => {
      const token = pick(tokens.filter(({ papers }) => papers.includes('open')))
      const jobs = channels['print.recent'].output.parse(await terminal.want('print.recent'))
      const job = jobs.find(({ title, state }) => title === token?.label && state.kind === 'uncertain')
      if (token === undefined || job === undefined) return
      const came = roll(2) === 0
      token.papers[token.papers.indexOf('open')] = came ? 'came' : 'spoiled'
      if (!came) token.papers.push('came')
      await terminal.want('print.settle', { job: job.id, came })
      await papersCame(allPapers())
    },
    async () => {
      const token = pick(tokens.filter(({ cancelled }) => !cancelled))
      if (token === undefined) return
      await terminal.want('visit.cancel', { visitId: token.id, reason: 'left' })
      token.cancelled = true
      expected.cancelled += 1
    },
    async () => {
      const token = pick(tokens.filter(({ cancelled }) => cancelled))
      if (token === undefined) return
      await terminal.want('visit.restore', { visitId: token.id })
      token.cancelled = false
      expected.restored += 1
    },
    async () => {
      const name = `Person ${String.fromCharCode(65 + roll(26))}${roll(1000)}`
      const asked = {
        draft: draft({ latin: name, phone: String(6_000_000_000 + roll(999_999_999)) }),
        distinctFrom: [],
      }
      const answer = channels['person.register'].output.parse(await terminal.want('person.register', asked))
      if (answer.kind === 'saved') expected.registered += 1
    },
    async () => {
      const asked = { personId: pick(people)?.id, language: 'en', wishes }
      const answer = channels['card.issue'].output.parse(await terminal.want('card.issue', asked))
      if (answer.kind !== 'issued') return
      cards.push(answer.card.cardId)
      expected.cardsIssued += 1
    },
    async () => {
      const cardId = cards.shift()
      if (cardId === undefined) return
      const cause = roll(2) === 0 ? 'lost' : 'damaged'
      const asked = { cardId, cause, answers: [], bySupervisor: true, language: 'en', wishes }
      const answer = channels['card.reissue'].output.parse(await terminal.want('card.reissue', asked))
      if (answer.kind !== 'issued') return
      expected.cardsReissued += 1
      if (cause === 'lost') expected.cardsStopped += 1
    },
    // Another desk's work comes in: none of it is this desk's.
    async () => {
      other += 1
      const id = VisitId.parse(newId())
      const token = { department: 'medicine', day: DAY, prefix: 'X', number: other }
      const [someone] = people
      assert.ok(someone !== undefined)
      const row = { id, personId: someone.id, token, openedAt: time.now().toISOString(), terminal: elsewhere }
      hims.putRow({ table: 'visit', row })
    },
    async () => {
      const [kept, merged] = people
      const linked = channels['person.link'].output.parse(
        await terminal.want('person.link', { kept: kept?.id, merged: merged?.id }),
      )
      if (linked.kind === 'linked') await terminal.want('person.unlink', { linkId: linked.link.id, reason: '' })
    },
    // The plug is pulled while a slip is on its way: nobody knows what became of it.
    async () => {
      hangs = true
      const asked = { personId: pick(people)?.id, department: 'medicine' }
      const answer = channels['token.issue'].output.parse(await terminal.want('token.issue', asked))
      assert.ok(answer.kind === 'issued')
      await until(async () => {
        const jobs = channels['print.recent'].output.parse(await terminal.want('print.recent'))
        return jobs.some(({ state }) => state.kind === 'sending')
      }, 'on its way')
      await terminal.close()
      hangs = false
      tokens.push({ id: answer.visit.id, label: answer.label, cancelled: false, papers: ['open'] })
      terminal = await fakeTerminal(folder, 'desk', { now: time.now, hands, transport: () => hims.transport })
      await terminal.want('session.unlock', { operator: 'asha', pin: '2468' })
      await papersCame(allPapers())
    },
  ]
  for (let deed = 0; deed < deeds; deed += 1) {
    time.move(30_000 + roll(60_000))
    // Tokens are most of a desk's day.
    await (roll(3) === 0 ? steps[0] : pick(steps))?.()
  }
  const count = (fate: string, from: number) =>
    tokens.reduce((sum, { papers }) => sum + papers.slice(from).filter((each) => each === fate).length, 0)
  expected.tokens = tokens.length
  expected.slips = tokens.filter(({ papers }) => papers[0] === 'came').length
  expected.reprints = count('came', 1)
  expected.spoiled = count('spoiled', 0)
  expected.unprinted = count('open', 0)
  await until(async () => (await view()).others.reduce((sum, each) => sum + each.tokens, 0) === other, 'other desk')
  const seen = await view()
  assert.deepEqual(seen.counts, expected, `seed ${seed}`)
  const without = tokens.filter(({ cancelled, papers }) => !cancelled && !papers.includes('came'))
  assert.deepEqual(
    seen.differences.map(({ kind, name }) => `${kind} ${name}`).toSorted(),
    without.map(({ label }) => `token-without-paper ${label}`).toSorted(),
    `seed ${seed}`,
  )
  for (const number of ['tokens', 'spoiled', 'cancelled', 'registered', 'cardsReissued'] as const) {
    const { lines } = channels['day.list'].output.parse(await terminal.want('day.list', { day: DAY, number }))
    assert.equal(lines.length, expected[number], `seed ${seed}: ${number}`)
  }
}

const elsewhere = TerminalId.parse('01926c00-0000-7000-8000-0000000000ee')
const seeds = Number(process.env['HIMS_DAYS'] ?? '1')

test('over random days every number ties to what was done and to what came out of the printer', async () => {
  for (let seed = 2; seed < 2 + seeds; seed += 1) {
    await playDay(seed, 40)
    await closeTerminals()
    removeFolder(folder)
    folder = temporaryFolder()
  }
})
