import { LeaseReply } from '../domain/wire/sync.ts'
import type { Caller } from './call.ts'
import type { Identity } from './identity.ts'
import { offline, online, outcomeOf } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import type { SyncStore } from './sync-store.ts'

/** Fetches numbers and cards while there is a link, so that a desk can go on for a day without one. */
export async function lease(call: Caller, store: SyncStore, identity: Identity): Promise<Outcome> {
  const request = store.leaseNeeded()
  if (request === null) return online
  const answer = await call({ method: 'POST', path: '/sync/v1/lease', body: request, shape: LeaseReply, identity })
  if (!answer.ok) {
    const { problem } = answer
    if (problem.kind !== 'problem' || problem.problem !== 'bad-request') return outcomeOf(problem)
    // A department that is closed, a day that is over: work must not wait behind a question HIMS will not answer.
    store.leaseRefused()
    return online
  }
  return store.leased(request, answer.value.value) === 'kept' ? online : offline('busy')
}
