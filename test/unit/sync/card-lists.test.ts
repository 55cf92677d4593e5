import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, test } from 'node:test'

import { ceremony } from '../../../build/demo/ceremony.ts'
import { desk } from '../../../contract/desk.ts'
import { openHims } from '../../../hims/open.ts'
import { himsServer } from '../../../hims/server.ts'
import { axiosTransport } from '../../../sync/axios-transport.ts'
import { facility, medicineDepartment } from '../../fake/hims-stub.ts'
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
const someone = person({ latin: 'Nasreen Bano', phone: '9876501234' })
const wishes = { details: true, emergency: true, face: false }

async function twoDesks() {
  const hims = await openHims({ database: `sqlite:${folder()}/hims.db`, now: Date.now, random: randomBytes })
  const root = await ceremony(hims, { now: Date.now, rootSeed: randomBytes(32) })
  const hospital = { ...facility, hfr: 'IN0710000123' }
  const rows = [
    { table: 'facility', row: hospital },
    { table: 'department', row: medicineDepartment },
    { table: 'operator', row: operator('asha', ['clerk', 'supervisor']) },
    { table: 'person', row: someone },
  ]
  assert.deepEqual((await hims.load(rows)).refused, [])
  const server = himsServer(hims)
  await server.listen({ port: 0, host: '127.0.0.1' })
  const { port }: AddressInfo = Object(server.server.address())
  const open = async (cardRoots = [root]): Promise<FakeTerminal> => {
    const { code } = await hims.createEnrolment({ role: 'desk', label: 'Counter 7' })
    const transport = () => axiosTransport(`http://127.0.0.1:${port}`)
    const opened = await fakeTerminal(folder(), 'desk', { code, transport, cardRoots, now: () => new Date() })
    await untilStatus(opened, (status) => status.includes('"filling":false') && status.includes('"online"'))
    await opened.want('session.unlock', { operator: 'asha', pin: '2468' })
    return opened
  }
  const close = async () => {
    await closeTerminals()
    await server.close()
    await hims.close()
  }
  return { hims, open, close }
}

const scanned = async (terminal: FakeTerminal, text: string) =>
  channels['scan.text'].output.parse(await terminal.want('scan.text', { text, source: 'camera' })).card

test('a named card made at one desk is read at another, and refused there once it is lost', async () => {
  const { hims, open, close } = await twoDesks()
  try {
    const front = await open()
    const answer = channels['card.issue'].output.parse(
      await front.want('card.issue', { personId: someone.id, language: 'ur', wishes }),
    )
    assert.ok(answer.kind === 'issued')
    assert.equal(answer.card.profile, 'P-CORE')
    await untilStatus(front, (status) => status.includes('"waiting":0') && status.includes('"refused":0'))
    const back = await open()
    const card = await scanned(back, answer.code)
    assert.ok(card.kind === 'valid')
    assert.equal(card.card.core?.name.latin, 'Nasreen Bano')
    assert.equal(card.card.core?.facility, '0710000123')
    assert.equal(card.card.emergency.kind, 'open')
    // One that pins another root believes none of it, and says so rather than guess.
    const stranger = await open(['ab'.repeat(32)])
    assert.equal((await scanned(stranger, answer.code)).kind, 'unknown-issuer')

    await front.want('card.change', { cardId: answer.card.cardId, to: 'lost', reason: '' })
    await untilStatus(front, (status) => status.includes('"waiting":0') && status.includes('"refused":0'))
    const listed = async () =>
      channels['terminal.status'].output.parse(await back.want('terminal.status')).cardList.seq === 2
    await until(listed, 'the list that says so')
    const lost = await scanned(back, answer.code)
    assert.equal(lost.kind === 'revoked' && lost.reason, 'lost')

    const [first] = await hims.terminals()
    assert.ok(await hims.retire(first?.id ?? ''))
    const withdrawn = (await hims.cardKeys.show()).keys.filter((key) => key.withdrawn !== null)
    assert.deepEqual(
      withdrawn.map(({ kind, facilities }) => [kind, facilities]),
      [['delegated', ['0710000123']]],
    )
  } finally {
    await close()
  }
})
