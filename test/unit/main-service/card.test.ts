import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'

import { desk } from '../../../contract/desk.ts'
import { shortCode } from '../../../domain/card/short-code.ts'
import { CardId } from '../../../domain/id.ts'
import type { HandTask } from '../../../main/process/message.ts'
import type { Person } from '../../../domain/person/person.ts'
import { closeTerminals, goodHands, removeFolder, temporaryFolder, until } from '../../fake/world.ts'
import type { FakeTerminal } from '../../fake/world.ts'
import { operator, person, untilStatus, workingTerminal } from './fixture.ts'

let folder = ''
beforeEach(() => void (folder = temporaryFolder()))
afterEach(async () => {
  await closeTerminals()
  removeFolder(folder)
})

const { channels } = desk
const wishes = { details: false, emergency: false, face: false }
const someone: Person = {
  ...person({ latin: 'Gurpreet Kaur', phone: '9876543210' }),
  birth: { kind: 'date', on: '1991-04-06' },
  guardian: { relation: 'father', name: 'Harjinder Singh' },
}
const phone = { fact: 'phone', digits: '3210' } as const
const birth = { fact: 'birth', birth: { kind: 'date', on: '1991-04-06' } } as const
const wrongPhone = { ...phone, digits: '1111' } as const

/** A desk that knows one person, whose papers go to `drawn`. */
async function deskWith(roles: Parameters<typeof operator>[1] = ['clerk']) {
  const drawn: string[] = []
  const codes: string[] = []
  const { terminal, hims } = await workingTerminal(
    folder,
    'desk',
    (stub) => {
      stub.putRow({ table: 'operator', row: operator('asha', roles) })
      stub.putRow({ table: 'person', row: someone })
    },
    {
      hands: async (task: HandTask) => {
        if (task.kind === 'prepare') {
          drawn.push(task.document.kind)
          if (task.document.kind === 'sticker-sheet') codes.push(task.document.code)
        }
        return goodHands(task)
      },
    },
  )
  return { terminal, hims, drawn, codes }
}

const issue = async (terminal: FakeTerminal) => {
  const asked = { personId: someone.id, language: 'pa', wishes }
  const answer = channels['card.issue'].output.parse(await terminal.want('card.issue', asked))
  assert.ok(answer.kind === 'issued')
  return answer
}
const cards = async (terminal: FakeTerminal) => {
  const list = channels['card.list'].output.parse(await terminal.want('card.list', { personId: someone.id }))
  assert.ok(list)
  return list
}
const statuses = async (terminal: FakeTerminal) =>
  Object.fromEntries((await cards(terminal)).cards.map(({ cardId, status }) => [cardId, status]))
const change = async (terminal: FakeTerminal, cardId: string, to: string) =>
  channels['card.change'].output.parse(await terminal.want('card.change', { cardId, to, reason: '' })).kind
const reissue = async (terminal: FakeTerminal, cardId: string, answers: readonly object[], bySupervisor = false) =>
  channels['card.reissue'].output.parse(
    await terminal.want('card.reissue', { cardId, cause: 'lost', answers, bySupervisor, language: 'pa', wishes }),
  )
const scanned = async (terminal: FakeTerminal, text: string) =>
  channels['scan.text'].output.parse(await terminal.want('scan.text', { text, source: 'camera' })).card

test('a lost card is replaced after two facts fit; the old one is refused with its reason from then on', async () => {
  const { terminal, hims } = await deskWith()
  const old = await issue(terminal)
  const fresh = await reissue(terminal, old.card.cardId, [phone, birth])
  assert.ok(fresh.kind === 'issued')
  assert.deepEqual(await statuses(terminal), { [old.card.cardId]: 'lost', [fresh.card.cardId]: 'active' })
  const before = await scanned(terminal, old.code)
  assert.equal(before.kind === 'revoked' && before.reason, 'lost')
  assert.equal((await scanned(terminal, fresh.code)).kind, 'valid')
  await untilStatus(terminal, (status) => status.includes('"waiting":0'))
  const said = hims.mutations.filter(({ kind }) => kind.startsWith('card.') && kind !== 'card.seen')
  assert.deepEqual(
    said.map(({ kind }) => kind),
    ['card.issued', 'card.changed', 'card.issued'],
  )
})

