import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
} from 'node:crypto'
import type { KeyObject } from 'node:crypto'

import { SEALED_KEY_INFO } from '../../domain/wire/recovery.ts'
import type { SealedKey } from '../../domain/wire/recovery.ts'

/** RFC 8410: what stands before the 32 raw bytes in SubjectPublicKeyInfo and PKCS #8. */
const publicHead = Buffer.from('302a300506032b656e032100', 'hex')
const privateHead = Buffer.from('302e020100300506032b656e04220420', 'hex')

const privateKey = (raw: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([privateHead, raw]), format: 'der', type: 'pkcs8' })

const publicKey = (hex: string): KeyObject =>
  createPublicKey({ key: Buffer.concat([publicHead, Buffer.from(hex, 'hex')]), format: 'der', type: 'spki' })

/** The public half of 32 random bytes, in hexadecimal. */
export const x25519PublicKey = (raw: Uint8Array): string =>
  createPublicKey(privateKey(raw)).export({ format: 'der', type: 'spki' }).subarray(publicHead.length).toString('hex')

/** Seals 32 bytes so that only the holder of `to` can read them. */
export function sealKey(key: Uint8Array, to: string, random: (bytes: number) => Uint8Array): SealedKey {
  const own = random(32)
  const from = x25519PublicKey(own)
  const nonce = random(12)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(own, to, from, to), nonce)
  const sealed = Buffer.concat([cipher.update(key), cipher.final()])
  return {
    from,
    nonce: Buffer.from(nonce).toString('hex'),
    sealed: sealed.toString('hex'),
    tag: cipher.getAuthTag().toString('hex'),
  }
}

/** Null when it was sealed to another key, or changed. */
export function openSealed({ from, nonce, sealed, tag }: SealedKey, own: Uint8Array): Uint8Array | null {
  try {
    const key = sealingKey(own, from, from, x25519PublicKey(own))
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'hex'), { authTagLength: 16 })
    decipher.setAuthTag(Buffer.from(tag, 'hex'))
    return Uint8Array.from(Buffer.concat([decipher.update(Buffer.from(sealed, 'hex')), decipher.final()]))
  } catch {
    return null
  }
}

/** Both public keys go into it, so that a sealed key cannot be passed on as another's. */
function sealingKey(own: Uint8Array, other: string, from: string, to: string): Uint8Array {
  const secret = diffieHellman({ privateKey: privateKey(own), publicKey: publicKey(other) })
  return new Uint8Array(hkdfSync('sha256', secret, Buffer.from(from + to, 'hex'), SEALED_KEY_INFO, 32))
}
