import type { Caller } from './call.ts'
import { cardLists, delegate } from './card-lists.ts'
import { deposit } from './deposit.ts'
import { compare } from './digest.ts'
import { enrol } from './enrol.ts'
import { hello } from './hello.ts'
import { lease } from './lease.ts'
import { refusedFor } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import { pullAll } from './pull.ts'
import { pushAll } from './push.ts'
import type { SyncStore } from './sync-store.ts'

export interface RoundWorld {
  readonly store: SyncStore
  /** The one-time code of an enrolment that may still have to be done. */
  readonly code: string | null
  readonly now: () => Date
  /** Of the server that is asked. */
  readonly address: string
  /** Pulls on a thread of its own; null when that has gone. */
  readonly pullBeside?: (address: string) => Promise<Outcome | null>
}

/** Enrol, greet, lease, push everything, pull everything, take the lists about cards; the first step that fails ends it. */
export async function oneRound(call: Caller, world: RoundWorld, greeted: boolean): Promise<Outcome> {
  const { store, code, now, address } = world
  if (store.identity() === null) {
    const outcome = await enrol(call, store, code)
    if (outcome.kind !== 'online') return outcome
  }
  const identity = store.identity()
  if (identity === null) return refusedFor('not-enrolled')
  if (store.position().isFenced === true && (code === null || store.usedCode(code))) return refusedFor('fenced')
  const steps = [
    ...(greeted ? [] : [(asked: Caller, kept: SyncStore, who: typeof identity) => hello(asked, kept, who, address)]),
    lease,
    pushAll,
    async (asked: Caller, kept: SyncStore, who: typeof identity) =>
      (await world.pullBeside?.(address)) ?? pullAll(asked, kept, who, now),
    deposit,
    delegate,
    cardLists,
    (asked: Caller, kept: SyncStore, who: typeof identity) => compare(asked, kept, who, now),
    // Departments that only just came need numbers as well.
    lease,
  ]
  for (const step of steps) {
    const outcome = await step(call, store, identity)
    if (outcome.kind === 'refused' && outcome.cause !== 'update-needed' && code !== null && !store.usedCode(code)) {
      store.forgetIdentity()
      return oneRound(call, world, false)
    }
    if (outcome.kind !== 'online') return outcome
  }
  return { kind: 'online' }
}
