import { z } from 'zod'

import type { Result } from '../../domain/result.ts'
import { EmergencyKey } from '../../domain/wire/card-lists.ts'
import { PokeReply } from '../../domain/wire/sync.ts'
import type { SyncProblem } from '../../domain/wire/sync.ts'
import type { Store, TerminalTable } from '../database/schema.ts'
import type { Pushed } from '../mutation/push.ts'
import type { RawRequest } from '../sync/signed-request.ts'
import type { OfferedBundleKey } from '../bundle/bundle-key.ts'
import { keptAnswer } from './kept-answer.ts'
import { keptBundleKey } from './kept-bundle-key.ts'
import { takeAndQueue } from './queue-push.ts'
import { hubRound, learnTerminals, takeEmergencyKeys } from './round.ts'
import type { HubRoundWorld, RoundProblem } from './round.ts'
import { hubSelf } from './self.ts'
import type { RelayedAnswer, Upstream } from './upstream.ts'

/** How the link to the HIMS above stands. */
export type HubLink =
  | { readonly kind: 'joining' }
  | { readonly kind: 'online' }
  | { readonly kind: 'away'; readonly since: number }
  | { readonly kind: 'refused'; readonly problem: string }

/** A hospital's own server: what it does beyond what every HIMS does. */
export interface Hub {
  /** Keeps going until it is stopped. */
  readonly start: () => void
  readonly stop: () => Promise<void>
  readonly link: () => HubLink
  /** Asks the HIMS above who the terminals are; false when it was asked a moment ago or does not answer. */
  readonly learnTerminals: () => Promise<boolean>
  /** Records that the HIMS above has not acknowledged. */
  readonly waiting: () => Promise<number>
  /** Something is to be sent, or a terminal is not known: goes to the HIMS above at once. */
  readonly wake: () => void
  readonly take: (
    store: Store,
    from: { readonly terminal: TerminalTable; readonly raw: RawRequest },
    push: () => Promise<Result<Pushed, SyncProblem>>,
  ) => Promise<Result<Pushed, SyncProblem>>
  /** A terminal's own signed request, answered by the HIMS above; null while it is away. */
  readonly relay: (raw: RawRequest) => Promise<RelayedAnswer | null>
  readonly emergencyKeys: () => Promise<readonly EmergencyKey[]>
  /** What the HIMS above last said of its key for bundles. */
  readonly bundleKey: () => Promise<OfferedBundleKey>
  /** Whether the HIMS above waits for what this pharmacy holds. */
  readonly tellRights: (terminal: string) => { readonly tellRights?: readonly string[] }
  /** The HIMS above has heard it. */
  readonly toldRights: (terminal: string) => void
}

export interface HubTimers {
  /** Calls once after so many milliseconds unless it is cancelled. */
  readonly after: (milliseconds: number, run: () => void) => () => void
}

interface HubWorld extends Omit<HubRoundWorld, 'upstream' | 'askedToTell'> {
  readonly upstream: Upstream
  /** Aborted when the hub stops, and with it every question to the HIMS above. */
  readonly ending: AbortController
  readonly timers: HubTimers
  readonly report: (fault: unknown) => void
}

const SOONEST = 200
const LONGEST = 15_000
/** In the first minute of a cut the line is tried this often at least: most cuts are short. */
const SHORT = 1000
const FIRST_MINUTE = 60_000
const IDLE = 30_000
const KEYS_EVERY = 10 * 60_000
const LEARN_EVERY = 2000
const POKE_PATIENCE = 35_000

const relayed = ['content-type', 'content-encoding', 'content-digest', 'signature-input', 'signature', 'accept']

