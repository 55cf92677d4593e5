import { MOST_TOLD, RightReply } from '../domain/wire/right.ts'
import type { RightRequest } from '../domain/wire/right.ts'
import type { Caller } from './call.ts'
import type { Identity } from './identity.ts'
import { online, outcomeOf } from './outcome.ts'
import type { Outcome } from './outcome.ts'
import type { SyncStore } from './sync-store.ts'

/** Tells a HIMS that came back from a copy what rights this pharmacy has, so that it gives nothing of them again. */
export async function tellRights(
  call: Caller,
  store: Pick<SyncStore, 'rightsToTell'>,
  identity: Identity,
): Promise<Outcome> {
  const rights = store.rightsToTell()
  for (let from = 0; from === 0 || from < rights.length; from += MOST_TOLD) {
    const part = rights.slice(from, from + MOST_TOLD)
    const body: RightRequest = { kind: 'told', rights: [...part], more: from + MOST_TOLD < rights.length }
    const told = await call({ method: 'POST', path: '/sync/v1/right', body, shape: RightReply, identity })
    if (!told.ok) return outcomeOf(told.problem)
  }
  return online
}
