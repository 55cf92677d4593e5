import assert from 'node:assert/strict'
import { test } from 'node:test'

import { z } from 'zod'

import { SyncOverview, WaitingRecord } from '../../../contract/sync.ts'
import { Person } from '../../../domain/person/person.ts'
import { capabilityOf } from '../../../sync/fhir/capability.ts'
import { fakeFhir } from '../../fake/fhir-server.ts'
import { until } from '../../fake/world.ts'
import { draft, newId } from '../main-service/fixture.ts'
import { department, fhirTerminal, himsPeer, medplumPeer, peers } from './peer.ts'
import type { FhirTerminal, Json } from './peer.ts'

const View = z.looseObject({ person: Person })
const open = async ({ terminal }: FhirTerminal, id: string): Promise<Person | null> =>
  View.nullable().parse(await terminal.want('person.open', { id }))?.person ?? null

const patientIn = (id: string, changes: Json = {}): Json => ({
  resourceType: 'Patient',
  id,
  name: [{ text: 'Rekha Sharma' }],
  gender: 'female',
  birthDate: '1980-01-01',
  telecom: [{ system: 'phone', value: '+919810000001' }],
  ...changes,
})

const overview = async ({ terminal }: FhirTerminal) => SyncOverview.parse(await terminal.want('sync.overview'))

test('a change that was shown late is found: within the overlap by the next round, later by a comparison', async (t) => {
  const peer = await medplumPeer(t)
  const desk = await fhirTerminal(t, peer)
  assert.equal((await overview(desk)).server, 'fhir')
  const [late, lost, foreign] = [newId(), newId(), 'patient-of-another-kind']
  await peer.server.put(patientIn(late), new Date(Date.now() - 100_000).toISOString())
  await peer.server.put(patientIn(lost), new Date(Date.now() - 3_600_000).toISOString())
  await peer.server.put(patientIn(foreign), new Date(Date.now() - 3_600_000).toISOString())
  await desk.settled()
  await until(async () => (await open(desk, late)) !== null, 'the row within the overlap')
  assert.equal(await open(desk, lost), null, 'the cursor had passed it')
  const said = await desk.terminal.want('sync.compare')
  assert.equal(Object(said)['kind'], 'compared')
  assert.ok(Object(Object(said)['comparison'])['mended'] >= 2)
  assert.equal((await open(desk, lost))?.name.latin, 'Rekha Sharma')
  const found = await desk.terminal.want('person.search', { text: 'Rekha' })
  assert.equal(Object(found)['hits'].length, 3, 'one whose id is no UUID is here too')
  assert.equal(Object(Object(await desk.terminal.want('sync.compare'))['comparison'])['mended'], 0)
})

for (const openPeer of peers) {
  test('a correction keeps what somebody else wrote, and what is dangerous is left to a person', async (t) => {
    const peer = await openPeer(t)
    const desk = await fhirTerminal(t, peer)
    const id = newId()
    await peer.put(patientIn(id, { maritalStatus: { text: 'Married' } }))
    await desk.settled()
    await until(async () => (await open(desk, id)) !== null, 'the person')
    // While this desk is cut off, the server's own people correct the address and the year of birth.
    desk.fault(() => 'request-lost')
    await peer.put(
      patientIn(id, {
        maritalStatus: { text: 'Married' },
        birthDate: '1981-01-01',
        address: [{ city: 'Karol Bagh', district: 'central' }],
      }),
    )
    const before = await open(desk, id)
    if (before === null) throw new Error('Nobody')
    const correct = (was: object, set: object) => desk.terminal.want('person.correct', { personId: id, was, set })
    await correct({ phone: before.phone }, { phone: '9810000002' })
    await correct({ birth: before.birth }, { birth: { kind: 'date', on: '1979-05-05' } })
    desk.fault((_, count) => (count === 3 || count === 8 ? 'answer-lost' : null))
    await desk.settled()
    desk.fault(null)
    const there = await peer.get('Patient', id)
    assert.equal(there?.['birthDate'], '1981-01-01', peer.name)
    assert.deepEqual(there?.['maritalStatus'], { text: 'Married' }, peer.name)
    assert.match(JSON.stringify(there?.['telecom']), /9810000002/)
    assert.match(JSON.stringify(there?.['address']), /Karol Bagh/)
    const tasks = await peer.find('Task', `patient=${id}`)
    assert.equal(tasks.length, 1, peer.name)
    assert.match(JSON.stringify(tasks[0]?.['input']), /1979-05-05/)
    await until(async () => {
      await desk.settled()
      const here = await open(desk, id)
      return here?.address.locality === 'Karol Bagh' && here.birth.kind === 'date' && here.birth.on === '1981-01-01'
    }, 'what the server has')
    assert.equal((await open(desk, id))?.phone, '9810000002')
  })
}

