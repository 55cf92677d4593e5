import { scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { z } from 'zod'

import type { Session, staffShell } from '../../contract/shell.ts'
import { isHere, worksOn } from '../../domain/hospital/directory.ts'
import type { Operator } from '../../domain/hospital/operator.ts'
import type { OperatorId } from '../../domain/id.ts'
import type { TerminalRole } from '../../domain/wire/sync.ts'
import type { Save } from '../store/save.ts'
import type { Store } from '../store/store.ts'
import type { Bench } from './bench.ts'
import { badgeHolder } from './session-badge.ts'
import { FREE_TRIES, tryKeeper } from './session-tries.ts'
import type { Timers } from './world.ts'

type Answer = z.output<(typeof staffShell)['session.unlock']['output']>
type BadgeAnswer = z.output<(typeof staffShell)['session.badge']['output']>

export interface SessionKeeper {
  readonly now: () => Session
  operators(): { id: OperatorId; name: string }[]
  /** Who may open what wrong tries have locked, and give their word for a clerk's deed. */
  supervisors(): { id: OperatorId; name: string }[]
  unlock(operator: OperatorId, pin: string): Promise<Answer>
  /** What a badge does here; null when the text is none. */
  badge(text: string): BadgeAnswer | null
  /** Whether this is the PIN of somebody who works here; the session stays whose it is. */
  confirm(operator: OperatorId, pin: string): Promise<Answer>
  /** A supervisor's PIN takes another's wrong tries back. */
  forgive(operator: OperatorId, supervisor: OperatorId, pin: string): Promise<Answer>
  /** A supervisor's PIN stands for the next deed of this session that asks for one. */
  vouch(supervisor: OperatorId, pin: string): Promise<Answer>
  /** Whose right a deed for supervisors is done by, if anybody's: the word of another is used up by it. */
  supervisor(): OperatorId | null
  lock(): void
  /** Somebody is at work: the idle time begins anew. */
  active(): void
  /** Staff have changed: whoever may not work here any more is not kept at the desk. */
  staffChanged(): void
  close(): void
}

const IDLE = 10 * 60_000
/** For so long after a lock the badge alone lets its holder come back. */
const STEPPED_AWAY = 10 * 60_000
/** So long a supervisor's word waits for the deed it was given for. */
const WORD = 2 * 60_000

/** Who may unlock which terminal: a clerk gives out no medicines. */
const staffOf: Readonly<Record<TerminalRole, Operator['roles']>> = {
  desk: ['clerk', 'supervisor'],
  pharmacy: ['pharmacist', 'supervisor'],
  kiosk: [],
  doctor: ['doctor'],
  display: [],
  admin: ['administrator'],
}

/** Whose word opens what wrong tries have locked, at any terminal. */
const overseers: Operator['roles'] = ['supervisor', 'administrator']

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt)

interface SessionWorld {
  readonly now: () => Date
  /** The hospital's day, `YYYY-MM-DD`. */
  readonly today: () => string
  readonly timers: Timers
  readonly random: (bytes: number) => Uint8Array
  readonly changed: () => void
  /** What this session may do is not what it was: pages ask again. */
  readonly rightsChanged: () => void
  readonly isOldCopy: boolean
}

