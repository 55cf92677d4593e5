import type { CardId } from '../domain/id.ts'
import type { FindBy } from '../domain/wire/find.ts'
import type { RightReply, RightRequest } from '../domain/wire/right.ts'
import { unreachable } from '../domain/result.ts'
import { LookupReply } from '../domain/wire/sync.ts'
import { backoff } from './backoff.ts'
import { offline } from './outcome.ts'
import type { Foreign } from './call.ts'
import type { Outcome } from './outcome.ts'
import { askFind } from './find.ts'
import type { Found } from './find.ts'
import { poker } from './poke.ts'
import { askRight } from './right.ts'
import { oneRound } from './round.ts'
import type { RoundWorld } from './round.ts'
import { serversOf } from './servers.ts'
import type { ServerAddress } from './servers.ts'

export type LinkState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'online'; readonly lastAnswer: string }
  | {
      readonly kind: 'offline'
      readonly since: string
      readonly nextTry: string
      readonly cause: OfflineCause
      readonly reason?: Foreign
    }
  | Extract<Outcome, { readonly kind: 'not-enrolled' | 'refused' }>

type OfflineCause = Extract<Outcome, { readonly kind: 'offline' }>['cause']

/** Another way to keep a store and a server the same, in the place of `/sync/v1`. */
export interface Peer {
  /** `greeted` while the server has been the same since the last round. */
  round(greeted: boolean): Promise<Outcome>
  /** A card that is not known here; null when nobody answered. */
  found(card: CardId): Promise<LookupReply | null>
  find(by: FindBy): Promise<Found>
  right(request: RightRequest): Promise<RightReply | null>
}

export interface SyncWorld extends Omit<RoundWorld, 'address'> {
  /** Where HIMS is, the one that is wanted most first. */
  readonly servers: readonly ServerAddress[]
  /** Whom to talk to instead of them. */
  readonly peer?: (signal: AbortSignal) => Peer
  readonly random: (bytes: number) => Uint8Array
  readonly after: (milliseconds: number, run: () => void) => () => void
  readonly linkChanged: (link: LinkState) => void
  readonly report: (fault: unknown, where: string) => void
}

export interface SyncClient {
  /** Something waits to be sent. */
  kick(): void
  link(): LinkState
  /** Asks HIMS for a card that is not known here; true when that brought something. */
  lookUp(card: CardId): Promise<boolean>
  /** Looks for people beyond those that are held here. */
  find(by: FindBy): Promise<Found>
  /** Asks HIMS for rights; null when it did not answer. */
  right(request: RightRequest): Promise<RightReply | null>
  stop(): Promise<void>
}

/** Even if every poke were lost, changes come this often. */
const IDLE = 45_000
/** A server that pokes nobody is asked as often as this. */
const IDLE_UNPOKED = 15_000
const SOONEST_RETRY = 2000
const LOOKUP_PATIENCE = 5000

