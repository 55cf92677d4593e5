import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/** RFC 8410: what stands before the 32 raw bytes in SubjectPublicKeyInfo and PKCS #8. */
const publicHead = Buffer.from('302a300506032b6570032100', 'hex')
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex')

const privateKey = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([privateHead, seed]), format: 'der', type: 'pkcs8' })

/** Signs (RFC 8032) with a raw 32-byte private key. */
export function ed25519Signer(seed: Uint8Array): (message: Uint8Array) => Uint8Array {
  const key = privateKey(seed)
  return (message) => Uint8Array.from(sign(null, message, key))
}

/** The raw public key, 32 bytes, of a raw private key. */
export const ed25519PublicKey = (seed: Uint8Array): Uint8Array =>
  Uint8Array.from(createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' }).subarray(publicHead.length))

/** A raw public key in hexadecimal, ready to check signatures with. */
export const publicKeyOf = (publicKey: string): KeyObject =>
  createPublicKey({ key: Buffer.concat([publicHead, Buffer.from(publicKey, 'hex')]), format: 'der', type: 'spki' })

/** Whether a signature fits a message under a raw public key in hexadecimal. */
export const ed25519Verify = (publicKey: string, message: Uint8Array, signature: Uint8Array): boolean =>
  signature.length === 64 && verify(null, message, publicKeyOf(publicKey), signature)

/** The same off the main thread. */
export const verifyAside = (key: KeyObject, message: Uint8Array, signature: Uint8Array): Promise<boolean> =>
  signature.length === 64
    ? new Promise((resolve, reject) => {
        verify(null, message, key, signature, (error, fits) => (error === null ? resolve(fits) : reject(error)))
      })
    : Promise.resolve(false)

/** The same under a raw public key in bytes. */
export const verifyRaw = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean =>
  publicKey.length === 32 && ed25519Verify(Buffer.from(publicKey).toString('hex'), message, signature)