test('two that are one person are linked at the server, and separated again', async (t) => {
  const peer = await medplumPeer(t)
  const desk = await fhirTerminal(t, peer)
  const [kept, merged] = [newId(), newId()]
  await peer.put(patientIn(kept))
  await peer.put(patientIn(merged, { telecom: undefined }))
  await until(async () => {
    await desk.settled()
    return (await open(desk, merged)) !== null
  }, 'both')
  const said = await desk.terminal.want('person.link', { kept, merged })
  assert.equal(Object(said)['kind'], 'linked')
  await desk.settled()
  assert.match(JSON.stringify((await peer.get('Patient', merged))?.['link']), /replaced-by/)
  assert.match(JSON.stringify((await peer.get('Patient', kept))?.['link']), /"replaces"/)
  const linkId: unknown = Object(Object(said)['link'])['id']
  assert.equal(Object(await desk.terminal.want('person.unlink', { linkId, reason: 'two' }))['kind'], 'separated')
  await desk.settled()
  assert.equal((await peer.get('Patient', merged))?.['link'], undefined)
})

test('what the server refuses is set aside with its reason, and what follows arrives', async (t) => {
  const peer = await himsPeer(t)
  const desk = await fhirTerminal(t, peer)
  desk.fault(() => 'request-lost')
  const register = async (latin: string) =>
    Object(await desk.terminal.want('person.register', { draft: draft({ latin }), distinctFrom: [] }))['person'].id
  const first = await register('Meera Nair')
  const visit = Object(await desk.terminal.want('token.issue', { personId: first, department: department.code }))[
    'visit'
  ]
  const second = await register('Kavita Rao')
  // Somebody else's resource has the very id.
  await peer.put({ resourceType: 'Encounter', id: visit.id, status: 'planned', class: { code: 'AMB' } })
  desk.fault(null)
  await desk.settled()
  const waiting = z.array(WaitingRecord).parse(await desk.terminal.want('sync.waiting'))
  assert.deepEqual(
    waiting.map(({ kind }) => kind),
    ['visit.opened'],
  )
  assert.match(JSON.stringify(waiting[0]?.state), /412 .*there already/)
  assert.notEqual(await peer.get('Patient', second), null)
})

test('a server that cannot hold our records is refused, and says what it lacks', async (t) => {
  const server = await fakeFhir((statement) => {
    const text = JSON.stringify(statement).replace('"4.0.1"', '"5.0.0"')
    return JSON.parse(
      text
        .replace('"type":"Patient","interaction"', '"type":"Patient","x":1,"interaction"')
        .replaceAll('"updateCreate":true', '"updateCreate":false'),
    )
  })
  t.after(() => server.close())
  const lacks = capabilityOf(await (await fetch(`${server.base}/metadata`)).json())?.lacks ?? []
  assert.ok(lacks.includes('FHIR 4.0: it speaks 5.0.0'))
  assert.ok(lacks.some((lack) => lack.startsWith('Patient: update under an id of the client')))
  await assert.rejects(
    fhirTerminal(t, server, {
      seen: (status) => {
        if (status.includes('"unfit"') && status.includes('5.0.0')) throw new Error('it says so')
        return false
      },
    }),
    /it says so/,
  )
})