/** Unlocks with a PIN. The PIN guards the screen, not the data: it is never a key. */
export function sessionKeeper(
  store: Store,
  world: SessionWorld,
  /** Late, because what is saved names the operator of this session. */
  save: () => Save,
): SessionKeeper {
  const { role } = store.device.read()
  const { today, timers } = world
  const tries = tryKeeper({ store, save, timers, random: world.random, isOldCopy: world.isOldCopy })
  const away = new Map<OperatorId, () => void>()
  let session: Session = { kind: 'locked' }
  let day = today()
  let stopIdle = () => {}
  let stopWord = () => {}

  const isOneOf = (operator: Operator, wanted: Operator['roles']): boolean =>
    isHere(operator, store.device.read().facility?.code ?? null) &&
    worksOn(operator, today()) &&
    operator.roles.some((each) => wanted.includes(each))
  const worksHere = (operator: Operator): boolean => isOneOf(operator, staffOf[role])
  const isOverseer = (operator: Operator): boolean => isOneOf(operator, overseers)
  const listed = (may: (operator: Operator) => boolean) =>
    store.shared.operator
      .all()
      .filter(may)
      .map(({ id, name }) => ({ id, name }))

  const steppedAway = (operator: OperatorId) => {
    away.get(operator)?.()
    away.set(
      operator,
      timers.after(STEPPED_AWAY, () => void away.delete(operator)),
    )
  }
  const lock = () => {
    stopIdle()
    stopWord()
    if (session.kind === 'locked') return
    save()((write) => write.audit('session.locked', ''))
    steppedAway(session.operator)
    session = { kind: 'locked' }
    world.changed()
  }
  const open = ({ id, name }: Pick<Operator, 'id' | 'name'>, deed: string) => {
    lock()
    away.get(id)?.()
    away.delete(id)
    session = { kind: 'unlocked', operator: id, name }
    save()((write) => {
      tries.clear(id)
      write.audit(deed, id)
    })
    active()
    world.changed()
  }
  const takeWordBack = () => {
    stopWord()
    if (session.kind === 'locked' || session.word === undefined) return
    const { operator, name } = session
    session = { kind: 'unlocked', operator, name }
    world.changed()
    world.rightsChanged()
  }
  const recheck = () => {
    day = today()
    for (const [id, forget] of away) {
      const operator = store.shared.operator.get(id)
      if (operator !== null && worksHere(operator)) continue
      forget()
      away.delete(id)
    }
    const operator = session.kind === 'unlocked' ? store.shared.operator.get(session.operator) : null
    if (session.kind === 'unlocked' && (operator === null || !worksHere(operator))) lock()
    const word = session.kind === 'unlocked' ? session.word : undefined
    const giver = word === undefined ? null : store.shared.operator.get(word.operator)
    if (giver === null || !isOverseer(giver)) takeWordBack()
  }
  const active = () => {
    stopIdle()
    if (day !== today()) recheck()
    if (session.kind === 'unlocked') stopIdle = timers.after(IDLE, lock)
  }

  const waiting = (milliseconds: number): Answer => ({
    kind: 'wait',
    until: new Date(world.now().getTime() + milliseconds).toISOString(),
  })
  const tried = async (id: OperatorId, pin: string, may: (operator: Operator) => boolean): Promise<Answer> => {
    const operator = store.shared.operator.get(id)
    const left = tries.left(id)
    if (left > 0) return waiting(left)
    // Before the answer is worked out: pulling the plug must not give the try back.
    const noted = save()((write) => {
      write.audit('session.tried', id)
      return tries.count(id)
    })
    if (noted.ok && operator !== null && may(operator) && (await fits(operator, pin)))
      return { kind: 'unlocked', name: operator.name }
    const { failures, wait } = noted.ok ? noted.value : { failures: FREE_TRIES - 1, wait: 0 }
    return wait > 0 ? waiting(wait) : { kind: 'wrong', triesLeft: Math.max(0, FREE_TRIES - failures) }
  }
  const proved = (id: OperatorId, deed: string, subject: string) =>
    save()((write) => {
      tries.clear(id)
      write.audit(deed, subject)
    })

  return {
    now: () => session,
    lock,
    active,
    staffChanged: recheck,
    operators: () => listed(worksHere),
    supervisors: () => listed(isOverseer),
    close() {
      stopIdle()
      stopWord()
      for (const forget of away.values()) forget()
      tries.close()
    },
    async unlock(id, pin) {
      const answer = await tried(id, pin, worksHere)
      if (answer.kind === 'unlocked') open({ id, name: answer.name }, 'session.unlocked')
      return answer
    },
    badge(text) {
      const found = badgeHolder(store, text)
      if (found === null) return null
      if (found.kind === 'unknown' || !worksHere(found.operator)) return { kind: 'refused' }
      const { id, name } = found.operator
      if (session.kind === 'unlocked' && session.operator === id) return { kind: 'at-work', operator: id, name }
      // A copied code must not lend a supervisor's rights, not even for the moment somebody is away.
      const mayReturn = away.has(id) && tries.left(id) === 0 && !isOverseer(found.operator)
      if (session.kind === 'unlocked' || !mayReturn) return { kind: 'named', operator: id, name }
      open({ id, name }, 'session.returned')
      return { kind: 'unlocked', operator: id, name }
    },
    async confirm(id, pin) {
      const answer = await tried(id, pin, worksHere)
      if (answer.kind === 'unlocked') proved(id, 'session.confirmed', id)
      return answer
    },
    async forgive(id, supervisor, pin) {
      const answer = await tried(supervisor, pin, (operator) => operator.id !== id && isOverseer(operator))
      if (answer.kind !== 'unlocked') return answer
      proved(supervisor, 'session.forgiven', `${supervisor} ${id}`)
      save()(() => tries.clear(id))
      return answer
    },
    async vouch(supervisor, pin) {
      const answer = await tried(supervisor, pin, isOverseer)
      if (answer.kind !== 'unlocked' || session.kind === 'locked') return answer
      proved(supervisor, 'session.vouched', supervisor)
      stopWord()
      session = { ...session, word: { operator: supervisor, name: answer.name } }
      stopWord = timers.after(WORD, takeWordBack)
      world.changed()
      world.rightsChanged()
      return answer
    },
    supervisor() {
      if (session.kind === 'locked') return null
      const { operator, word } = session
      const own = store.shared.operator.get(operator)
      if (own?.roles.includes('supervisor') === true) return operator
      if (word === undefined) return null
      takeWordBack()
      return word.operator
    },
  }
}

/** Whether whoever has unlocked this terminal is a supervisor, or has one's word for the next deed. */
export function isSupervisor({ store, session }: Pick<Bench, 'store' | 'session'>): boolean {
  const now = session()
  if (now.kind === 'locked') return false
  return now.word !== undefined || (store.shared.operator.get(now.operator)?.roles.includes('supervisor') ?? false)
}

async function fits({ pin: { salt, hash, cost, block, parallel } }: Operator, pin: string): Promise<boolean> {
  const options = { N: cost, r: block, p: parallel, maxmem: 256 * cost * block }
  const made = await derive(pin, Buffer.from(salt, 'hex'), 32, options)
  return timingSafeEqual(made, Buffer.from(hash, 'hex'))
}
