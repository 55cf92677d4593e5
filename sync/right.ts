import { RightReply } from '../domain/wire/right.ts'
import type { RightRequest } from '../domain/wire/right.ts'
import type { Caller } from './call.ts'
import type { SyncStore } from './sync-store.ts'

const PATIENCE = 6000

/**
 * Asks for dispensing rights, or who the pharmacies are. Null when nobody answered: the same request may be sent again,
 * and under the same id it takes nothing more.
 */
export async function askRight(
  call: Caller,
  store: Pick<SyncStore, 'identity' | 'rightsCame'>,
  body: RightRequest,
): Promise<RightReply | null> {
  const identity = store.identity()
  if (identity === null) return null
  const path = '/sync/v1/right'
  const answer = await call({ method: 'POST', path, body, shape: RightReply, identity, patience: PATIENCE })
  if (!answer.ok) return null
  const reply = answer.value.value
  return store.rightsCame(reply) === 'kept' ? reply : null
}
