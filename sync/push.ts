import { PushReply } from '../domain/wire/sync.ts'
import type { MutationResult } from '../domain/wire/sync.ts'
import type { Caller, CallProblem } from './call.ts'
import type { Identity } from './identity.ts'
import { notHims, offline, online, outcomeOf, refusedFor } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import type { Outgoing, SyncStore } from './sync-store.ts'

const BATCH = 200

/** Sends everything that waits, strictly in order; an entry is let go only on HIMS's own word about it. */
export async function pushAll(call: Caller, store: SyncStore, identity: Identity): Promise<Outcome> {
  for (let batch = store.outgoing(BATCH); batch.length > 0; batch = store.outgoing(BATCH)) {
    const { epoch } = store.position()
    if (store.sending(batch.at(-1)?.n ?? 0) === 'disk-full') return offline('busy')
    const answer = await call({
      method: 'POST',
      path: '/sync/v1/push',
      body: { epoch, mutations: batch, audit: store.auditHead() },
      shape: PushReply,
      identity,
    })
    if (!answer.ok) return afterProblem(store, answer.problem, batch)
    const results = ofBatch(answer.value.value.results, batch)
    if (results.length === 0) return notHims('results')
    if (store.settle(results) === 'disk-full') return offline('busy')
  }
  return online
}

const ofBatch = (results: readonly MutationResult[], batch: readonly Outgoing[]): readonly MutationResult[] => {
  const sent = new Set(batch.map(({ n }) => n))
  return results.filter(({ n }) => sent.has(n))
}

/**
 * HIMS misses an earlier number: it is sent again, but only after a greeting, because a HIMS that has lost something may
 * have begun a new life, and counts its changes anew.
 */
function afterProblem(store: SyncStore, problem: CallProblem, batch: readonly Outgoing[]): Outcome {
  if (problem.kind !== 'problem' || problem.problem !== 'gap') return outcomeOf(problem)
  const first = batch[0]?.n ?? 1
  if (problem.expected === null || problem.expected >= first) return offline('busy')
  return store.rewind(problem.expected) ? offline('busy') : refusedFor('fenced')
}
