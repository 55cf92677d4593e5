import { CompiledQuery } from 'kysely'

import { reached } from '../point.ts'
import type { Engine } from './engine.ts'
import type { Store } from './schema.ts'
import { storeOf, unitOver } from './unit.ts'
import type { Unit } from './unit.ts'

/** How a work goes into a unit with others. */
export interface UnitPlan {
  /** Whose work it is: each has its turn. */
  readonly lane: string
  /** What it will read, in steps: the second may look at what the first found. */
  readonly ahead: readonly ((unit: Unit) => void)[]
}

/**
 * Runs some work in a durable transaction, and resolves only when it is on the disk. Works that arrive together share
 * one commit, which is what a disk can do only so often a second; one that throws undoes itself and no other. With a plan
 * it also shares what is read and written; it may then run a second time, when the group it was in could not be kept.
 */
export type Commit = <Value>(weight: number, work: (store: Store) => Promise<Value>, plan?: UnitPlan) => Promise<Value>

interface Waiting {
  readonly weight: number
  readonly plan: UnitPlan | null
  /** Runs the work and returns how to tell its sender once the commit holds. */
  readonly run: (store: Store) => Promise<() => void>
  readonly fail: (error: unknown) => void
}

type Tell = () => void

/** So many mutations share a commit at most: a larger group would let its last sender starve. */
const HEAVIEST_GROUP = 1000

export function groupCommit(engine: Engine, committed: () => void): Commit {
  const lanes = new Map<string, Waiting[]>()
  let draining = false

  const drain = async (): Promise<void> => {
    while (lanes.size > 0) {
      // What has arrived meanwhile goes along.
      await new Promise((resolve) => setImmediate(resolve))
      await commitTogether(engine, nextGroup(lanes), committed)
    }
    draining = false
  }

  return <Value>(weight: number, work: (store: Store) => Promise<Value>, plan: UnitPlan | null = null) =>
    new Promise<Value>((resolve, reject) => {
      const run = async (store: Store): Promise<Tell> => {
        const value = await work(store)
        return () => resolve(value)
      }
      const lane = plan?.lane ?? ''
      const queue = lanes.get(lane) ?? []
      lanes.set(lane, queue)
      queue.push({ weight, plan, run, fail: reject })
      if (draining) return
      draining = true
      void drain()
    })
}

/** One work of every lane in turn; a lane that had its turn goes to the end. */
function nextGroup(lanes: Map<string, Waiting[]>): readonly Waiting[] {
  const group: Waiting[] = []
  let weight = 0
  for (;;) {
    const [next] = lanes
    if (next === undefined) return group
    const [lane, queue] = next
    const [entry] = queue
    if (entry !== undefined) {
      weight += entry.weight
      if (weight > HEAVIEST_GROUP && group.length > 0) return group
      group.push(entry)
      queue.shift()
    }
    lanes.delete(lane)
    if (queue.length > 0) lanes.set(lane, queue)
  }
}

async function commitTogether(engine: Engine, group: readonly Waiting[], committed: () => void): Promise<void> {
  const planned = group.filter(({ plan }) => plan !== null)
  const others = group.filter(({ plan }) => plan === null)
  let written = false
  try {
    const tell = await engine.transact(async (store) => {
      const told = await runUnit(engine, store, planned)
      written = true
      for (const entry of others) told.push(await runOne(engine, store, entry))
      reached('before-commit')
      return told
    })
    reached('after-commit')
    for (const outcome of tell) outcome()
    committed()
  } catch (error) {
    const again = engine.faultOf(error) === null && planned.length > 0
    // A plan promises that a second run finds what a first one kept; the others only run again if they never began.
    const retried = again ? (written ? planned : group) : []
    for (const entry of group) if (!retried.includes(entry)) entry.fail(error)
    for (const entry of retried) await commitAlone(engine, entry, committed)
  }
}

/** Something in a group could not be written: each work by itself shows whose it was. */
async function commitAlone(engine: Engine, entry: Waiting, committed: () => void): Promise<void> {
  try {
    const tell = await engine.transact(entry.run)
    tell()
    committed()
  } catch (error) {
    entry.fail(error)
  }
}

async function runUnit(engine: Engine, below: Store, entries: readonly Waiting[]): Promise<Tell[]> {
  if (entries.length === 0) return []
  const unit = unitOver(below)
  const store = storeOf(unit)
  const steps = Math.max(...entries.map(({ plan }) => plan?.ahead.length ?? 0))
  for (let step = 0; step < steps; step++) {
    for (const { plan } of entries) plan?.ahead[step]?.(unit)
    await unit.readAhead()
  }
  const told: Tell[] = []
  for (const entry of entries) {
    const mark = unit.mark()
    try {
      told.push(await entry.run(store))
    } catch (error) {
      if (engine.faultOf(error) !== null) throw error
      unit.back(mark)
      told.push(() => entry.fail(error))
    }
  }
  await unit.flush()
  return told
}

const savepoint = CompiledQuery.raw('savepoint work')
const rollback = CompiledQuery.raw('rollback to work')
const release = CompiledQuery.raw('release work')

async function runOne(engine: Engine, store: Store, entry: Waiting): Promise<Tell> {
  await store.executeQuery(savepoint)
  try {
    const outcome = await entry.run(store)
    await store.executeQuery(release)
    return outcome
  } catch (error) {
    // Nothing in this transaction can be trusted to hold once the disk refuses.
    if (engine.faultOf(error) !== null) throw error
    await store.executeQuery(rollback)
    await store.executeQuery(release)
    return () => entry.fail(error)
  }
}
