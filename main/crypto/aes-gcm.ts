import { createCipheriv, createDecipheriv } from 'node:crypto'

import type { OpenEmergency, SealEmergency } from '../../domain/card/emergency-code.ts'

const TAG_BYTES = 16
const cipher = 'aes-256-gcm'

/** AES-256-GCM (NIST SP 800-38D): the ciphertext, and the tag of 16 bytes after it. */
export function aesGcmSeal(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, plain: Uint8Array): Uint8Array {
  const sealing = createCipheriv(cipher, key, nonce, { authTagLength: TAG_BYTES }).setAAD(aad)
  return Uint8Array.from(Buffer.concat([sealing.update(plain), sealing.final(), sealing.getAuthTag()]))
}

/** Null when the tag does not fit key, nonce, further data and ciphertext. */
export function aesGcmOpen(key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, sealed: Uint8Array): Uint8Array | null {
  if (sealed.length < TAG_BYTES) return null
  const opening = createDecipheriv(cipher, key, nonce, { authTagLength: TAG_BYTES }).setAAD(aad)
  opening.setAuthTag(sealed.subarray(-TAG_BYTES))
  try {
    return Uint8Array.from(Buffer.concat([opening.update(sealed.subarray(0, -TAG_BYTES)), opening.final()]))
  } catch {
    return null
  }
}

/** Seals and opens by key id, as `domain/card` wants it. */
export interface KeyRing {
  readonly seal: SealEmergency
  readonly open: OpenEmergency
}

/** The ring of the keys of 32 bytes that are here; to seal with one that is not is a bug. */
export const keyRing = (keys: ReadonlyMap<number, Uint8Array>): KeyRing => ({
  seal(keyId, nonce, aad, plain) {
    const key = keys.get(keyId)
    if (key === undefined) throw new RangeError(`The ring has no key ${keyId}`)
    return aesGcmSeal(key, nonce, aad, plain)
  },
  open(keyId, nonce, aad, sealed) {
    const key = keys.get(keyId)
    return key === undefined ? null : aesGcmOpen(key, nonce, aad, sealed)
  },
})
