import { scryptSync } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'

import { ceremony } from '../../../build/demo/ceremony.ts'
import type { Operator } from '../../../domain/hospital/operator.ts'
import { OperatorId, uuidV7 } from '../../../domain/id.ts'
import { OWN_SHELF } from '../../../domain/pharmacy/stock-ledger.ts'
import type { TerminalRole } from '../../../domain/wire/sync.ts'
import { facility, medicineDepartment } from '../../fake/hims-stub.ts'
import { person } from '../../unit/main-service/person.ts'
import type { Chance } from '../simulate/chance.ts'
import { fine } from '../simulate/line.ts'
import type { Weather } from '../simulate/line.ts'
import { serverPlace } from '../simulate/server-place.ts'
import type { ServerPlace } from '../simulate/server-place.ts'
import type { Trace } from '../simulate/trace.ts'
import type { VirtualTime } from '../simulate/virtual-time.ts'
import type { OutagePlan } from './plan.ts'
import { station } from './terminal.ts'
import type { Station } from './terminal.ts'

/** A hospital of real terminals with its own server, and HIMS far away. */
export interface Hospital {
  readonly cloud: ServerPlace
  readonly hub: ServerPlace
  /** Between the hub and HIMS. */
  readonly trunk: Weather
  readonly desks: readonly Station[]
  readonly rooms: readonly Station[]
  readonly pharmacies: readonly Station[]
  readonly screen: Station
  readonly all: readonly Station[]
  readonly faults: readonly string[]
  /** Who was there before, with an order that HIMS has. */
  readonly before: readonly { readonly personId: string; readonly prescriptionId: string; readonly itemId: string }[]
  readonly close: () => Promise<void>
}

interface World {
  readonly folder: string
  readonly time: VirtualTime
  readonly chance: Chance
  readonly trace: Trace
  /** People with an order of an earlier day. */
  readonly returning: number
  readonly size: Pick<OutagePlan, 'desks' | 'pharmacies' | 'rooms'>
}

export const departments = ['medicine', 'heart'] as const
export const MAIN = 'main'
/** Of each lot in each store, on the evening before. */
export const FIRST = 5000
export const lots = [
  { id: 'lot-1', medicine: 'metformin' },
  { id: 'lot-2', medicine: 'amlodipine' },
] as const
export const ORDERED = 12
export const dose = { morning: 1, noon: 0, evening: 0, night: 1, food: 'after' } as const
export const stores = [OWN_SHELF, MAIN] as const

const four = (text: string) => ({ en: text, hi: text, pa: text, ur: text })

/** PIN 2468; nobody guesses at it here, so it costs next to nothing. */
function staff(id: string, roles: Operator['roles'], department?: string): object {
  const pin = { salt: 'ab'.repeat(16), cost: 1024, block: 1, parallel: 1 }
  const hash = scryptSync('2468', Buffer.from(pin.salt, 'hex'), 32, { N: pin.cost, r: 1, p: 1 }).toString('hex')
  const own = department === undefined ? {} : { department }
  return { id: OperatorId.parse(id), name: id, roles, pin: { ...pin, hash }, ...own }
}

const rooms = [
  { name: 'room-14', label: '14', department: 'medicine', doctor: 'dr-rao' },
  { name: 'room-15', label: '15', department: 'medicine', doctor: 'dr-ali' },
  { name: 'room-18', label: '18', department: 'heart', doctor: 'dr-sen' },
] as const

const table = (name: string, rows: readonly object[]) => rows.map((row) => ({ table: name, row }))

