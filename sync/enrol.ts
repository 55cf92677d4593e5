import { EnrolReply } from '../domain/wire/sync.ts'
import type { Caller } from './call.ts'
import { offline, online } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import type { SyncStore } from './sync-store.ts'

/** Trades the one-time code for an identity. The key pair is older than the question, so a lost answer can be asked for again. */
export async function enrol(call: Caller, store: SyncStore, code: string | null): Promise<Outcome> {
  if (code === null) return { kind: 'not-enrolled', cause: 'no-code' }
  const answer = await call({
    method: 'POST',
    path: '/sync/v1/enrol',
    body: { code, publicKey: store.publicKey() },
    shape: EnrolReply,
    identity: null,
  })
  if (answer.ok) return store.enrolled(answer.value.value, code) === 'kept' ? online : offline('busy')
  const { problem } = answer
  if (problem.kind === 'update-needed') return { kind: 'refused', cause: 'update-needed' }
  return { kind: 'not-enrolled', cause: problem.kind === 'problem' ? 'unknown-code' : 'unreachable' }
}
