import { sql } from 'kysely'

import type { Engine } from './engine.ts'
import type { Store } from './schema.ts'

/**
 * Runs some work in a durable transaction, and resolves only when it is on the disk. Works that arrive together share
 * one commit, which is what a disk can do only so often a second; one that throws undoes itself and no other.
 */
export type Commit = <Value>(weight: number, work: (store: Store) => Promise<Value>) => Promise<Value>

interface Waiting {
  readonly weight: number
  /** Runs the work and returns how to tell its sender once the commit holds. */
  readonly run: (store: Store) => Promise<() => void>
  readonly fail: (error: unknown) => void
}

/** So many mutations share a commit at most: a larger group would let its last sender starve. */
const HEAVIEST_GROUP = 500

export function groupCommit(engine: Engine, committed: () => void): Commit {
  const waiting: Waiting[] = []
  let draining = false

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) await commitTogether(engine, nextGroup(waiting), committed)
    draining = false
  }

  return <Value>(weight: number, work: (store: Store) => Promise<Value>) =>
    new Promise<Value>((resolve, reject) => {
      const run = async (store: Store): Promise<() => void> => {
        const value = await work(store)
        return () => resolve(value)
      }
      waiting.push({ weight, run, fail: reject })
      if (draining) return
      draining = true
      setImmediate(() => void drain())
    })
}

function nextGroup(waiting: Waiting[]): readonly Waiting[] {
  let weight = 0
  const cut = waiting.findIndex((entry, at) => (weight += entry.weight) > HEAVIEST_GROUP && at > 0)
  return waiting.splice(0, cut === -1 ? waiting.length : cut)
}

async function commitTogether(engine: Engine, group: readonly Waiting[], committed: () => void): Promise<void> {
  try {
    const tell = await engine.transact(async (store) => {
      const outcomes: (() => void)[] = []
      for (const entry of group) outcomes.push(await runOne(engine, store, entry))
      return outcomes
    })
    for (const outcome of tell) outcome()
    committed()
  } catch (error) {
    for (const entry of group) entry.fail(error)
  }
}

async function runOne(engine: Engine, store: Store, entry: Waiting): Promise<() => void> {
  await sql`savepoint work`.execute(store)
  try {
    const outcome = await entry.run(store)
    await sql`release work`.execute(store)
    return outcome
  } catch (error) {
    // Nothing in this transaction can be trusted to hold once the disk refuses.
    if (engine.faultOf(error) !== null) throw error
    await sql`rollback to work`.execute(store)
    await sql`release work`.execute(store)
    return () => entry.fail(error)
  }
}