/** Puts a hub together; nothing runs before `start`. */
export function hubOver(world: HubWorld): Hub {
  const { store, issuer, upstream, timers, ending } = world
  let link: HubLink = { kind: 'joining' }
  let failures = 0
  let woken = false
  let keysAt = Number.NEGATIVE_INFINITY
  let learntAt = Number.NEGATIVE_INFINITY
  let wake = () => {}
  let running: Promise<void> = Promise.resolve()
  let poking = false
  /** Pharmacies of this hospital whose rights the HIMS above asks for. */
  let asked = new Set<string>()

  const wakeNow = () => {
    woken = true
    wake()
  }
  const sleep = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const cancel = timers.after(milliseconds, resolve)
      wake = () => {
        cancel()
        resolve()
      }
      if (woken || ending.signal.aborted) wake()
    })

  async function round(): Promise<number> {
    woken = false
    try {
      const outcome = await hubRound({ ...world, askedToTell: (pharmacies) => void (asked = new Set(pharmacies)) })
      if (!outcome.ok) return failed(outcome.problem)
      link = { kind: 'online' }
      failures = 0
      if (issuer.now() - keysAt > KEYS_EVERY && (await takeEmergencyKeys(world)).ok) keysAt = issuer.now()
      void poke()
      return IDLE
    } catch (fault) {
      world.report(fault)
      return failed({ kind: 'away' })
    }
  }

  function failed(problem: RoundProblem): number {
    if (problem.kind === 'away') {
      link = link.kind === 'away' ? link : { kind: 'away', since: issuer.now() }
    } else link = { kind: 'refused', problem: problem.kind === 'no-code' ? problem.kind : problem.problem }
    failures += 1
    const lostFor = link.kind === 'away' ? issuer.now() - link.since : 0
    const longest = lostFor < FIRST_MINUTE ? SHORT : LONGEST
    // Full jitter, so that the hubs of a city do not return as one.
    return SOONEST + Math.min(longest, SOONEST * 2 ** Math.min(failures, 10)) * ((issuer.random(1)[0] ?? 0) / 255)
  }

  /** Waits at the HIMS above for something new, beside the rounds. */
  async function poke(): Promise<void> {
    if (poking || ending.signal.aborted) return
    poking = true
    const self = await hubSelf(store, issuer)
    const path = `/sync/v1/poke?cursor=${self.cursor}`
    await upstream.ask({ method: 'GET', path, shape: PokeReply, self, patience: POKE_PATIENCE })
    poking = false
    timers.after(SOONEST, wakeNow)
  }

  async function run(): Promise<void> {
    while (!ending.signal.aborted) await sleep(await round())
  }

  return {
    start: () => {
      running = run()
    },
    stop: async () => {
      ending.abort()
      wake()
      await running
    },
    link: () => link,
    async learnTerminals() {
      if (issuer.now() - learntAt < LEARN_EVERY) return false
      learntAt = issuer.now()
      const self = await hubSelf(store, issuer)
      return self.terminal !== null && (await learnTerminals(world, self)).ok
    },
    async waiting() {
      const { count } = await store
        .selectFrom('forward')
        .select(({ fn }) => fn.countAll<number | string>().as('count'))
        .executeTakeFirstOrThrow()
      return Number(count)
    },
    wake: wakeNow,
    async take(write, from, push) {
      const pushed = await takeAndQueue(write, from, issuer, push)
      // The commit comes first; one that fails is sent again by its terminal.
      timers.after(1, wakeNow)
      return pushed
    },
    async relay({ method, url, header, body }) {
      if (link.kind === 'away') return null
      const headers = Object.fromEntries(
        relayed.flatMap((name) => {
          const value = header(name)
          return value === undefined ? [] : [[name, value] as const]
        }),
      )
      return upstream.relay({ method, url, headers, body })
    },
    async emergencyKeys() {
      const kept = z
        .object({ emergency: z.array(EmergencyKey) })
        .safeParse(await keptAnswer(store, issuer, 'emergency'))
      return kept.success ? kept.data.emergency : []
    },
    bundleKey: () => keptBundleKey(store, issuer),
    tellRights: (terminal) => (asked.has(terminal) ? { tellRights: [terminal] } : {}),
    toldRights: (terminal) => void asked.delete(terminal),
  }
}