function firstRows(): readonly { readonly table: string; readonly row: object }[] {
  const door = { floor: 1, line: 'blue', open: true }
  return [
    ...table('facility', [facility]),
    ...table('department', [medicineDepartment, { ...medicineDepartment, code: 'heart', prefix: 'H', room: '18' }]),
    ...table('room', [
      ...rooms.map(({ name, label, department }) => ({
        ...door,
        code: name,
        label,
        name: four('Room'),
        kind: 'consulting',
        department,
      })),
      { ...door, code: MAIN, label: 'S 1', name: four('Main store'), kind: 'store', department: null },
    ]),
    ...table('operator', [
      staff('asha', ['clerk', 'pharmacist', 'supervisor']),
      ...rooms.map(({ doctor, department }) => staff(doctor, ['doctor'], department)),
    ]),
    ...table(
      'medicine',
      lots.map(({ medicine }) => ({
        code: medicine,
        name: medicine,
        strength: '5 mg',
        form: 'tablet',
        groups: [],
        shelf: 'B 1',
      })),
    ),
    ...table(
      'lot',
      lots.map(({ id, medicine }) => ({ id, medicine, lot: id, expiry: '2031-01-31' })),
    ),
    ...table(
      'stock_event',
      lots.flatMap(({ id }) =>
        stores.map((store) => ({
          id: `first-${id}-${store}`,
          lotId: id,
          delta: FIRST,
          reason: 'received',
          at: '2026-11-01T05:00:00.000Z',
          ...(store === OWN_SHELF ? {} : { store }),
        })),
      ),
    ),
  ]
}

export async function openHospital({ folder, time, chance, trace, returning, size }: World): Promise<Hospital> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const faults: string[] = []
  const report = (fault: unknown, where: string): void => {
    faults.push(`${where}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`)
  }
  const common = { folder, time, chance, trace, report }
  const cloud = serverPlace({ ...common, name: 'cloud', above: null })
  await cloud.start()
  const root = await ceremony(cloud.hims(), { now: time.now, rootSeed: chance.bytes(32) })
  const newId = (): string => uuidV7(time.now(), chance.bytes(10))
  const before = Array.from({ length: returning }, () => {
    const [personId, prescriptionId, itemId] = [newId(), newId(), newId()]
    return { personId, prescriptionId, itemId }
  })
  const orders = before.map(({ personId, prescriptionId, itemId }, at) => ({
    id: prescriptionId,
    personId,
    prescriber: 'dr-rao',
    department: 'medicine',
    writtenAt: '2026-11-20T05:00:00.000Z',
    status: 'active',
    items: [{ id: itemId, medicine: lots[at % 2 === 0 ? 0 : 1].medicine, dose, days: 30, quantity: ORDERED }],
  }))
  const { refused } = await cloud.hims().load([
    ...firstRows(),
    ...table(
      'person',
      before.map(({ personId }, at) => ({ ...person({ latin: `Before ${at}` }), id: personId })),
    ),
  ])
  if (refused.length > 0) throw new Error(JSON.stringify(refused))
  const trunk = fine()
  const enrol = async (role: TerminalRole | 'hub', label: string) =>
    (await cloud.hims().createEnrolment({ role, label })).code
  const code = await enrol('hub', 'Server room')
  const hub = serverPlace({ ...common, name: 'hub', above: { place: cloud, weather: trunk, code } })
  await hub.start()
  await time.until(async () => hub.hims().inside.hub?.link().kind === 'online', 60_000)

  const all: Station[] = []
  const open = async (role: TerminalRole, name: string, operator = 'asha'): Promise<void> => {
    const place = { name, role, operator, code: await enrol(role, name) }
    all.push(await station({ ...common, root, hub, cloud }, place))
  }
  for (let at = 1; at <= size.desks; at++) await open('desk', `desk-${at}`)
  for (let at = 1; at <= size.pharmacies; at++) await open('pharmacy', `pharmacy-${at}`)
  for (const { name, doctor } of rooms.slice(0, size.rooms)) await open('doctor', name, doctor)
  await open('display', 'hall')
  const isFilled = (each: Station): boolean => each.rows('department').size === departments.length
  await time.until(async () => all.every(isFilled), 120_000)
  // Only now are there pharmacies that the rights in these can go to.
  const loaded = await time.during(() => cloud.hims().load(table('prescription', orders)))
  if (loaded.refused.length > 0) throw new Error(JSON.stringify(loaded.refused))
  const of = (role: TerminalRole) => all.filter((each) => each.role === role)
  for (const each of of('doctor')) {
    const own = rooms.find(({ name }) => name === each.name)
    await each.ask('room.sit', { room: own?.name, department: own?.department })
  }
  const [screen] = of('display')
  if (screen === undefined) throw new Error('There is no screen')
  return {
    cloud,
    hub,
    trunk,
    desks: of('desk'),
    rooms: of('doctor'),
    pharmacies: of('pharmacy'),
    screen,
    all,
    faults,
    before,
    async close() {
      for (const each of all) await each.close()
      time.stop()
      await hub.fall()
      await cloud.fall()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
