import { bytesOf, hexOf } from '../card/bytes.ts'
import { SEALED_KEY_INFO } from './recovery.ts'
import type { SealedKey } from './recovery.ts'
import { agree, publicKeyOf } from './seal.ts'

const TAG = 16

/** Seals 32 bytes so that only the holder of `to` (hexadecimal) can read them. */
export async function sealKey(key: Uint8Array, to: string, random: (bytes: number) => Uint8Array): Promise<SealedKey> {
  const own = random(32)
  const from = hexOf(await publicKeyOf(own))
  const nonce = Uint8Array.from(random(12))
  const box = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce },
    await sealingKey(own, to, { from, to }),
    Uint8Array.from(key),
  )
  const [sealed, tag] = [new Uint8Array(box).slice(0, -TAG), new Uint8Array(box).slice(-TAG)]
  return { from, nonce: hexOf(nonce), sealed: hexOf(sealed), tag: hexOf(tag) }
}

/** Null when it was sealed to another key, or changed. */
export async function openSealed({ from, nonce, sealed, tag }: SealedKey, own: Uint8Array): Promise<Uint8Array | null> {
  try {
    const key = await sealingKey(own, from, { from, to: hexOf(await publicKeyOf(own)) })
    const how = { name: 'AES-GCM', iv: Uint8Array.from(bytesOf(nonce)) }
    return new Uint8Array(await crypto.subtle.decrypt(how, key, Uint8Array.from(bytesOf(sealed + tag))))
  } catch {
    // A tag that does not fit, or a public key of small order: WebCrypto says both by throwing.
    return null
  }
}

/** Both public keys go into it, so that a sealed key cannot be passed on as another's. */
async function sealingKey(
  own: Uint8Array,
  other: string,
  { from, to }: { readonly from: string; readonly to: string },
) {
  const shared = Uint8Array.from(await agree(own, bytesOf(other)))
  const secret = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const info = new TextEncoder().encode(SEALED_KEY_INFO)
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: Uint8Array.from(bytesOf(from + to)), info }
  return crypto.subtle.deriveKey(hkdf, secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}
