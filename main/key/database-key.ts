import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import { unreachable } from '../../domain/result.ts'
import { writeDurable } from '../store/durable-file.ts'
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
  writeDurable(path, JSON.stringify(file))
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

/** The key that follows while a rotation is under way, or null. */
export async function nextDatabaseKey(world: KeyWorld): Promise<Uint8Array | null> {
  const path = join(world.folder, 'key.next.json')
  return existsSync(path) ? open(read(path), world) : null
}

/**
 * Begins a rotation: the next key is kept, wrapped, before the database hears of it. The store ends it at its next
 * start. False where nothing can wrap a key, or a rotation is under way already.
 */
export async function beginRotation(world: KeyWorld): Promise<boolean> {
  const path = join(world.folder, 'key.next.json')
  if (existsSync(path) || !existsSync(join(world.folder, 'key.json'))) return false
  const file = await close(world.random(KEY_BYTES), world)
  if (file === null) return false
  writeDurable(path, JSON.stringify(file))
  return true
}

/** Keeps a key that came back from HIMS; false where nothing can wrap it, so that it is gone with this start. */
export async function keepKey(key: Uint8Array, world: KeyWorld): Promise<boolean> {
  const file = await close(key, world)
  if (file === null) return false
  writeDurable(join(world.folder, 'key.json'), JSON.stringify(file))
  return true
}