/** Keeps a terminal and HIMS the same, round after round, for as long as the terminal runs. */
export function startSync(world: SyncWorld): SyncClient {
  const { store, now, after } = world
  const ending = new AbortController()
  let link: LinkState = { kind: 'connecting' }
  let greeted = false
  let failures = 0
  let kicked = false
  let lastTry = 0
  let wake = () => {}

  const servers = serversOf({
    servers: world.servers,
    store,
    now,
    after,
    signal: ending.signal,
    nonce: () => Buffer.from(world.random(12)).toString('base64url'),
    changed() {
      greeted = false
      kickNow()
    },
  })
  const { call } = servers
  const peer = world.peer?.(ending.signal) ?? null

  const show = (next: LinkState) => {
    link = next
    world.linkChanged(next)
  }
  const sleep = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const cancel = after(milliseconds, resolve)
      wake = () => {
        cancel()
        resolve()
      }
      if (kicked || ending.signal.aborted) wake()
    })
  const round = async (): Promise<Outcome> => {
    kicked = false
    lastTry = now().getTime()
    try {
      if (peer !== null) {
        const said = await peer.round(greeted)
        greeted = said.kind === 'online'
        return said
      }
      servers.begin()
      let outcome = await oneRound(call, { ...world, address: servers.address() }, greeted)
      while (isElsewhere(outcome) && servers.next()) {
        kicked = false
        outcome = await oneRound(call, { ...world, address: servers.address() }, false)
      }
      servers.look()
      greeted = outcome.kind === 'online'
      return outcome
    } catch (fault) {
      world.report(fault, 'sync')
      greeted = false
      return offline('busy')
    }
  }
  function kickNow(): void {
    kicked = true
    wake()
  }
  const poke = poker(call, {
    store,
    now,
    after,
    wake: kickNow,
    heard(answered) {
      greeted &&= answered
      if (answered && link.kind === 'online') show({ kind: 'online', lastAnswer: now().toISOString() })
    },
  })
  const pauseAfter = (outcome: Outcome): number => {
    const random = (world.random(1)[0] ?? 0) / 255
    switch (outcome.kind) {
      case 'online':
        failures = 0
        if (peer !== null) return IDLE_UNPOKED
        poke()
        return IDLE
      case 'offline':
      case 'not-enrolled': {
        failures++
        const waits = outcome.kind === 'not-enrolled' && outcome.cause !== 'unreachable'
        const lostFor = link.kind === 'offline' ? now().getTime() - Date.parse(link.since) : failures * 1000
        return waits ? IDLE : backoff(lostFor, failures, outcome.kind === 'offline' ? outcome.retryAfter : null, random)
      }
      case 'refused':
        return IDLE
      default:
        return unreachable(outcome)
    }
  }
  const run = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      const outcome = await round()
      if (ending.signal.aborted) return
      const pause = pauseAfter(outcome)
      show(linkOf(outcome, link, now(), pause))
      await sleep(pause)
    }
  }
  const rightOf = async (asked: Peer, request: RightRequest): Promise<RightReply | null> => {
    const reply = await asked.right(request)
    if (reply === null || ending.signal.aborted) return null
    return store.rightsCame(reply) === 'kept' ? reply : null
  }
  const running = run()

  return {
    link: () => link,
    kick() {
      const wait = link.kind === 'offline' ? SOONEST_RETRY - Math.abs(now().getTime() - lastTry) : 0
      if (wait <= 0) kickNow()
      else after(wait, kickNow)
    },
    async lookUp(card) {
      const identity = store.identity()
      if (identity === null || link.kind !== 'online') return false
      if (peer !== null) {
        const said = await peer.found(card)
        return !ending.signal.aborted && said !== null && said.person !== null && store.found(said) === 'kept'
      }
      const path = `/sync/v1/card/${card}`
      const answer = await call({ method: 'GET', path, shape: LookupReply, identity, patience: LOOKUP_PATIENCE })
      if (ending.signal.aborted || !answer.ok) return false
      return answer.value.value.person !== null && store.found(answer.value.value) === 'kept'
    },
    async find(by) {
      if (link.kind !== 'online') return { kind: 'away' }
      const found = await (peer === null ? askFind(call, store, by) : peer.find(by))
      return ending.signal.aborted ? { kind: 'away' } : found
    },
    async right(request) {
      if (link.kind !== 'online') return null
      const reply = peer === null ? await askRight(call, store, request) : await rightOf(peer, request)
      if (ending.signal.aborted) return null
      // What came with the answer comes again with its version, and a wish may be met at once.
      if (reply !== null) kickNow()
      return reply
    },
    async stop() {
      ending.abort()
      wake()
      await running
    },
  }
}

/** Nobody, or nobody who is HIMS, answered: another address may. */
const isElsewhere = (outcome: Outcome): boolean =>
  (outcome.kind === 'offline' && outcome.cause !== 'busy') ||
  (outcome.kind === 'not-enrolled' && outcome.cause === 'unreachable')

function linkOf(outcome: Outcome, before: LinkState, now: Date, pause: number): LinkState {
  switch (outcome.kind) {
    case 'online':
      return { kind: 'online', lastAnswer: now.toISOString() }
    case 'offline': {
      const since = before.kind === 'offline' ? before.since : now.toISOString()
      const nextTry = new Date(now.getTime() + pause).toISOString()
      const reason = outcome.reason === null ? {} : { reason: outcome.reason }
      return { kind: 'offline', since, nextTry, cause: outcome.cause, ...reason }
    }
    case 'not-enrolled':
    case 'refused':
      return outcome
    default:
      return unreachable(outcome)
  }
}
