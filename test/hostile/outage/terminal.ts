import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { Announcement } from '../../../domain/hospital/speech.ts'
import { SpeechSetting } from '../../../domain/hospital/speech-setting.ts'
import type { TerminalRole } from '../../../domain/wire/sync.ts'
import type { TableName } from '../../../domain/wire/table.ts'
import { openTerminal } from '../../../main/service/terminal.ts'
import type { Terminal } from '../../../main/service/terminal.ts'
import { anyAuthority } from '../../../sync/trust.ts'
import type { Transport } from '../../../sync/transport.ts'
import { goodHands, storeKey } from '../../fake/world.ts'
import type { Chance } from '../simulate/chance.ts'
import { copyDisk, emptyReserve, removeDisk } from '../simulate/disk.ts'
import { fine, lineTo } from '../simulate/line.ts'
import type { Weather } from '../simulate/line.ts'
import { mortalTimers } from '../simulate/mortal-timers.ts'
import { rowsBeside } from '../simulate/rows-beside.ts'
import type { RowsBeside } from '../simulate/rows-beside.ts'
import type { ServerPlace } from '../simulate/server-place.ts'
import type { Trace } from '../simulate/trace.ts'
import type { VirtualTime } from '../simulate/virtual-time.ts'

/** A terminal with its real store and services, and whoever works at it. */
export interface Station {
  readonly name: string
  readonly role: TerminalRole
  readonly toCloud: Weather
  /** The value of an answer; null when the terminal refuses. */
  readonly ask: (channel: string, input?: unknown) => Promise<unknown>
  /** Every row of a shared table by id, as canonical JSON. */
  readonly rows: (table: TableName) => ReadonlyMap<string, string>
  /** The power goes, and comes back. */
  readonly restart: () => Promise<void>
  /** Every sentence that a waiting room was given to say. */
  readonly said: ReadonlySet<string>
  /** Where its stick is plugged in. */
  readonly stick: string
  readonly close: () => Promise<void>
}

export interface StationWorld {
  readonly folder: string
  readonly time: VirtualTime
  readonly chance: Chance
  readonly trace: Trace
  readonly report: (fault: unknown, where: string) => void
  readonly root: string
  readonly hub: ServerPlace
  readonly cloud: ServerPlace
}

interface Place {
  readonly name: string
  readonly role: TerminalRole
  readonly code: string
  readonly operator: string
}

export const CLOUD = 'http://cloud.invalid'
export const HUB = 'http://hub.invalid'
/** These wait for an answer that comes over the network. */
const takesTime = new Set(['right.claim', 'sync.compare'])

export async function station(world: StationWorld, { name: label, role, code, operator }: Place): Promise<Station> {
  const { time, chance, root, report } = world
  const toCloud = fine()
  const ways: Readonly<Record<string, Transport>> = {
    [HUB]: lineTo(world.hub, fine(), world),
    [CLOUD]: lineTo(world.cloud, toCloud, world),
  }
  const said = new Set<string>()
  const stick = join(world.folder, `${label}-stick`)
  mkdirSync(stick)
  let life = 0
  let folder = join(world.folder, `${label}-0`)
  mkdirSync(folder)

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
        speech: SpeechSetting.parse({}),
      },
      now: () => new Date(time.now()),
      random: chance.bytes,
      hands: goodHands,
      tell: (name, payload) => {
        if (name !== 'announcement' || !alive()) return
        const { id, lines } = Announcement.parse(payload)
        for (const { text } of lines) said.add(text)
        // Its loudspeaker is quicker than any.
        time.after(1, () => void terminal.ask('display.said', { id, how: 'spoken' }))
      },
      timers: mortalTimers(time, alive),
      transport: (address) => async (request, signal) => {
        const line = ways[address]
        return line === undefined || !alive() ? { kind: 'lost' } : line(request, signal)
      },
      report: (fault, where) => {
        if (alive()) report(fault, `${label} ${where}`)
      },
    })
  }
  let terminal = await open()
  let beside: RowsBeside | null = null

  const answer = (channel: string, input: unknown) =>
    takesTime.has(channel) ? time.whilst(terminal.ask(channel, input)) : time.during(() => terminal.ask(channel, input))

  return {
    name: label,
    role,
    toCloud,
    said,
    stick,
    rows: (table) => (beside ??= rowsBeside(folder)).rows(table),
    async ask(channel, input = {}) {
      const reply = await answer(channel, input)
      if (reply.ok) return reply.value
      if (reply.refusal !== 'locked') return null
      await answer('session.unlock', { operator, pin: '2468' })
      const again = await answer(channel, input)
      return again.ok ? again.value : null
    },
    async restart() {
      life++
      const [fallen, old] = [terminal, folder]
      folder = join(world.folder, `${label}-${life}`)
      mkdirSync(folder)
      beside?.close()
      beside = null
      copyDisk(old, folder)
      terminal = await open()
      await fallen.close()
      removeDisk(old)
    },
    async close() {
      life++
      beside?.close()
      await terminal.close()
    },
  }
}