test('one fact is too few, the same twice as well, and three wrong answers call a supervisor', async () => {
  const { terminal } = await deskWith()
  const { card } = await issue(terminal)
  assert.equal((await reissue(terminal, card.cardId, [phone])).kind, 'too-few-facts')
  assert.equal(
    (await reissue(terminal, card.cardId, [phone, { ...phone, digits: '9876543210' }])).kind,
    'too-few-facts',
  )
  for (const triesLeft of [2, 1, 0]) {
    const answer = await reissue(terminal, card.cardId, [wrongPhone, birth])
    assert.deepEqual(answer, { kind: 'facts-differ', wrong: ['phone'], triesLeft })
  }
  assert.equal((await reissue(terminal, card.cardId, [phone, birth])).kind, 'ask-supervisor')
  assert.equal((await reissue(terminal, card.cardId, [], true)).kind, 'ask-supervisor', 'a clerk is none')
  assert.equal((await statuses(terminal))[card.cardId], 'active', 'nothing happened to the card')
})

test('a supervisor may replace a card without facts, and revoke one', async () => {
  const { terminal } = await deskWith(['clerk', 'supervisor'])
  const { card } = await issue(terminal)
  const fresh = await reissue(terminal, card.cardId, [], true)
  assert.ok(fresh.kind === 'issued')
  assert.equal(await change(terminal, fresh.card.cardId, 'revoked'), 'changed')
  assert.equal(await change(terminal, fresh.card.cardId, 'active'), 'not-allowed')
})

test('a clerk reports a card lost and found, stops one, and starts none again alone', async () => {
  const { terminal } = await deskWith()
  const { card } = await issue(terminal)
  assert.equal(await change(terminal, card.cardId, 'lost'), 'changed')
  assert.equal(await change(terminal, card.cardId, 'lost'), 'not-allowed')
  assert.equal(await change(terminal, card.cardId, 'active'), 'changed')
  assert.equal(await change(terminal, card.cardId, 'suspended'), 'changed')
  assert.equal(await change(terminal, card.cardId, 'active'), 'ask-supervisor')
  assert.equal(await change(terminal, card.cardId, 'revoked'), 'ask-supervisor')
  assert.equal(await change(terminal, card.cardId, 'superseded'), 'not-allowed')
})

test('the permanent set is two cards of five years with their papers, and takes the place of the temporary one', async () => {
  const { terminal, drawn } = await deskWith()
  const temporary = await issue(terminal)
  const asked = { personId: someone.id, language: 'pa', wishes, stickers: true, letter: false }
  const set = channels['card.permanent'].output.parse(await terminal.want('card.permanent', asked))
  assert.ok(set.kind === 'issued')
  const [purse, home] = set.cards
  assert.ok(purse !== undefined && home !== undefined && purse.card.cardId !== home.card.cardId)
  assert.deepEqual(await statuses(terminal), {
    [temporary.card.cardId]: 'superseded',
    [purse.card.cardId]: 'active',
    [home.card.cardId]: 'active',
  })
  assert.equal(purse.card.term, 'permanent')
  await until(async () => drawn.length === 4, 'four papers')
  assert.deepEqual(drawn.toSorted(), ['card', 'card', 'large-card', 'sticker-sheet'])
  const posted = await terminal.want('card.permanent', { ...asked, stickers: false, letter: true })
  assert.ok(channels['card.permanent'].output.parse(posted).kind === 'issued')
  await until(async () => drawn.includes('card-letter'), 'the letter')
})

test('a card that names its holder is signed by the desk, read without a record, and its emergency part opens here', async () => {
  const { terminal, hims } = await deskWith()
  const list = await cards(terminal)
  assert.ok(list.canSign && list.canCodeAllergies)
  const asked = { personId: someone.id, language: 'pa', wishes: { details: true, emergency: true, face: false } }
  const named = channels['card.issue'].output.parse(await terminal.want('card.issue', asked))
  assert.ok(named.kind === 'issued')
  assert.equal(named.card.profile, 'P-CORE')
  const seen = await scanned(terminal, named.code)
  assert.ok(seen.kind === 'valid')
  assert.deepEqual(seen.card.core?.name, someone.name)
  assert.equal(seen.card.core.birthYear, 1991)
  const { emergency } = seen.card
  assert.equal(emergency.kind === 'open' && emergency.block.contact, '9876543210')
  await untilStatus(terminal, (status) => status.includes('"waiting":0'))
  const said = hims.mutations.flatMap((body) => (body.kind === 'card.issued' ? [body.card.profile] : []))
  assert.deepEqual(said, ['P-CORE'])
})

