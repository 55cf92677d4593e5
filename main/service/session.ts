import { scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { z } from 'zod'

import type { Session, staffShell } from '../../contract/shell.ts'
import type { Operator } from '../../domain/hospital/operator.ts'
import type { OperatorId } from '../../domain/id.ts'
import type { TerminalRole } from '../../domain/wire/sync.ts'
import type { Save } from '../store/save.ts'
import type { Store } from '../store/store.ts'
import type { Tries } from '../store/try-table.ts'
import type { Bench } from './bench.ts'
import type { Timers } from './world.ts'

type Answer = z.output<(typeof staffShell)['session.unlock']['output']>

export interface SessionKeeper {
  readonly now: () => Session
  operators(): { id: OperatorId; name: string }[]
  unlock(operator: OperatorId, pin: string): Promise<Answer>
  /** Whether this is the PIN of somebody who works here; the session stays whose it is. */
  confirm(operator: OperatorId, pin: string): Promise<Answer>
  lock(): void
  /** Somebody is at work: the idle time begins anew. */
  active(): void
  close(): void
}

const FREE_TRIES = 5
const FIRST_WAIT = 30_000
const LONGEST_WAIT = 30 * 60_000
const IDLE = 10 * 60_000

/** Who may unlock which terminal: a clerk gives out no medicines. */
const staffOf: Readonly<Record<TerminalRole, Operator['roles']>> = {
  desk: ['clerk', 'supervisor'],
  pharmacy: ['pharmacist', 'supervisor'],
  kiosk: [],
  doctor: ['doctor'],
  display: [],
  admin: ['administrator'],
}

const worksHere = ({ roles }: Operator, terminal: TerminalRole): boolean =>
  roles.some((role) => staffOf[terminal].includes(role))

/** Whether whoever has unlocked this terminal is a supervisor. */
export function isSupervisor({ store, session }: Pick<Bench, 'store' | 'session'>): boolean {
  const now = session()
  if (now.kind === 'locked') return false
  return store.shared.operator.get(now.operator)?.roles.includes('supervisor') ?? false
}

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt)

/** Unlocks with a PIN. The PIN guards the screen, not the data: it is never a key. */
export function sessionKeeper(
  store: Store,
  world: { readonly now: () => Date; readonly timers: Timers; readonly changed: () => void },
  /** Late, because what is saved names the operator of this session. */
  save: () => Save,
): SessionKeeper {
  const { role } = store.device.read()
  let session: Session = { kind: 'locked' }
  let stopIdle = () => {}

  const lock = () => {
    stopIdle()
    if (session.kind === 'locked') return
    save()((write) => write.audit('session.locked', ''))
    session = { kind: 'locked' }
    world.changed()
  }
  const active = () => {
    stopIdle()
    if (session.kind === 'unlocked') stopIdle = world.timers.after(IDLE, lock)
  }

  const tried = async (id: OperatorId, pin: string): Promise<Answer> => {
    const operator = store.shared.operator.get(id)
    const now = world.now().getTime()
    const before = steady(store, id, now)
    const waitUntil = before.notedAt + before.wait
    if (now < waitUntil) return { kind: 'wait', until: new Date(waitUntil).toISOString() }
    const failures = before.failures + 1
    const tries = { failures, notedAt: now, wait: waitAfter(failures) }
    // Before the answer is worked out: pulling the plug must not give the try back.
    const noted = save()((write) => {
      store.tries.write(id, tries)
      write.audit('session.tried', id)
    })
    if (!noted.ok || operator === null || !worksHere(operator, role) || !(await fits(operator, pin)))
      return wrong(tries)
    return { kind: 'unlocked', name: operator.name }
  }

  return {
    now: () => session,
    lock,
    active,
    close: () => stopIdle(),
    operators: () =>
      store.shared.operator
        .all()
        .filter((operator) => worksHere(operator, role))
        .map(({ id, name }) => ({ id, name })),
    async unlock(id, pin) {
      const answer = await tried(id, pin)
      if (answer.kind !== 'unlocked') return answer
      lock()
      session = { kind: 'unlocked', operator: id, name: answer.name }
      save()((write) => {
        store.tries.clear(id)
        write.audit('session.unlocked', id)
      })
      active()
      world.changed()
      return answer
    },
    async confirm(id, pin) {
      const answer = await tried(id, pin)
      if (answer.kind !== 'unlocked') return answer
      save()((write) => {
        store.tries.clear(id)
        write.audit('session.confirmed', id)
      })
      return answer
    },
  }
}

/** When the clock was set back, the whole wait begins anew: setting it must not shorten anything. */
function steady(store: Store, id: OperatorId, now: number): Tries {
  const tries = store.tries.read(id)
  if (now >= tries.notedAt) return tries
  const moved = { ...tries, notedAt: now }
  store.tries.write(id, moved)
  return moved
}

const waitAfter = (failures: number): number =>
  failures < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(16, failures - FREE_TRIES))

const wrong = ({ failures, notedAt, wait }: Tries): Answer =>
  wait === 0
    ? { kind: 'wrong', triesLeft: FREE_TRIES - failures }
    : { kind: 'wait', until: new Date(notedAt + wait).toISOString() }

async function fits({ pin: { salt, hash, cost, block, parallel } }: Operator, pin: string): Promise<boolean> {
  const options = { N: cost, r: block, p: parallel, maxmem: 256 * cost * block }
  const made = await derive(pin, Buffer.from(salt, 'hex'), 32, options)
  return timingSafeEqual(made, Buffer.from(hash, 'hex'))
}
