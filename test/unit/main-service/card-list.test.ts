import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'

import { desk } from '../../../contract/desk.ts'
import type { CardWishes } from '../../../contract/desk.ts'
import { CardRecord } from '../../../domain/card/card-record.ts'
import type { TerminalRole } from '../../../domain/wire/sync.ts'
import { bodyText } from '../../../sync/transport.ts'
import type { HimsStub } from '../../fake/hims-stub.ts'
import { closeTerminals, dayOfTests, removeFolder, temporaryFolder, until } from '../../fake/world.ts'
import type { FakeTerminal } from '../../fake/world.ts'
import { person, untilStatus, workingTerminal } from './fixture.ts'

let folder = ''
beforeEach(() => void (folder = temporaryFolder()))
afterEach(async () => {
  await closeTerminals()
  removeFolder(folder)
})

const { channels } = desk
const someone = person({ latin: 'Gurpreet Kaur' })
const MINUTE = 60_000

/** A terminal with one person; its clock can be moved on. */
async function working(role: TerminalRole = 'desk', prepare: (hims: HimsStub) => void = () => {}) {
  let ahead = 0
  const now = () => new Date(dayOfTests().getTime() + ahead)
  const withPerson = (stub: HimsStub) => {
    stub.putRow({ table: 'person', row: someone })
    prepare(stub)
  }
  const { terminal, hims } = await workingTerminal(folder, role, withPerson, { now })
  /** A while later something changes at HIMS, and the terminal comes by. */
  const later = async (milliseconds = 2 * MINUTE) => {
    ahead += milliseconds
    const before = hims.requests.filter((request) => request.endsWith('/card-lists')).length
    hims.putRow({ table: 'person', row: { ...someone, phone: `98100${String(ahead).slice(0, 5).padStart(5, '0')}` } })
    await until(() => hims.requests.filter((request) => request.endsWith('/card-lists')).length > before, 'the lists')
    await untilStatus(terminal, (status) => status.includes('"online"'))
  }
  return { terminal, hims, later }
}

const scanned = async (terminal: FakeTerminal, text: string): Promise<string> => {
  const { card } = channels['scan.text'].output.parse(await terminal.want('scan.text', { text, source: 'camera' }))
  return card.kind === 'revoked' ? card.reason : card.kind
}
const issue = async (
  terminal: FakeTerminal,
  wishes: CardWishes = { details: false, emergency: false, face: false },
) => {
  const asked = { personId: someone.id, language: 'pa', wishes }
  return channels['card.issue'].output.parse(await terminal.want('card.issue', asked))
}
const statusOf = async (terminal: FakeTerminal) =>
  channels['terminal.status'].output.parse(await terminal.want('terminal.status'))

test('a card of another hospital is refused by the list alone, and the page hears how old the list is', async () => {
  const { terminal, hims, later } = await working()
  const blank = hims.blank()
  assert.equal(await scanned(terminal, blank.text), 'valid')
  assert.equal((await statusOf(terminal)).cardList.seq, 1)
  hims.lists.setStatus(blank.statusIndex, 'lost')
  hims.lists.setStatus(999_999, 'revoked')
  await later()
  assert.equal(await scanned(terminal, blank.text), 'lost')
  const { seq, asOf } = (await statusOf(terminal)).cardList
  assert.equal(seq, 3)
  assert.ok(asOf !== null && Math.abs(Date.parse(asOf) - dayOfTests().getTime()) < MINUTE)
})

test('what was changed here counts before HIMS has heard of it, whatever the list says', async () => {
  const { terminal, hims, later } = await working()
  const answer = await issue(terminal)
  assert.ok(answer.kind === 'issued')
  const { card, code } = answer
  await untilStatus(terminal, (status) => status.includes('"waiting":0'))
  const change = (to: string) => terminal.want('card.change', { cardId: card.cardId, to, reason: '' })
  await change('lost')
  await untilStatus(terminal, (status) => status.includes('"waiting":0'))
  await until(async () => (await statusOf(terminal)).cardList.seq === 2, 'the list that says lost')
  assert.equal(await scanned(terminal, code), 'lost')
  // Found again, while HIMS is away and the list still says lost.
  hims.state.fault = async () => ({ kind: 'lost' })
  await change('active')
  assert.equal(await scanned(terminal, code), 'valid')
  hims.state.fault = null
  await later()
  await untilStatus(terminal, (status) => status.includes('"waiting":0'))
  assert.equal(await scanned(terminal, code), 'valid')
  assert.equal(CardRecord.parse(hims.rows.get(`card/${card.cardId}`)?.row).status, 'active')
})

test('a row that is still active does not hide what the list says', async () => {
  const { terminal, hims, later } = await working()
  const answer = await issue(terminal)
  assert.ok(answer.kind === 'issued')
  await untilStatus(terminal, (status) => status.includes('"waiting":0'))
  hims.lists.setStatus(answer.card.statusIndex, 'revoked')
  await later()
  assert.equal(await scanned(terminal, answer.code), 'revoked')
})

/** HIMS leases numbers, and no cards. */
const withoutCards: HimsStub['state']['fault'] = async (request, through) => {
  const answer = await through()
  if (!request.path.endsWith('/lease') || answer.kind !== 'answer') return answer
  return { ...answer, body: JSON.stringify({ ...JSON.parse(bodyText(answer.body)), cards: [] }) }
}

