import { PokeReply } from '../domain/wire/sync.ts'
import type { Caller } from './call.ts'
import type { SyncStore } from './sync-store.ts'

interface PokeWorld {
  readonly store: SyncStore
  readonly now: () => Date
  readonly after: (milliseconds: number, run: () => void) => () => void
  /** Whether HIMS answered the last one. */
  readonly heard: (answered: boolean) => void
  readonly wake: () => void
}

/** A poke comes within 25 s; this is when a silent one is given up. */
const PATIENCE = 35_000
/** An answer that comes this fast is followed by a pause: a server must not be stormed with questions. */
const QUICK = 100
const LONGEST_PAUSE = 60_000

/** Waits for news of HIMS beside the rounds, one question at a time, and wakes the client when there is an answer. */
export function poker(call: Caller, { store, now, after, heard, wake }: PokeWorld): () => void {
  let asking = false
  let failures = 0

  const ask = async (): Promise<void> => {
    const identity = store.identity()
    if (asking || identity === null) return
    asking = true
    const asked = now().getTime()
    const query = `?cursor=${store.position().cursor}`
    const question = { method: 'GET', path: '/sync/v1/poke', query, shape: PokeReply, identity } as const
    const answer = await call({ ...question, patience: PATIENCE })
    asking = false
    failures = answer.ok ? 0 : failures + 1
    heard(answer.ok)
    const quick = now().getTime() - asked < QUICK ? QUICK : 0
    after(answer.ok ? quick : Math.min(LONGEST_PAUSE, 50 * 2 ** failures), wake)
  }
  return () => void ask()
}