test('an allergy that has no code keeps the emergency part off the card', async () => {
  const { terminal, hims } = await deskWith()
  hims.putRow({
    table: 'allergy',
    row: {
      id: 'allergy-1',
      personId: someone.id,
      group: 'latex-of-tomorrow',
      criticality: 'high',
      verification: 'confirmed',
      notedOn: '2026-01-01',
    },
  })
  await until(async () => !(await cards(terminal)).canCodeAllergies, 'the allergy')
  const asked = { personId: someone.id, language: 'pa', wishes: { details: true, emergency: true, face: false } }
  const named = channels['card.issue'].output.parse(await terminal.want('card.issue', asked))
  assert.ok(named.kind === 'issued')
  const seen = await scanned(terminal, named.code)
  assert.equal(seen.kind === 'valid' && seen.card.emergency.kind, 'none')
})

test('a card shown at two hospitals in too short a time is marked, and a sighting reaches HIMS once', async () => {
  const { terminal, hims } = await deskWith()
  const { card, code } = await issue(terminal)
  for (let shown = 0; shown < 5; shown += 1) assert.equal((await scanned(terminal, code)).kind, 'valid')
  await untilStatus(terminal, (status) => status.includes('"waiting":0'))
  // Held up five times within two minutes: one sighting says as much as five.
  const seen = hims.mutations.flatMap((body) => (body.kind === 'card.seen' ? body.seen : []))
  assert.deepEqual(
    seen.map(({ cardId }) => cardId),
    [card.cardId],
  )
  const [first, second] = ['lnh', 'gtb'].map((facility) => ({ facility, at: '2026-11-22T05:00:00.000Z' }))
  assert.ok(first && second)
  const row = { id: 'flag-1', cardId: card.cardId, at: first.at, first, second }
  hims.putRow({ table: 'card_flag', row })
  await until(async () => (await cards(terminal)).cards[0]?.seenFarApart === true, 'the mark')
})

test('a sticker never names anybody, even beside a card that does', async () => {
  const { terminal, codes } = await deskWith()
  const named = { details: true, emergency: false, face: false }
  const asked = { personId: someone.id, language: 'pa', wishes: named, stickers: true, letter: false }
  const set = channels['card.permanent'].output.parse(await terminal.want('card.permanent', asked))
  assert.ok(set.kind === 'issued')
  await until(async () => codes.length === 1, 'the stickers')
  const home = await scanned(terminal, set.cards[1]?.code ?? '')
  const sticker = await scanned(terminal, codes[0] ?? '')
  assert.ok(home.kind === 'valid' && sticker.kind === 'valid')
  assert.deepEqual([home.card.core?.name, sticker.card.core], [someone.name, null])
  assert.equal(sticker.card.cardId, home.card.cardId)
})

test('two cards that share a printed number are both shown, and a mistyped one finds nobody', async () => {
  const { terminal, hims } = await deskWith()
  const other: Person = person({ latin: 'Harbhajan Kaur' })
  hims.putRow({ table: 'person', row: other })
  const twins = [someone.id, other.id].map((personId, at) => ({
    cardId: CardId.parse(`c0ffee0123${String(at).padStart(6, '0')}`),
    personId,
    statusIndex: 900 + at,
    issued: '2026-01-01',
    expires: '2027-01-01',
    status: 'active',
    profile: 'P-ID' as const,
    term: 'temporary' as const,
  }))
  for (const row of twins) hims.putRow({ table: 'card', row })
  const code = shortCode(CardId.parse('c0ffee0123000000'))
  const found = async (text: string) =>
    channels['person.search'].output
      .parse(await terminal.want('person.search', { text }))
      .hits.map(({ person: { id } }) => id)
  await until(async () => (await found(code)).length === 2, 'both')
  assert.deepEqual(new Set(await found(code)), new Set([someone.id, other.id]))
  const last = code.at(-1) === '0' ? '1' : '0'
  assert.deepEqual(await found(code.slice(0, -1) + last), [])
})

test('without two permanent cards none is used up', async () => {
  const { terminal, hims } = await deskWith()
  hims.state.fault = async () => ({ kind: 'lost' })
  const asked = { personId: someone.id, language: 'pa', wishes, stickers: false, letter: true }
  const { left } = await cards(terminal)
  assert.ok(left.permanent > 2)
  for (let at = 0; at < Math.floor(left.permanent / 2); at++) {
    const set = channels['card.permanent'].output.parse(await terminal.want('card.permanent', asked))
    assert.equal(set.kind, 'issued')
  }
  const over = left.permanent % 2
  assert.equal((await cards(terminal)).left.permanent, over)
  assert.deepEqual(await terminal.want('card.permanent', asked), { kind: 'no-blank' })
  assert.equal((await cards(terminal)).left.permanent, over)
})
