import { createCipheriv, createDecipheriv, scryptSync } from 'node:crypto'

import { z } from 'zod'

import { hexOf } from '../../domain/card/bytes.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { ed25519PublicKey } from '../crypto/ed25519.ts'

/** What a guess at the passphrase costs: `cost` is scrypt's N (RFC 7914), with r = 8 and p = 1. */
const COST = 2 ** 17
const BLOCK = 8
const ALGORITHM = 'aes-256-gcm'
const TAG_BYTES = 16

/** The offline root as it lies on its memory stick. */
const RootFile = z.strictObject({
  kind: z.literal('card-root'),
  publicKey: z.string().regex(/^[0-9a-f]{64}$/),
  cost: z
    .int()
    .min(2 ** 10)
    .max(2 ** 20),
  salt: z.base64(),
  nonce: z.base64(),
  sealed: z.base64(),
})

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const bytes = (text: string): Uint8Array => Buffer.from(text, 'base64')

const keyOf = (passphrase: string, salt: Uint8Array, cost: number): Uint8Array =>
  scryptSync(passphrase.normalize('NFKC'), salt, 32, { N: cost, r: BLOCK, p: 1, maxmem: 256 * cost * BLOCK })

/** Seals a new root key with a passphrase: scrypt and AES-256-GCM, the public key bound to it. */
export function sealRoot(passphrase: string, random: (length: number) => Uint8Array, cost = COST): string {
  const [seed, salt, nonce] = [random(32), random(16), random(12)]
  const publicKey = hexOf(ed25519PublicKey(seed))
  const cipher = createCipheriv(ALGORITHM, keyOf(passphrase, salt, cost), nonce).setAAD(Buffer.from(publicKey))
  const sealed = Buffer.concat([cipher.update(seed), cipher.final(), cipher.getAuthTag()])
  const file = { kind: 'card-root', publicKey, cost, salt: base64(salt), nonce: base64(nonce), sealed: base64(sealed) }
  return `${JSON.stringify(RootFile.parse(file), null, 2)}\n`
}

/** The public key that a root file names; it can be read without the passphrase. */
export function rootPublicKey(text: string): string | null {
  return fileOf(text)?.publicKey ?? null
}

/** The private key in a root file. */
export function openRoot(text: string, passphrase: string): Result<Uint8Array, 'not-a-root' | 'wrong-passphrase'> {
  const file = fileOf(text)
  if (file === null) return fail('not-a-root')
  const sealed = bytes(file.sealed)
  const end = sealed.length - TAG_BYTES
  try {
    const key = keyOf(passphrase, bytes(file.salt), file.cost)
    const cipher = createDecipheriv(ALGORITHM, key, bytes(file.nonce), { authTagLength: TAG_BYTES })
    cipher.setAAD(Buffer.from(file.publicKey)).setAuthTag(sealed.subarray(end))
    return ok(Uint8Array.from(Buffer.concat([cipher.update(sealed.subarray(0, end)), cipher.final()])))
  } catch {
    return fail('wrong-passphrase')
  }
}

function fileOf(text: string): z.infer<typeof RootFile> | null {
  try {
    return RootFile.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
