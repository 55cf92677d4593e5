import type { OpenEmergency, SealEmergency } from '../../domain/card/emergency-code.ts'
import { aesGcmOpen, keyRing } from '../crypto/aes-gcm.ts'
import type { Bench } from './bench.ts'

/** Opens the block for emergencies with the keys that HIMS gave this terminal. */
export const openEmergency =
  ({ store }: Bench): OpenEmergency =>
  (keyId, nonce, aad, sealed) => {
    const key = store.lists.emergencyKeys().find(({ id }) => id === keyId)?.key
    return key === undefined ? null : aesGcmOpen(key, nonce, aad, sealed)
  }

/** How new cards are sealed today: the id of the newest key and what it does; null while no key is here. */
export function emergencySealer({
  store,
  today,
}: Bench): { readonly keyId: number; readonly seal: SealEmergency } | null {
  const newest = store.lists.emergencyKeys().at(-1)
  if (newest === undefined || newest.until < today()) return null
  return { keyId: newest.id, seal: keyRing(new Map([[newest.id, newest.key]])).seal }
}
