import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, test } from 'node:test'

import { ceremony } from '../../../build/demo/ceremony.ts'
import { desk } from '../../../contract/desk.ts'
import type { CardWishes } from '../../../contract/desk.ts'
import type { PersonId } from '../../../domain/id.ts'
import type { TerminalRole } from '../../../domain/wire/sync.ts'
import { openHims } from '../../../hims/open.ts'
import { himsServer } from '../../../hims/server.ts'
import { axiosTransport } from '../../../sync/axios-transport.ts'
import { facility } from '../../fake/hims-stub.ts'
import { closeTerminals, fakeTerminal, removeFolder, temporaryFolder, until } from '../../fake/world.ts'
import type { FakeTerminal } from '../../fake/world.ts'
import { operator, person, untilStatus } from '../main-service/fixture.ts'

let folders: string[] = []
const folder = (): string => {
  const made = temporaryFolder()
  folders.push(made)
  return made
}
beforeEach(() => void (folders = []))
afterEach(async () => {
  await closeTerminals()
  folders.forEach(removeFolder)
})

const { channels } = desk
const someone = person({ latin: 'Gurpreet Kaur' })
const far = { ...facility, code: 'far-hospital', hfr: 'IN0710000124' }

/** The real HIMS with two hospitals, and one person whom both know. */
async function twoHospitals() {
  const hims = await openHims({ database: `sqlite:${folder()}/hims.db`, now: Date.now, random: randomBytes })
  const root = await ceremony(hims, { now: Date.now, rootSeed: randomBytes(32) })
  const allergy = {
    id: 'allergy-1',
    personId: someone.id,
    group: 'sulfonamide',
    criticality: 'high',
    verification: 'confirmed',
    notedOn: '2026-01-01',
  }
  const loaded = await hims.load([
    { table: 'facility', row: facility },
    { table: 'operator', row: operator() },
    { table: 'person', row: someone },
    { table: 'allergy', row: allergy },
    { table: 'facility', row: far },
  ])
  assert.deepEqual(loaded.refused, [])
  const server = himsServer(hims)
  await server.listen({ port: 0, host: '127.0.0.1' })
  const { port }: AddressInfo = Object(server.server.address())
  const terminal = async (role: TerminalRole, at = facility.code): Promise<FakeTerminal> => {
    const { code } = await hims.createEnrolment({ role, label: 'Counter 7', facility: at })
    const transport = () => axiosTransport(`http://127.0.0.1:${port}`)
    const opened = await fakeTerminal(folder(), role, { code, transport, cardRoots: [root], now: () => new Date() })
    await untilStatus(opened, (status) => status.includes('"filling":false') && status.includes('"online"'))
    await opened.want('session.unlock', { operator: 'asha', pin: '2468' })
    return opened
  }
  const close = async () => {
    await closeTerminals()
    await server.close()
    await hims.close()
  }
  return { hims, terminal, close }
}

const scan = async (terminal: FakeTerminal, text: string) =>
  channels['scan.text'].output.parse(await terminal.want('scan.text', { text, source: 'camera' }))
const cardsOf = async (terminal: FakeTerminal, personId: PersonId) =>
  channels['card.list'].output.parse(await terminal.want('card.list', { personId }))
const allSent = (terminal: FakeTerminal) =>
  untilStatus(terminal, (status) => status.includes('"waiting":0') && status.includes('"refused":0'))

test('a card shown at two hospitals within minutes is marked where it is shown next, and in the list of cards', async () => {
  const { terminal, close } = await twoHospitals()
  try {
    const [here, there] = [await terminal('desk'), await terminal('pharmacy', far.code)]
    await until(async () => (await cardsOf(here, someone.id))?.canSign === true, 'a key of its own')
    const wishes: CardWishes = { details: true, emergency: true, face: false }
    const asked = { personId: someone.id, language: 'pa', wishes }
    const made = channels['card.issue'].output.parse(await here.want('card.issue', asked))
    assert.ok(made.kind === 'issued' && made.card.profile === 'P-CORE')
    const first = await scan(here, made.code)
    assert.deepEqual([first.card.kind, first.seenFarApart], ['valid', undefined])
    assert.ok('card' in first.card && first.card.card.emergency.kind === 'open')
    assert.deepEqual(first.card.card.emergency.block.allergies, [91939003], 'what is on record at HIMS')
    await allSent(here)
    await until(async () => (await scan(there, made.code)).card.kind === 'valid', 'the key of that desk')
    await allSent(there)
    await until(async () => (await scan(here, made.code)).seenFarApart === true, 'the mark at the desk')
    assert.equal((await cardsOf(here, someone.id))?.cards[0]?.seenFarApart, true)
  } finally {
    await close()
  }
})
