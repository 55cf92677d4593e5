import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { TestContext } from 'node:test'

import { z } from 'zod'

import { medicationOf, locationOf } from '../../../domain/fhir/place.ts'
import { Department } from '../../../domain/hospital/facility.ts'
import { Medicine } from '../../../domain/pharmacy/medicine.ts'
import type { TerminalRole } from '../../../domain/wire/sync.ts'
import { openHims } from '../../../hims/open.ts'
import { himsServer } from '../../../hims/server.ts'
import { axiosTransport } from '../../../sync/axios-transport.ts'
import type { Transport, WireAnswer, WireRequest } from '../../../sync/transport.ts'
import { fakeFhir } from '../../fake/fhir-server.ts'
import { facility, medicineDepartment } from '../../fake/hims-stub.ts'
import { fakeTerminal, realTimers, removeFolder, temporaryFolder } from '../../fake/world.ts'
import type { FakeTerminal } from '../../fake/world.ts'
import { operator, untilStatus } from '../main-service/fixture.ts'

const Resource = z.record(z.string(), z.unknown())
export type Json = z.infer<typeof Resource>
const Bundle = z.object({ entry: z.array(z.object({ resource: Resource })).default([]) })

/** A FHIR server, as anybody else sees it. */
export interface TestPeer {
  readonly name: string
  readonly base: string
  readonly token: string
  readonly put: (resource: Json) => Promise<void>
  readonly get: (type: string, id: string) => Promise<Json | null>
  readonly find: (type: string, query: string) => Promise<readonly Json[]>
}

export const department = Department.parse(medicineDepartment)
export const medicine = Medicine.parse({
  code: 'metformin',
  name: 'Metformin',
  strength: '500 mg',
  form: 'tablet',
  groups: ['emergency-supply'],
  shelf: 'B 1',
})

const lot = (id = 'lot-a1') => ({
  resourceType: 'Medication',
  id,
  code: { coding: [{ system: 'urn:hims:formulary', code: medicine.code }] },
  batch: { lotNumber: 'A1', expirationDate: '2030-01-31' },
})

const delivery = {
  resourceType: 'SupplyDelivery',
  id: 'delivery-1',
  status: 'completed',
  suppliedItem: { quantity: { value: 50 }, itemReference: { reference: 'Medication/lot-a1' } },
  occurrenceDateTime: '2026-11-20T05:00:00Z',
}

function asking(base: string, token: string) {
  const ask = async (method: string, path: string, body?: Json, headers: object = {}) => {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/fhir+json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const read = Resource.parse(text === '' ? {} : JSON.parse(text))
    return { status: response.status, body: read, etag: response.headers.get('etag') }
  }
  return {
    async put(resource: Json) {
      const path = `/${String(resource['resourceType'])}/${String(resource['id'])}`
      const there = await ask('GET', path)
      const seen = there.status === 200 && there.etag !== null ? { 'if-match': there.etag } : {}
      const { status, body } = await ask('PUT', path, resource, seen)
      if (status > 201) throw new Error(`${status} ${JSON.stringify(body)}`)
    },
    async get(type: string, id: string) {
      const { status, body } = await ask('GET', `/${type}/${id}`)
      return status === 200 ? body : null
    },
    async find(type: string, query: string) {
      const { body } = await ask('GET', `/${type}?${query}`)
      return Bundle.parse(body).entry.map(({ resource }) => resource)
    },
  }
}

/** Medplum's server, with a hospital in it. */
export async function medplumPeer(test: TestContext) {
  const server = await fakeFhir()
  test.after(() => server.close())
  const client = asking(server.base, server.token)
  const dated = { version: 1, changedAt: '2026-11-20T05:00:00.000Z' }
  await client.put({ resourceType: 'Organization', id: facility.code, name: facility.name.en })
  await client.put({ ...locationOf({ row: department, ...dated }) })
  await client.put({ ...medicationOf({ row: medicine, ...dated }) })
  await client.put(lot())
  await client.put(delivery)
  return { name: 'Medplum', base: server.base, token: server.token, ...client, server }
}