test('a withdrawn key ends its cards from that day on, and blanks that nobody would believe are put aside', async () => {
  const { terminal, hims, later } = await working()
  const blank = hims.blank()
  const [first] = hims.lists.keys
  assert.ok(first !== undefined)
  hims.state.fault = withoutCards
  hims.lists.setKey({ ...first, withdrawn: '2026-10-31' })
  await later()
  assert.equal(await scanned(terminal, blank.text), 'unknown-issuer')
  assert.equal((await issue(terminal)).kind, 'no-blank')
  hims.lists.setKey({ ...first, withdrawn: '2026-11-02' })
  await later()
  assert.equal(await scanned(terminal, blank.text), 'valid')
})

test('a desk signs a named card with its own key, which is believed until the key is withdrawn', async () => {
  const { terminal, hims, later } = await working()
  const wishes = { details: true, emergency: true, face: false }
  const answer = await issue(terminal, wishes)
  assert.ok(answer.kind === 'issued')
  assert.equal(answer.card.profile, 'P-CORE')
  const delegated = hims.lists.keys.find(({ kind }) => kind === 'delegated')
  assert.ok(delegated !== undefined)
  assert.equal(await scanned(terminal, answer.code), 'valid')
  hims.lists.setKey({ ...delegated, withdrawn: '2026-11-01' })
  await later()
  assert.equal(await scanned(terminal, answer.code), 'unknown-issuer')
  const next = await issue(terminal, wishes)
  assert.ok(next.kind === 'issued')
  assert.equal(next.card.profile, 'P-ID', 'the card that HIMS signed serves instead')
  assert.equal(next.missing, 'name')
})

const allergyTo = (group: string) => ({
  table: 'allergy' as const,
  row: {
    id: `allergy-${group}`,
    personId: someone.id,
    group,
    criticality: 'high' as const,
    verification: 'confirmed' as const,
    notedOn: '2026-01-01',
  },
})

test('the emergency part holds what is on record and what was told, once each, or is not there', async () => {
  const { terminal } = await working('desk', (hims) => {
    hims.putRow(allergyTo('penicillin'))
    hims.putRow(allergyTo('macrolide'))
  })
  const cards = channels['card.list'].output.parse(await terminal.want('card.list', { personId: someone.id }))
  assert.deepEqual(new Set(cards?.recorded), new Set([91936005, 91931000, 294472005, 294471003]))
  const told = {
    allergies: [91936005, 1003755004],
    conditions: [73211009],
    medicines: [67866001],
    contact: '9999900000',
  }
  const answer = await issue(terminal, { details: true, emergency: true, face: false, told })
  assert.ok(answer.kind === 'issued')
  const text = { text: answer.code, source: 'camera' }
  const { card } = channels['scan.text'].output.parse(await terminal.want('scan.text', text))
  assert.ok(card.kind === 'valid' && card.card.emergency.kind === 'open')
  const { allergies, ...rest } = card.card.emergency.block
  assert.deepEqual(allergies, [...(cards?.recorded ?? []), 1003755004])
  assert.equal(answer.missing, null)
  assert.deepEqual(rest, { conditions: [73211009], medicines: [67866001], contact: '9999900000' })
  const more = { ...told, conditions: [73211009, 84757009, 195967001, 441509002] }
  const crowded = await issue(terminal, { details: true, emergency: true, face: false, told: more })
  assert.ok(crowded.kind === 'issued')
  assert.equal(crowded.missing, 'emergency')
  const again = await terminal.want('scan.text', { text: crowded.code, source: 'camera' })
  const { card: plain } = channels['scan.text'].output.parse(again)
  assert.deepEqual(plain.kind === 'valid' && plain.card.emergency, { kind: 'none' }, 'no part of a list is given')
})

test('an allergy without a code keeps the emergency part off the card', async () => {
  const { terminal } = await working('desk', (hims) => hims.putRow(allergyTo('group-of-a-newer-hims')))
  const cards = channels['card.list'].output.parse(await terminal.want('card.list', { personId: someone.id }))
  assert.deepEqual([cards?.canSign, cards?.canCodeAllergies, cards?.recorded], [true, false, []])
})

test('lists from a stranger change nothing, and the desk goes on', async () => {
  const { terminal, hims, later } = await working()
  const blank = hims.blank()
  hims.state.fault = async (request, through) => {
    const answer = await through()
    if (!request.path.endsWith('/card-lists') || answer.kind !== 'answer') return answer
    return { ...answer, body: bodyText(answer.body).replaceAll(/"delta":"[^"]+"/g, '"delta":"AAAA"') }
  }
  hims.lists.setStatus(blank.statusIndex, 'lost')
  await later()
  assert.equal(await scanned(terminal, blank.text), 'valid')
  assert.equal((await statusOf(terminal)).link.kind, 'online')
  hims.state.fault = null
  await later()
  assert.equal(await scanned(terminal, blank.text), 'lost')
})

test('a HIMS from before there were lists is worked with as before', async () => {
  const { terminal } = await working('desk', (hims) => {
    hims.state.fault = async (request, through) =>
      /card-lists|delegate/.test(request.path)
        ? {
            kind: 'answer',
            status: 404,
            headers: { 'content-type': 'application/json; charset=utf-8' },
            body: '{"problem":"bad-request","detail":"no such call"}',
          }
        : through()
  })
  const { link, cardList } = await statusOf(terminal)
  assert.deepEqual([link.kind, cardList], ['online', { asOf: null, seq: 0 }])
})
