import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/** RFC 8410: what stands before the 32 raw bytes in DER, SubjectPublicKeyInfo and PKCS #8. */
const publicHead = Buffer.from('302a300506032b6570032100', 'hex')
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex')

const publicKeys = new Map<string, KeyObject>()
const MOST_KEYS = 64

/** Whether a 64-byte Ed25519 signature (RFC 8032) fits a message under a raw 32-byte public key. */
export function ed25519Verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  return verify(null, message, publicKeyOf(publicKey), signature)
}

/** Signs with a raw 32-byte private key (the seed of RFC 8032). */
export function ed25519Sign(seed: Uint8Array, message: Uint8Array): Uint8Array {
  return Uint8Array.from(sign(null, message, privateKeyOf(seed)))
}

/** The raw public key that belongs to a raw private key. */
export function ed25519PublicKey(seed: Uint8Array): Uint8Array {
  const spki = createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' })
  return Uint8Array.from(spki.subarray(publicHead.length))
}

const privateKeyOf = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([privateHead, seed]), format: 'der', type: 'pkcs8' })

/** Parsing a key costs more than the check itself, and a terminal knows only a few. */
function publicKeyOf(raw: Uint8Array): KeyObject {
  const name = Buffer.from(raw).toString('hex')
  const known = publicKeys.get(name)
  if (known !== undefined) return known
  const key = createPublicKey({ key: Buffer.concat([publicHead, raw]), format: 'der', type: 'spki' })
  if (publicKeys.size >= MOST_KEYS) publicKeys.clear()
  publicKeys.set(name, key)
  return key
}
