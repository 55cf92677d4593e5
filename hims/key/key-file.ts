import { createCipheriv, createDecipheriv } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

import { bytesOf } from '../../domain/card/bytes.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { isPostgresAddress } from '../database/postgres-address.ts'

const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
const PREFIX = 'gcm1:'

/** Keeps private keys as ciphertext in the database; `name` is what the key belongs to, and is bound to it. */
export interface Wrapping {
  readonly wrap: (secret: Uint8Array, name: string) => string
  /** Null when it was wrapped under another key file, or changed. */
  readonly unwrap: (wrapped: string, name: string) => Uint8Array | null
}

/** AES-256-GCM (NIST SP 800-38D) under a 32-byte key, a fresh nonce each. */
export function wrapping(key: Uint8Array, random: (length: number) => Uint8Array): Wrapping {
  return {
    wrap(secret, name) {
      const nonce = random(NONCE_BYTES)
      const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(name))
      const sealed = [nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]
      return PREFIX + Buffer.concat(sealed).toString('base64')
    },
    unwrap(wrapped, name) {
      if (!isWrapped(wrapped)) return null
      const bytes = Buffer.from(wrapped.slice(PREFIX.length), 'base64')
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return null
      const end = bytes.length - TAG_BYTES
      try {
        const cipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
        cipher.setAAD(Buffer.from(name)).setAuthTag(bytes.subarray(end))
        return Uint8Array.from(Buffer.concat([cipher.update(bytes.subarray(NONCE_BYTES, end)), cipher.final()]))
      } catch {
        return null
      }
    },
  }
}

export const isWrapped = (text: string): boolean => text.startsWith(PREFIX)

/** The key in a file of 64 hexadecimal digits; one that is not there is made, for its owner's eyes only. */
export function readKeyFile(path: string, random: (length: number) => Uint8Array): Result<Uint8Array, string> {
  if (!existsSync(path)) makeKeyFile(path, random(32))
  const text = readFileSync(path, 'utf8').trim()
  return /^[0-9a-f]{64}$/.test(text) ? ok(bytesOf(text)) : fail(`${path} is not a key file: 64 hexadecimal digits`)
}

/** Two processes may begin at once: the file that is there first counts for both. */
function makeKeyFile(path: string, key: Uint8Array): void {
  try {
    writeFileSync(path, `${Buffer.from(key).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!existsSync(path)) throw error
  }
}

/**
 * Beside the database unless it is said where; a database in memory has its key in memory too. Beside a PostgreSQL there
 * is no place for a file, and every HIMS over it needs the same one.
 */
export const keyFilePath = (database: string, keyFile: string | undefined): string | null => {
  if (keyFile === undefined && isPostgresAddress(database)) {
    throw new Error('--key-file FILE is needed with PostgreSQL: every HIMS over one database needs the same key')
  }
  const path = database.replace(/^sqlite:/, '')
  return keyFile ?? (path === ':memory:' || path === '' ? null : `${path}.key`)
}
