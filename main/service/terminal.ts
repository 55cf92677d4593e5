import type { z } from 'zod'

import type { Contract, Reply } from '../../contract/channel.ts'
import { admin } from '../../contract/admin.ts'
import { desk } from '../../contract/desk.ts'
import { display } from '../../contract/display.ts'
import { doctor } from '../../contract/doctor.ts'
import { kiosk } from '../../contract/kiosk.ts'
import { pharmacy } from '../../contract/pharmacy.ts'
import { shell } from '../../contract/shell.ts'
import type { StoreState } from '../../contract/shell.ts'
import type { DeviceHealth } from '../../domain/print/outcome.ts'
import type { ScanEvent } from '../../domain/scan/scan-event.ts'
import type { ScannerSeen } from '../../domain/scan/scanner-seen.ts'
import type { TerminalRole } from '../../domain/wire/sync.ts'
import { refuse, serve } from '../ipc/serve.ts'
import type { Answerer } from '../ipc/serve.ts'
import type { ClosedCause } from '../store/database.ts'
import { isDamage } from '../store/cause.ts'
import { openOrRescue, openRescued } from '../store/open-or-rescue.ts'
import { beforeOpening } from './before-opening.ts'
import { openTerminalAt } from './open-terminal.ts'
import { recoverKey } from './recover-key.ts'
import { closedStatus } from './status.ts'
import type { TerminalWorld } from './world.ts'

type State = z.infer<typeof StoreState>

/** The brain of a terminal: every question of its pages is answered here, with or without a network. */
export interface Terminal {
  ask(channel: string, input: unknown): Promise<Reply>
  scanned(event: ScanEvent): void
  scanners(seen: readonly ScannerSeen[]): void
  health(devices: readonly DeviceHealth[]): void
  state(): State
  close(): Promise<void>
}

const contracts: Readonly<Record<TerminalRole, Contract>> = {
  desk: desk.channels,
  pharmacy: pharmacy.channels,
  kiosk: kiosk.channels,
  doctor: doctor.channels,
  display: display.channels,
  admin: admin.channels,
}

export async function openTerminal(world: TerminalWorld): Promise<Terminal> {
  const { folder, role } = world.setting
  let key = beforeOpening(world)
  let healing: Promise<void> | null = null
  const open = (rotten: boolean): TerminalPart => {
    const place = { folder, key, role, seed: world.random(32) }
    const opened = (rotten ? openRescued : openOrRescue)(place, world.now)
    if (!opened.ok) return closedTerminal(world, opened.problem)
    const report: TerminalWorld['report'] = (fault, where) => {
      world.report(fault, where)
      if (isDamage(fault)) void heal()
    }
    const inside = { ...world, setting: { ...world.setting, key }, report, damaged: () => void heal() }
    try {
      return openTerminalAt(inside, opened.value)
    } catch (fault) {
      opened.value.close()
      if (!isDamage(fault) || rotten) throw fault
      return open(true)
    }
  }
  /** Damage that shows while the store is open: it is closed and opened again, which sets it aside. */
  const heal = (rotten = true): Promise<void> =>
    (healing ??= part
      .close()
      .then(() => void (part = open(rotten)))
      .finally(() => (healing = null)))
  let part = open(false)
  const recover = async (input: unknown): Promise<Reply> => {
    const { code } = shell['terminal.recover'].input.parse(input)
    const found = await recoverKey(world, code)
    if (!found.ok) return { ok: true, value: { kind: 'refused', cause: found.problem } }
    key = found.value
    world.keyRecovered?.(key)
    await heal(false)
    return { ok: true, value: { kind: 'recovered' } }
  }
  const answerOrHeal: Answerer = async (channel, input) => {
    await healing
    // Only while the records are closed: an open terminal has its key.
    if (channel === 'terminal.recover') return part.state.kind === 'closed' ? recover(input) : refuse('unknown-channel')
    try {
      return await part.answer(channel, input)
    } catch (fault) {
      if (!isDamage(fault)) throw fault
      await heal()
      return part.answer(channel, input)
    }
  }
  const answer = serve(contracts[role], answerOrHeal, world.report)
  return {
    ask: (channel, input) => answer({ trusted: true }, channel, input),
    scanned: (event) => part.scanned(event),
    scanners: (seen) => part.scanners(seen),
    health: (devices) => part.health(devices),
    state: () => part.state,
    async close() {
      await healing
      await part.close()
    },
  }
}

export interface TerminalPart extends Pick<Terminal, 'scanned' | 'scanners' | 'health' | 'close'> {
  readonly answer: Answerer
  readonly state: State
}

/** What is left when the data cannot be read: it says why, and changes nothing. */
function closedTerminal(world: TerminalWorld, cause: ClosedCause): TerminalPart {
  let devices: readonly DeviceHealth[] = []
  const status = () => closedStatus(world.setting, cause, { devices })
  return {
    state: { kind: 'closed', cause },
    scanned: () => {},
    scanners: () => {},
    close: async () => {},
    health(now) {
      devices = now
      world.tell('status', status())
    },
    answer: async (channel) => (channel === 'terminal.status' ? { ok: true, value: status() } : refuse('store-closed')),
  }
}
