import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

import { ceremony } from '../../../build/demo/ceremony.ts'
import { PrescriptionId, PrescriptionItemId } from '../../../domain/id.ts'
import { openHims } from '../../../hims/open.ts'
import { badLine } from '../../fake/network/bad-line.ts'
import type { BadLine } from '../../fake/network/bad-line.ts'
import { facility, medicineDepartment } from '../../fake/hims-stub.ts'
import { operator } from '../../unit/main-service/fixture.ts'
import { newId, person } from '../../unit/main-service/person.ts'

export const STOCK = 10_000_000
const ORDERED = 5000

/** What a hospital has before its processes run. */
export interface Founded {
  readonly root: string
  readonly codes: Readonly<Record<'desk' | 'pharmacy' | 'hub', readonly string[]>>
  /** People who have an order to be given from, and all who were there. */
  readonly patients: readonly string[]
  readonly people: ReadonlySet<string>
}

interface Size {
  readonly people: number
  readonly desks: number
}

const order = (personId: string) => {
  const dose = { morning: 1, noon: 0, evening: 0, night: 1, food: 'after' }
  const item = { id: PrescriptionItemId.parse(newId()), medicine: 'metformin', dose, days: 5, quantity: ORDERED }
  const written = { prescriber: 'Dr Rao', department: 'medicine', writtenAt: '2026-11-20T05:00:00.000Z' }
  return { id: PrescriptionId.parse(newId()), personId, ...written, status: 'active', items: [item] }
}

/** A HIMS with people, orders and medicines, and a code for every terminal that will come. */
export async function found(database: string, { people, desks }: Size): Promise<Founded> {
  const hims = await openHims({ database, now: Date.now, random: randomBytes })
  try {
    const root = await ceremony(hims, { now: Date.now, rootSeed: randomBytes(32) })
    const rows = Array.from({ length: people }, (_, at) => person({ latin: `Before ${at.toString(36)}`, age: at % 90 }))
    const patients = rows.slice(0, 12)
    const code = async (role: 'desk' | 'pharmacy' | 'hub') => (await hims.createEnrolment({ role, label: role })).code
    const loaded = await hims.load([
      { table: 'facility', row: facility },
      { table: 'department', row: medicineDepartment },
      { table: 'operator', row: operator() },
      {
        table: 'medicine',
        row: { code: 'metformin', name: 'Metformin', strength: '500 mg', form: 'tablet', shelf: 'B 1', groups: [] },
      },
      { table: 'lot', row: { id: 'l1', medicine: 'metformin', lot: 'A1', expiry: '2031-01-31' } },
      {
        table: 'stock_event',
        row: { id: 's1', lotId: 'l1', delta: STOCK, reason: 'received', at: '2026-11-01T05:00:00.000Z' },
      },
      ...rows.map((row) => ({ table: 'person', row })),
      ...patients.map(({ id }) => ({ table: 'prescription', row: order(id) })),
    ])
    if (loaded.refused.length > 0) throw new Error(JSON.stringify(loaded.refused))
    const codes = { desk: new Array<string>(), pharmacy: [await code('pharmacy')], hub: [await code('hub')] }
    for (let at = 0; at < desks; at++) codes.desk.push(await code('desk'))
    return { root, codes, patients: patients.map(({ id }) => id), people: new Set(rows.map(({ id }) => id)) }
  } finally {
    await hims.close()
  }
}

/** A port that is free now, so that a server can come back to it. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port }: AddressInfo = Object(server.address())
      server.close(() => resolve(port))
    })
  })
}

/** Where a server is, and the bad line that leads there. */
export interface Address {
  readonly port: number
  readonly line: BadLine
}

export async function addressOf(random: () => number): Promise<Address> {
  const port = await freePort()
  return { port, line: await badLine({ target: `http://127.0.0.1:${port}`, random }) }
}

export function folderIn(place: string, name: string): string {
  const folder = join(place, name)
  mkdirSync(folder, { recursive: true })
  return folder
}
