import { createCipheriv, createDecipheriv } from 'node:crypto'

import type { OpenEmergency, SealEmergency } from '../../domain/card/emergency-code.ts'
import type { Bench } from './bench.ts'

const ALGORITHM = 'aes-256-gcm'
const TAG_BYTES = 16

/** Opens the block for emergencies with the keys that HIMS gave this terminal. */
export const openEmergency =
  ({ store }: Bench): OpenEmergency =>
  (keyId, nonce, aad, sealed) => {
    const key = store.lists.emergencyKeys().find(({ id }) => id === keyId)?.key
    if (key === undefined || sealed.length < TAG_BYTES) return null
    const end = sealed.length - TAG_BYTES
    try {
      const cipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES })
      cipher.setAAD(aad).setAuthTag(sealed.subarray(end))
      return Uint8Array.from(Buffer.concat([cipher.update(sealed.subarray(0, end)), cipher.final()]))
    } catch {
      return null
    }
  }

/** How new cards are sealed today: the id of the newest key and what it does; null while no key is here. */
export function emergencySealer({
  store,
  today,
}: Bench): { readonly keyId: number; readonly seal: SealEmergency } | null {
  const newest = store.lists.emergencyKeys().at(-1)
  if (newest === undefined || newest.until < today()) return null
  return {
    keyId: newest.id,
    seal(keyId, nonce, aad, plain) {
      if (keyId !== newest.id) throw new Error('A card is sealed with the key it was promised')
      const cipher = createCipheriv(ALGORITHM, newest.key, nonce).setAAD(aad)
      return Uint8Array.from(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]))
    },
  }
}