/** Our own HIMS, by its FHIR face alone. */
export async function himsPeer(test: TestContext) {
  const folder = temporaryFolder()
  const hims = await openHims({ database: `sqlite:${join(folder, 'hims.db')}`, now: Date.now, random: randomBytes })
  const server = himsServer(hims)
  test.after(async () => {
    await server.close()
    await hims.close()
    removeFolder(folder)
  })
  const base = `${await server.listen({ host: '127.0.0.1', port: 0 })}/fhir`
  const rows = [
    { table: 'facility', row: facility },
    { table: 'department', row: department },
    { table: 'medicine', row: medicine },
  ]
  const { refused } = await hims.load(rows)
  if (refused.length > 0) throw new Error(JSON.stringify(refused))
  const { token } = await hims.createClient('Counter')
  const client = asking(base, token)
  await client.put(lot())
  await client.put(delivery)
  return { name: 'HIMS', base, token, ...client, hims }
}

export const peers: readonly ((test: TestContext) => Promise<TestPeer>)[] = [medplumPeer, himsPeer]

/** What may happen to one exchange of a terminal. */
export type Fault = (request: WireRequest, count: number) => 'request-lost' | 'answer-lost' | null

export interface FhirTerminal {
  readonly terminal: FakeTerminal
  readonly folder: string
  /** From now on; null for a good line. */
  readonly fault: (fault: Fault | null) => void
  readonly exchanges: () => number
  readonly settled: () => Promise<void>
}

/** A terminal whose server is a FHIR server, unlocked. */
export async function fhirTerminal(
  test: TestContext,
  peer: Pick<TestPeer, 'base' | 'token'>,
  {
    role = 'desk',
    counter = '3',
    seen = (status) => status.includes('"filling":false') && status.includes('"online"'),
  }: {
    readonly role?: TerminalRole
    readonly counter?: string
    /** Whether its status is what is waited for. */
    readonly seen?: (status: string) => boolean
  } = {},
): Promise<FhirTerminal> {
  const folder = temporaryFolder()
  let fault: Fault | null = null
  let count = 0
  const line = axiosTransport(peer.base)
  const transport: Transport = async (request, signal): Promise<WireAnswer> => {
    count += 1
    const what = fault?.(request, count) ?? null
    if (what === 'request-lost') return { kind: 'lost' }
    const answer = await line(request, signal)
    return what === 'answer-lost' ? { kind: 'lost' } : answer
  }
  const setting = {
    facility: facility.code,
    label: `Counter ${counter}`,
    counter,
    access: { kind: 'token' as const, token: peer.token },
    operators: [operator('asha', ['clerk', 'pharmacist', 'supervisor'])],
  }
  const timers = { after: (milliseconds: number, run: () => void) => realTimers.after(Math.min(milliseconds, 40), run) }
  const terminal = await fakeTerminal(folder, role, {
    hims: [`fhir+${peer.base}`],
    fhir: setting,
    transport: () => transport,
    now: () => new Date(),
    timers: { after: (milliseconds, run) => (milliseconds > 5000 ? realTimers : timers).after(milliseconds, run) },
  })
  test.after(async () => {
    await terminal.close()
    removeFolder(folder)
  })
  await untilStatus(terminal, seen)
  const isStaff = role !== 'kiosk'
  if (isStaff) await terminal.want('session.unlock', { operator: 'asha', pin: '2468' })
  const settled = async () => {
    if (isStaff) await terminal.want('sync.now')
    await untilStatus(terminal, (status) => status.includes('"waiting":0') && status.includes('"online"'))
  }
  return { terminal, folder, settled, fault: (next) => void ((fault = next), (count = 0)), exchanges: () => count }
}
