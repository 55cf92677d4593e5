import { scryptSync } from 'node:crypto'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { ceremony } from '../../../build/demo/ceremony.ts'
import type { Operator } from '../../../domain/hospital/operator.ts'
import { OperatorId } from '../../../domain/id.ts'
import type { TerminalRole } from '../../../domain/wire/sync.ts'
import type { TableName } from '../../../domain/wire/table.ts'
import { openTerminal } from '../../../main/service/terminal.ts'
import type { Terminal } from '../../../main/service/terminal.ts'
import { anyAuthority } from '../../../sync/trust.ts'
import type { Transport } from '../../../sync/transport.ts'
import { facility, medicineDepartment } from '../../fake/hims-stub.ts'
import { goodHands, storeKey } from '../../fake/world.ts'
import type { Chance } from './chance.ts'
import { copyDisk, emptyDisk, emptyReserve, fillDisk, isDatabase, removeDisk } from './disk.ts'
import { fine, lineTo } from './line.ts'
import type { Weather } from './line.ts'
import { mortalTimers } from './mortal-timers.ts'
import { rowsBeside } from './rows-beside.ts'
import type { RowsBeside } from './rows-beside.ts'
import { serverPlace } from './server-place.ts'
import type { ServerPlace } from './server-place.ts'
import type { Trace } from './trace.ts'
import type { VirtualTime } from './virtual-time.ts'

/** A terminal that can fall at any moment and is started again over what was on its disk. */
export interface SimTerminal {
  readonly name: string
  readonly role: TerminalRole
  /** To the hub and to HIMS. */
  readonly weather: readonly Weather[]
  /** How far its clock is off, in milliseconds. */
  readonly clock: { ahead: number }
  /** Its disk was put back and nobody has said yet that it goes on: its people do not work with it. */
  readonly isOld: () => boolean
  /** Its disk was put back at any time. */
  readonly wasPutBack: () => boolean
  /** The value of an answer; null when the terminal refuses or is down. */
  readonly ask: (channel: string, input?: unknown) => Promise<unknown>
  /** Every row of a shared table by id, as canonical JSON. */
  readonly rows: (table: TableName) => ReadonlyMap<string, string>
  readonly fall: () => Promise<void>
  /** Keeps a copy of the disk as it is now. */
  readonly copy: () => void
  /** Falls and comes back over the copy; false when there is none. `whole`: with the files beside the database. */
  readonly restore: (whole: boolean) => Promise<boolean>
  /** A person said that this computer goes on. */
  readonly goesOn: () => void
  readonly fillDisk: () => void
  readonly emptyDisk: () => void
  /** Where its stick is plugged in. */
  readonly stick: string
  readonly close: () => Promise<void>
}

export interface SimHospital {
  readonly cloud: ServerPlace
  readonly hub: ServerPlace
  /** Between the hub and HIMS. */
  readonly trunk: Weather
  readonly terminals: readonly SimTerminal[]
  readonly faults: readonly string[]
  readonly close: () => Promise<void>
}

interface World {
  readonly folder: string
  readonly time: VirtualTime
  readonly chance: Chance
  readonly trace: Trace
  readonly desks: number
  readonly pharmacies: number
  readonly kiosks: number
}

const CLOUD = 'http://cloud.invalid'
const HUB = 'http://hub.invalid'

export const medicine = {
  code: 'metformin',
  name: 'Metformin',
  strength: '500 mg',
  form: 'tablet',
  groups: ['emergency-supply'],
  shelf: 'B 1',
}

/** PIN 2468; nobody guesses at it here, so it costs next to nothing. */
function somebodyWithAPin(id: string): Operator {
  const salt = 'ab'.repeat(16)
  const pin = { salt, cost: 1024, block: 1, parallel: 1 }
  const hash = scryptSync('2468', Buffer.from(salt, 'hex'), 32, { N: pin.cost, r: 1, p: 1 }).toString('hex')
  return { id: OperatorId.parse(id), name: id, roles: ['clerk', 'pharmacist', 'supervisor'], pin: { ...pin, hash } }
}

