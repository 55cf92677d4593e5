import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'

import { kiosk } from '../../../contract/kiosk.ts'
import type { CardFacts } from '../../../domain/card/card-answer.ts'
import { readCard } from '../../../domain/card/card-code.ts'
import { CardRecord } from '../../../domain/card/card-record.ts'
import { clock, closeTerminals, removeFolder, temporaryFolder, until } from '../../fake/world.ts'
import { person, untilStatus, workingTerminal } from './fixture.ts'

let folder = ''
beforeEach(() => void (folder = temporaryFolder()))
afterEach(async () => {
  await closeTerminals()
  removeFolder(folder)
})

const someone = person({ latin: 'Gurpreet Kaur', phone: '9876543210' })
const scan = kiosk.channels['kiosk.scan'].output
const checkin = kiosk.channels['kiosk.checkin'].output

async function kioskWithCard(changes = {}) {
  let text = ''
  let put = () => {}
  const { terminal, hims } = await workingTerminal(
    folder,
    'kiosk',
    (stub) => {
      const { text: code, ...blank } = stub.blank()
      text = code
      const card = CardRecord.parse({ ...blank, personId: someone.id, status: 'active' })
      stub.putRow({ table: 'person', row: someone })
      put = () => stub.putRow({ table: 'card', row: card })
    },
    changes,
  )
  return { terminal, hims, text, putCard: put }
}

test('a kiosk welcomes a card, gives one number for a queue, and says nothing of the person', async () => {
  const time = clock()
  const { terminal, text, putCard } = await kioskWithCard({ now: time.now })
  assert.deepEqual(await terminal.want('kiosk.scan', { text, source: 'camera' }), { kind: 'not-here-yet' })
  putCard()
  await until(async () => scan.parse(await terminal.want('kiosk.scan', { text, source: 'camera' })).kind === 'welcome')
  const welcome = scan.parse(await terminal.want('kiosk.scan', { text, source: 'camera' }))
  const guest = welcome.kind === 'welcome' ? welcome.guest : ''
  const asked = { guest, department: 'medicine', language: 'pa' }
  const issued = checkin.parse(await terminal.want('kiosk.checkin', asked))
  assert.equal(issued.kind === 'issued' && issued.token.label, 'M 101')
  assert.deepEqual(await terminal.want('kiosk.checkin', asked), issued, 'a second touch gives the same number')
  await until(async () => JSON.stringify(await terminal.want('kiosk.paper')) === '{"kind":"printed"}')
  assert.ok(terminal.told.some(({ name }) => name === 'paper'))

  const all = JSON.stringify([terminal.told, welcome, issued])
  for (const secret of [someone.id, 'Gurpreet', '9876543210']) assert.equal(all.includes(secret), false, secret)
  assert.deepEqual(
    [...new Set(terminal.told.map(({ name }) => name))].filter((name) => !(name in kiosk.events)),
    [],
  )

  await terminal.want('kiosk.leave')
  assert.deepEqual(await terminal.want('kiosk.checkin', asked), { kind: 'scan-again' })
  assert.equal(await terminal.want('kiosk.paper'), null)
})

test('a guest is forgotten after two minutes', async () => {
  const time = clock()
  const { terminal, text, putCard } = await kioskWithCard({ now: time.now })
  putCard()
  await until(async () => scan.parse(await terminal.want('kiosk.scan', { text, source: 'camera' })).kind === 'welcome')
  const welcome = scan.parse(await terminal.want('kiosk.scan', { text, source: 'camera' }))
  time.move(120_000)
  const guest = welcome.kind === 'welcome' ? welcome.guest : ''
  assert.deepEqual(await terminal.want('kiosk.checkin', { guest, department: 'medicine', language: 'en' }), {
    kind: 'scan-again',
  })
})

test('a call for help reaches HIMS, and other texts are no cards', async () => {
  const { terminal, hims } = await kioskWithCard()
  await terminal.want('kiosk.call')
  await untilStatus(terminal, (status) => status.includes('"waiting":0'))
  assert.deepEqual(
    hims.mutations.map((body) => body.kind === 'help.called' && body.place),
    ['Counter 7'],
  )
  assert.deepEqual(await terminal.want('kiosk.scan', { text: 'hello', source: 'wedge' }), { kind: 'not-a-card' })
  terminal.scanned({ device: 'front', source: 'serial', text: 'hello', symbology: null })
  assert.deepEqual(terminal.told.findLast(({ name }) => name === 'scanned')?.payload, { kind: 'not-a-card' })
  assert.deepEqual(await terminal.ask('person.search', { text: 'a' }), {
    ok: false,
    refusal: 'unknown-channel',
    paths: [],
  })
})

test('a card that is not known here is asked for at HIMS, and welcomed once it has come', async () => {
  const { terminal, hims, text } = await kioskWithCard()
  const { card } = readableCard(text)
  const row = { cardId: card.cardId, personId: someone.id, ...validity(card), status: 'active' }
  // Cursor 0: no pull will ever bring it.
  hims.rows.set(`card/${card.cardId}`, { cursor: 0, table: 'card', id: card.cardId, version: 1, row })
  terminal.scanned({ device: 'front', source: 'serial', text, symbology: null })
  await until(() => JSON.stringify(terminal.told).includes('"card"'), 'the change')
  assert.equal(scan.parse(await terminal.want('kiosk.scan', { text, source: 'camera' })).kind, 'welcome')
})

function readableCard(text: string): { readonly card: CardFacts } {
  const read = readCard(text)
  assert.ok(read.ok)
  return { card: read.value.facts }
}

const validity = ({ statusIndex, issued, expires }: CardFacts) => ({ statusIndex, issued, expires })
