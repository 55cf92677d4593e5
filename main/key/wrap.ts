import { createCipheriv, createDecipheriv, scryptSync } from 'node:crypto'

/** A database key sealed under a secret: scrypt (RFC 7914) makes the sealing key, AES-256-GCM seals. All hexadecimal. */
export interface Sealed {
  readonly salt: string
  readonly iv: string
  readonly tag: string
  readonly sealed: string
}

const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 }
const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex')

const sealingKey = (secret: Uint8Array, salt: Buffer): Buffer => scryptSync(secret, salt, 32, COST)

export function seal(key: Uint8Array, secret: Uint8Array, random: (bytes: number) => Uint8Array): Sealed {
  const salt = Buffer.from(random(16))
  const iv = Buffer.from(random(12))
  const cipher = createCipheriv('aes-256-gcm', sealingKey(secret, salt), iv)
  const sealed = Buffer.concat([cipher.update(key), cipher.final()])
  return {
    salt: salt.toString('hex'),
    iv: iv.toString('hex'),
    tag: cipher.getAuthTag().toString('hex'),
    sealed: sealed.toString('hex'),
  }
}

/** The key again, or null when the secret is another one or the file was changed. */
export function unseal({ salt, iv, tag, sealed }: Sealed, secret: Uint8Array): Uint8Array | null {
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(secret, bytes(salt)), bytes(iv))
  try {
    decipher.setAuthTag(bytes(tag))
    return Buffer.concat([decipher.update(bytes(sealed)), decipher.final()])
  } catch {
    return null
  }
}
