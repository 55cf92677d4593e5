import { mkdirSync, rmSync, cpSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import { ceremony } from '../../../build/demo/ceremony.ts'
import type { TerminalRole } from '../../../domain/wire/sync.ts'
import { openTerminal } from '../../../main/service/terminal.ts'
import type { Terminal } from '../../../main/service/terminal.ts'
import { anyAuthority } from '../../../sync/trust.ts'
import type { Transport } from '../../../sync/transport.ts'
import { facility, medicineDepartment } from '../../fake/hims-stub.ts'
import { goodHands, storeKey } from '../../fake/world.ts'
import { operator } from '../../unit/main-service/fixture.ts'
import { canonical } from './canonical.ts'
import type { Chance } from './chance.ts'
import { fine, lineTo } from './line.ts'
import type { Weather } from './line.ts'
import { serverPlace } from './server-place.ts'
import type { ServerPlace } from './server-place.ts'
import type { VirtualTime } from './virtual-time.ts'

/** A terminal that can fall at any moment and is started again over what was on its disk. */
export interface SimTerminal {
  readonly name: string
  readonly role: TerminalRole
  /** To the hub and to HIMS. */
  readonly weather: readonly Weather[]
  /** The value of an answer; null when the terminal refuses or is down. */
  readonly ask: (channel: string, input?: unknown) => Promise<unknown>
  /** A row of its store as canonical JSON; null for none. */
  readonly row: (table: 'person', id: string) => Promise<string | null>
  readonly fall: () => Promise<void>
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
  readonly desks: number
  readonly pharmacies: number
}

const CLOUD = 'http://cloud.invalid'
const HUB = 'http://hub.invalid'

export const medicine = {
  code: 'metformin',
  name: 'Metformin',
  strength: '500 mg',
  form: 'tablet',
  groups: [],
  shelf: 'B 1',
}

/** A whole hospital in one process: HIMS, the hospital's own server, desks and pharmacies, and every line between them. */
export async function simHospital({ folder, time, chance, desks, pharmacies }: World): Promise<SimHospital> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const faults: string[] = []
  const report = (fault: unknown, where: string): void => {
    faults.push(`${where}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`)
  }
  const common = { folder, time, chance, report }
  const cloud = serverPlace({ ...common, name: 'cloud', above: null })
  await cloud.start()
  const root = await ceremony(cloud.hims(), { now: time.now, rootSeed: chance.bytes(32) })
  const loaded = await cloud.hims().load([
    { table: 'facility', row: facility },
    { table: 'department', row: medicineDepartment },
    { table: 'operator', row: operator() },
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
  for (let at = 0; at < desks + pharmacies; at++) {
    const role = at < desks ? 'desk' : 'pharmacy'
    const name = `${role}-${at + 1}`
    const { code: own } = await cloud.hims().createEnrolment({ role, label: name })
    terminals.push(await simTerminal({ ...common, name, role, code: own, root, hub, cloud }))
  }
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
  readonly report: (fault: unknown, where: string) => void
  readonly name: string
  readonly role: TerminalRole
  readonly code: string
  readonly root: string
  readonly hub: ServerPlace
  readonly cloud: ServerPlace
}

async function simTerminal(setting: TerminalSetting): Promise<SimTerminal> {
  const { time, chance, name, role, code, root, hub, cloud, report } = setting
  const weather = [fine(), fine()] as const
  const lines: Readonly<Record<string, Transport>> = {
    [HUB]: lineTo(hub, weather[0], { time, chance }),
    [CLOUD]: lineTo(cloud, weather[1], { time, chance }),
  }
  let life = 0
  let folder = join(setting.folder, `${name}-0`)
  mkdirSync(folder)

  const open = (): Promise<Terminal> => {
    const born = life
    const alive = (): boolean => life === born
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
      },
      now: () => new Date(time.now()),
      random: chance.bytes,
      hands: goodHands,
      tell: () => {},
      timers: { after: (milliseconds, run) => time.after(milliseconds, () => alive() && run()) },
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

  const ask = async (channel: string, input: unknown = {}): Promise<unknown> => {
    // Asking another counter goes over the network; everything else is answered here and now.
    const put = () => terminal.ask(channel, input)
    const answer = () => (channel === 'right.claim' ? time.whilst(put()) : time.during(put))
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
    ask,
    async row(_table, id) {
      const said = role === 'desk' ? await ask('person.open', { id }) : await ask('pick.open', { personId: id })
      const opened = Opened.safeParse(said)
      if (role === 'pharmacy') await ask('pick.leave')
      return opened.success ? canonical(opened.data.person) : null
    },
    async fall() {
      life++
      const next = join(setting.folder, `${name}-${life}`)
      // What lies on the disk at this moment is all that a killed process leaves behind.
      cpSync(folder, next, { recursive: true })
      const fallen = terminal
      const old = folder
      folder = next
      terminal = await open()
      await fallen.close()
      rmSync(old, { recursive: true, force: true })
    },
    async close() {
      life++
      await terminal.close()
    },
  }
}

const Opened = z.looseObject({ person: z.unknown() })