/** A whole hospital in one process: HIMS, the hospital's own server, desks and pharmacies, and every line between them. */
export async function simHospital({
  folder,
  time,
  chance,
  trace,
  desks,
  pharmacies,
  kiosks,
}: World): Promise<SimHospital> {
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
  const loaded = await cloud.hims().load([
    { table: 'facility', row: facility },
    { table: 'department', row: medicineDepartment },
    ...['asha', 'binu'].map((id) => ({ table: 'operator', row: somebodyWithAPin(id) })),
    { table: 'medicine', row: medicine },
    { table: 'lot', row: { id: 'l1', medicine: medicine.code, lot: 'A1', expiry: '2031-01-31' } },
    {
      table: 'stock_event',
      row: { id: 's1', lotId: 'l1', delta: 1_000_000, reason: 'received', at: '2026-11-01T05:00:00.000Z' },
    },
  ])
  if (loaded.refused.length > 0) throw new Error(JSON.stringify(loaded.refused))
  const trunk = fine()
  const { code } = await cloud.hims().createEnrolment({ role: 'hub', label: 'Server room' })
  const hub = serverPlace({ ...common, name: 'hub', above: { place: cloud, weather: trunk, code } })
  await hub.start()
  await time.until(async () => hub.hims().inside.hub?.link().kind === 'online', 60_000)

  const terminals: SimTerminal[] = []
  for (let at = 0; at < desks + pharmacies + kiosks; at++) {
    const role = at < desks ? 'desk' : at < desks + pharmacies ? 'pharmacy' : 'kiosk'
    const name = `${role}-${at + 1}`
    const { code: own } = await cloud.hims().createEnrolment({ role, label: name })
    terminals.push(await simTerminal({ ...common, name, role, code: own, root, hub, cloud }))
  }
  // A PIN that is tried before its owner is known counts as a wrong one.
  const isFilled = (terminal: SimTerminal): boolean => terminal.rows('department').size > 0
  await time.until(async () => terminals.every(isFilled), 60_000)
  return {
    cloud,
    hub,
    trunk,
    terminals,
    faults,
    async close() {
      for (const terminal of terminals) await terminal.close()
      time.stop()
      await hub.fall()
      await cloud.fall()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

interface TerminalSetting {
  readonly folder: string
  readonly time: VirtualTime
  readonly chance: Chance
  readonly trace: Trace
  readonly report: (fault: unknown, where: string) => void
  readonly name: string
  readonly role: TerminalRole
  readonly code: string
  readonly root: string
  readonly hub: ServerPlace
  readonly cloud: ServerPlace
}

async function simTerminal(setting: TerminalSetting): Promise<SimTerminal> {
  const { time, chance, trace, name, role, code, root, hub, cloud, report } = setting
  const weather = [fine(), fine()] as const
  const lines: Readonly<Record<string, Transport>> = {
    [HUB]: lineTo(hub, weather[0], { time, chance, trace }),
    [CLOUD]: lineTo(cloud, weather[1], { time, chance, trace }),
  }
  let life = 0
  let isOld = false
  let wasPutBack = false
  let folder = join(setting.folder, `${name}-0`)
  const copied = join(setting.folder, `${name}-copy`)
  const stick = join(setting.folder, `${name}-stick`)
  const clock = { ahead: 0 }
  mkdirSync(folder)
  mkdirSync(stick)

  const open = (): Promise<Terminal> => {
    const born = life
    const alive = (): boolean => life === born
    emptyReserve(folder)
    return openTerminal({
      setting: {
        folder,
        key: storeKey,
        role,
        hims: [HUB, CLOUD],
        trust: anyAuthority,
        code,
        cardRoots: [root],
        identityIssuers: [],
        language: 'en',
        sticks: [stick],
      },
      now: () => new Date(time.now() + clock.ahead),
      random: chance.bytes,
      hands: goodHands,
      tell: () => {},
      timers: mortalTimers(time, alive),
      transport: (address) => async (request, signal) => {
        const line = lines[address]
        return line === undefined || !alive() ? { kind: 'lost' } : line(request, signal)
      },
      report: (fault, where) => {
        if (alive()) report(fault, `${name} ${where}`)
      },
    })
  }
  let terminal = await open()
  let beside: RowsBeside | null = null

  /** Over what `fill` puts on the new disk. */
  const reopen = async (fill: (next: string) => void): Promise<void> => {
    life++
    const [fallen, old] = [terminal, folder]
    folder = join(setting.folder, `${name}-${life}`)
    mkdirSync(folder)
    emptyDisk(old)
    beside?.close()
    beside = null
    fill(folder)
    terminal = await open()
    await fallen.close()
    removeDisk(old)
  }

  const ask = async (channel: string, input: unknown = {}): Promise<unknown> => {
    // Asking another counter goes over the network; everything else is answered here and now.
    const put = () => terminal.ask(channel, input)
    const answer = () => (takesTime.has(channel) ? time.whilst(put()) : time.during(put))
    const reply = await answer()
    if (reply.ok) return reply.value
    if (reply.refusal !== 'locked') return null
    const unlocked = await time.during(() => terminal.ask('session.unlock', { operator: 'asha', pin: '2468' }))
    if (!unlocked.ok) return null
    const again = await answer()
    return again.ok ? again.value : null
  }

  return {
    name,
    role,
    weather,
    clock,
    stick,
    ask,
    isOld: () => isOld,
    wasPutBack: () => wasPutBack,
    goesOn: () => void (isOld = false),
    fillDisk: () => fillDisk(folder),
    emptyDisk: () => emptyDisk(folder),
    rows: (table) => (beside ??= rowsBeside(folder)).rows(table),
    fall: () => {
      const before = folder
      return reopen((next) => copyDisk(before, next))
    },
    copy() {
      removeDisk(copied)
      copyDisk(folder, copied)
    },
    async restore(whole) {
      if (!existsSync(copied)) return false
      const before = folder
      isOld = true
      wasPutBack = true
      await reopen((next) => {
        if (!whole) copyDisk(before, next, (file) => besideDatabase.has(file))
        copyDisk(copied, next, whole ? undefined : isDatabase)
      })
      removeDisk(copied)
      return true
    },
    async close() {
      life++
      beside?.close()
      await terminal.close()
    },
  }
}

/** What stays of a disk on which the database alone was put back. */
const besideDatabase = new Set(['run.mark', 'tries.sealed'])

/** These wait for an answer that comes over the network. */
const takesTime = new Set(['right.claim', 'sync.compare'])
