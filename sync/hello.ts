import { CBOR, encodings } from '../domain/wire/codec/encoding.ts'
import { HelloReply, SCHEMA } from '../domain/wire/sync.ts'
import type { Caller } from './call.ts'
import type { Identity } from './identity.ts'
import { offline, online, outcomeOf, refusedFor } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import type { SyncStore } from './sync-store.ts'
import { tellRights } from './tell-rights.ts'

/** What this terminal reads. */
const accepts = { types: [CBOR, 'application/json'], encodings: encodings.slice(0, -1) }

/** Compares what both sides remember, before anything is sent or taken. */
export async function hello(call: Caller, store: SyncStore, identity: Identity, address: string): Promise<Outcome> {
  const { epoch, nextN, cursor, incarnation } = store.position()
  const answer = await call({
    method: 'POST',
    path: '/sync/v1/hello',
    body: { schema: SCHEMA, epoch, nextN, cursor, accepts },
    shape: HelloReply,
    identity,
  })
  if (!answer.ok) return outcomeOf(answer.problem)
  const reply = answer.value.value
  // HIMS has numbers that this store has never sent: it is an old copy of itself, or has a twin.
  // What was sent is looked up only now: a stick may have carried more to HIMS while the greeting was on its way.
  const here = store.position()
  if (reply.epoch !== epoch || reply.lastN > here.sentN) {
    // A person may just have begun a new epoch; then this answer is about the old one.
    if (here.epoch !== epoch) return offline('busy')
    store.fenced(reply.epoch)
    return refusedFor('fenced')
  }
  if (reply.auditHead !== undefined) store.auditKnown(reply.auditHead)
  const { people = null, lastN, server } = reply
  const bundleKey = believedKey(store, reply)
  const met = { incarnation: reply.incarnation, address, lastN, bundleKey, kind: server, people }
  const isSame = reply.incarnation === incarnation && lastN >= store.ackedN()
  const kept = isSame ? store.metAgain(met) : store.met(met)
  if (kept !== 'kept') return offline('busy')
  return reply.tellRights?.includes(identity.keyId) === true ? tellRights(call, store, identity) : online
}

/** A hub could seal for itself what a stick is to keep from it: only what HIMS signed counts from there. */
function believedKey(store: SyncStore, { server, bundleKey, bundleProof }: HelloReply): string | null {
  if (bundleKey === undefined || server === 'hims') return bundleKey ?? null
  return bundleProof !== undefined && store.provenBundleKey(bundleProof) === bundleKey ? bundleKey : null
}
