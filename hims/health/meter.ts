import { Counter, Gauge, Histogram, Registry } from 'prom-client'

import type { MutationResult } from '../../domain/wire/sync.ts'
import type { Engine } from '../database/engine.ts'
import type { Commit } from '../database/group-commit.ts'
import type { Store } from '../database/schema.ts'

/** What HIMS counts as it works. No label ever holds anything of a person, a terminal or an address. */
export interface Meter {
  readonly registry: Registry
  readonly answered: (request: { readonly method: string; readonly route: string; readonly status: number }) => void
  readonly pushed: (results: readonly MutationResult[]) => void
  /** Somebody begins to wait for news; call what it returns when the waiting ends. */
  readonly waits: () => () => void
  /** The same engine and commit, their transactions timed and the works in each counted. */
  readonly measured: (engine: Engine) => Engine
  readonly counted: (commit: Commit) => Commit
}

const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]
const WORKS = [1, 2, 5, 10, 20, 50, 100, 200, 500]

/** A registry of its own for each HIMS: several may live in one process. */
export function meter(): Meter {
  const registry = new Registry()
  const registers = [registry]
  const requests = new Counter({
    name: 'hims_requests_total',
    help: 'Requests by route and status',
    labelNames: ['method', 'route', 'status'],
    registers,
  })
  const mutations = new Counter({
    name: 'hims_mutations_total',
    help: 'Pushed mutations by outcome, those sent again included',
    labelNames: ['outcome'],
    registers,
  })
  const pushes = new Counter({ name: 'hims_pushes_total', help: 'Pushes that were taken', registers })
  const commits = new Histogram({
    name: 'hims_commit_seconds',
    help: 'How long a durable transaction takes, by how it ended',
    labelNames: ['outcome'],
    buckets: SECONDS,
    registers,
  })
  const group = new Histogram({
    name: 'hims_commit_works',
    help: 'How many works share a transaction',
    buckets: WORKS,
    registers,
  })
  const waiting = new Gauge({ name: 'hims_pokes_waiting', help: 'Terminals that wait for news', registers })
  let works = 0
  const transact = async <Value>(engine: Engine, work: (store: Store) => Promise<Value>): Promise<Value> => {
    works = 0
    const end = commits.startTimer()
    try {
      const value = await engine.transact(work)
      end({ outcome: 'kept' })
      group.observe(Math.max(1, works))
      return value
    } catch (error) {
      end({ outcome: engine.faultOf(error) ?? 'failed' })
      throw error
    }
  }
  return {
    registry,
    answered: ({ method, route, status }) => requests.inc({ method, route, status }),
    pushed: (results) => {
      pushes.inc()
      for (const { kind } of results) mutations.inc({ outcome: kind })
    },
    waits: () => {
      waiting.inc()
      return () => waiting.dec()
    },
    measured: (engine) => ({ ...engine, transact: (work) => transact(engine, work) }),
    counted: (commit) => (weight, work, plan) =>
      commit(
        weight,
        (store) => {
          works++
          return work(store)
        },
        plan,
      ),
  }
}
