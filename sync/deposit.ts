import { DepositReply, RecoveryKeyReply } from '../domain/wire/recovery.ts'
import type { Caller } from './call.ts'
import type { Identity } from './identity.ts'
import { online } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import type { SyncStore } from './sync-store.ts'

/** Gives the database's key into HIMS's care. A server that keeps none is no reason to stop: it is tried again later. */
export async function deposit(call: Caller, store: SyncStore, identity: Identity): Promise<Outcome> {
  const key = store.keyToDeposit()
  if (key === null) return online
  const asked = await call({ method: 'GET', path: '/sync/v1/recovery', shape: RecoveryKeyReply, identity })
  if (!asked.ok) return online
  const body = await key.sealedTo(asked.value.value.publicKey)
  const kept = await call({ method: 'POST', path: '/sync/v1/recovery', body, shape: DepositReply, identity })
  if (kept.ok) store.keyDeposited(key.keyHash)
  return online
}
