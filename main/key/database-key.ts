import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import { unreachable } from '../../domain/result.ts'
import type { Sealed } from './wrap.ts'
import { seal, unseal } from './wrap.ts'

/** The operating system's keystore, or null where there is none worth the name. */
export interface Keystore {
  readonly wrap: (text: string) => Promise<Uint8Array>
  readonly unwrap: (wrapped: Uint8Array) => Promise<string>
}

export interface KeyWorld {
  readonly folder: string
  readonly keystore: Keystore | null
  /** A secret the machine is given at boot, such as systemd's `LoadCredentialEncrypted`, sealed by its TPM. */
  readonly credential: Uint8Array | null
  readonly random: (bytes: number) => Uint8Array
}

const hex = z.string().regex(/^[0-9a-f]+$/)
const KeyFile = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('keystore'), wrapped: hex }),
  z.strictObject({ kind: z.literal('credential'), salt: hex, iv: hex, tag: hex, sealed: hex }),
])
type KeyFile = z.infer<typeof KeyFile>

const KEY_BYTES = 32

/**
 * The 32-byte key of this terminal's database: made at the first start, then only ever kept wrapped.
 * Null when nothing can unwrap it; the caller says so and touches nothing.
 */
export async function databaseKey(world: KeyWorld): Promise<Uint8Array | null> {
  const path = join(world.folder, 'key.json')
  if (existsSync(path)) return open(read(path), world)
  // A database without its key file is never given a new key: its data would be out of reach for good.
  if (existsSync(join(world.folder, 'terminal.db'))) return null
  const key = world.random(KEY_BYTES)
  const file = await close(key, world)
  if (file === null) return null
  write(path, file)
  return key
}

function read(path: string): KeyFile | null {
  try {
    return KeyFile.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null
  } catch {
    return null
  }
}

async function open(file: KeyFile | null, { keystore, credential }: KeyWorld): Promise<Uint8Array | null> {
  if (file === null) return null
  switch (file.kind) {
    case 'keystore':
      return keystore === null ? null : unwrapped(keystore, file.wrapped)
    case 'credential':
      return credential === null ? null : unseal(file, credential)
    default:
      return unreachable(file)
  }
}

async function unwrapped(keystore: Keystore, wrapped: string): Promise<Uint8Array | null> {
  try {
    const key = Buffer.from(await keystore.unwrap(Buffer.from(wrapped, 'hex')), 'hex')
    return key.length === KEY_BYTES ? key : null
  } catch {
    return null
  }
}

async function close(key: Uint8Array, { keystore, credential, random }: KeyWorld): Promise<KeyFile | null> {
  if (keystore !== null) {
    const wrapped = await keystore.wrap(Buffer.from(key).toString('hex'))
    return { kind: 'keystore', wrapped: Buffer.from(wrapped).toString('hex') }
  }
  if (credential === null) return null
  const sealed: Sealed = seal(key, credential, random)
  return { kind: 'credential', ...sealed }
}

/** Durable before the database is: a key that a power cut takes back would take the data with it. */
function write(path: string, file: KeyFile): void {
  const draft = openSync(`${path}.new`, 'w', 0o600)
  writeSync(draft, JSON.stringify(file))
  fsyncSync(draft)
  closeSync(draft)
  renameSync(`${path}.new`, path)
}
