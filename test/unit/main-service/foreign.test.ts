import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'

import { desk } from '../../../contract/desk.ts'
import { ScanAnswer } from '../../../contract/shell.ts'
import { evidenceOf } from '../../../domain/foreign-code/foreign-identity.ts'
import type { Person } from '../../../domain/person/person.ts'
import type { TerminalRole } from '../../../domain/wire/sync.ts'
import { aadhaarPerson, letterXml, secureQr } from '../../fake/foreign/aadhaar.ts'
import { abhaApp, abhaCard } from '../../fake/foreign/abha.ts'
import { rsaSigner } from '../../fake/foreign/certificate.ts'
import { closeTerminals, removeFolder, temporaryFolder } from '../../fake/world.ts'
import { draft, person, workingTerminal } from './fixture.ts'

let folder = ''
beforeEach(() => void (folder = temporaryFolder()))
afterEach(async () => {
  await closeTerminals()
  removeFolder(folder)
})

const uidai = rsaSigner()
const identityIssuers = [{ kind: 'aadhaar', name: 'UIDAI', issuer: null, key: uidai.certificate }] as const

async function at(role: TerminalRole, people: readonly Person[]) {
  const { terminal } = await workingTerminal(
    folder,
    role,
    (hims) => people.forEach((row) => hims.putRow({ table: 'person', row })),
    { identityIssuers },
  )
  const scan = async (text: string) => ScanAnswer.parse(await terminal.want('scan.text', { text, source: 'wedge' }))
  return { terminal, scan }
}

const simran = person({ latin: 'Simran Kaur', age: 35, phone: '9811047263' })
const born = (it: Person, on: string): Person => ({ ...it, birth: { kind: 'date', on } })

test('an ABHA number opens its person, whatever else the card says', async () => {
  const held = { ...person({ latin: 'Simran Kour' }), abha: '91234567890123' }
  const { scan, terminal } = await at('desk', [simran, held])
  const answer = await scan(abhaCard())
  assert.equal(answer.person?.id, held.id)
  assert.deepEqual([answer.card.kind, answer.source], ['not-a-card', 'other'])
  assert.equal(answer.identity?.kind === 'read' && answer.identity.identity.proof.kind, 'unsigned')
  terminal.scanned({ device: 'hand', source: 'serial', text: abhaCard(), symbology: null })
  const told = terminal.told.find(({ name }) => name === 'scanned')
  assert.equal(ScanAnswer.parse(told?.payload).person?.id, held.id)
})

test('a name with its phone and age, or with its day of birth, opens its person', async () => {
  const other = born(person({ latin: 'Gurpreet Kaur', phone: '9876500000' }), '1991-04-06')
  const { scan } = await at('desk', [simran, other])
  assert.equal((await scan(abhaCard())).person?.id, simran.id)
  const aadhaar = await scan(secureQr({ key: uidai.key }))
  assert.equal(aadhaar.person?.id, other.id)
  assert.deepEqual(aadhaar.identity?.kind === 'read' && aadhaar.identity.identity.proof, {
    kind: 'signed',
    by: 'UIDAI',
  })
})

test('one with another ABHA number is not opened', async () => {
  const { scan } = await at('desk', [{ ...simran, abha: '10000000000001' }])
  const answer = await scan(abhaCard())
  assert.equal(answer.person, null)
  assert.equal(answer.identity?.kind === 'read' && answer.identity.query, null)
})

test('people who may be meant are listed by the search that comes with the answer', async () => {
  const twins = [simran, person({ latin: 'Simran Kaur', age: 36, phone: '9811047263' })]
  const { scan, terminal } = await at('desk', twins)
  const { person: opened, identity } = await scan(abhaCard())
  assert.equal(opened, null)
  const query = identity?.kind === 'read' ? (identity.query ?? '') : ''
  assert.equal(query, '9811047263')
  const { hits } = desk.channels['person.search'].output.parse(await terminal.want('person.search', { text: query }))
  assert.deepEqual(hits.map(({ person: hit }) => hit.id).toSorted(), twins.map(({ id }) => id).toSorted())
  const byName = await scan(abhaApp())
  const named = byName.identity?.kind === 'read' ? (byName.identity.query ?? '') : ''
  assert.equal(named, 'Simran Kaur 35')
  const found = desk.channels['person.search'].output.parse(await terminal.want('person.search', { text: named }))
  assert.equal(found.hits.length, 2)
})

test('nobody like them: the code is told whole, to be filled in and kept as evidence', async () => {
  const { scan, terminal } = await at('desk', [])
  const { person: opened, identity } = await scan(secureQr({ key: uidai.key }))
  assert.equal(opened, null)
  assert.ok(identity?.kind === 'read')
  assert.equal(identity.query, null)
  const evidence = evidenceOf(identity.identity, '2026-11-22')
  const asked = { ...draft({ latin: identity.identity.facts.latin }), abha: '91234567890123', evidence }
  const saved = desk.channels['person.register'].output.parse(
    await terminal.want('person.register', { draft: asked, distinctFrom: [] }),
  )
  assert.ok(saved.kind === 'saved')
  assert.deepEqual(saved.person.evidence, {
    kind: 'aadhaar',
    signedBy: 'UIDAI',
    reference: '4826',
    readOn: '2026-11-22',
  })
  assert.equal((await scan(abhaCard())).person?.id, saved.person.id, 'and the number finds them from then on')
})

test('a forged signature is refused, and nothing of the code is told', async () => {
  const { scan } = await at('desk', [])
  const forged = await scan(secureQr({ key: rsaSigner().key }))
  assert.deepEqual(forged.identity, { kind: 'refused', of: 'aadhaar', why: 'bad-signature' })
  assert.equal(JSON.stringify(forged).includes(aadhaarPerson.name), false)
})

test('a pharmacy names the card and learns nothing from it; a kiosk sends it to the desk', async () => {
  const { scan } = await at('pharmacy', [simran])
  for (const text of [abhaCard(), letterXml(), secureQr({ key: uidai.key }), 'shc:/1/2/56']) {
    const answer = await scan(text)
    assert.equal(answer.identity?.kind, 'noticed')
    assert.equal(answer.person, null)
    assert.equal(/Kaur|91234567890123|4826/.test(JSON.stringify(answer)), false)
  }
  const kiosk = (await workingTerminal(temporaryFolder(), 'kiosk')).terminal
  assert.deepEqual(await kiosk.want('kiosk.scan', { text: abhaCard(), source: 'camera' }), {
    kind: 'go-to-desk',
    why: 'other-card',
  })
  assert.deepEqual(await kiosk.want('kiosk.scan', { text: 'hello', source: 'camera' }), { kind: 'not-a-card' })
})
