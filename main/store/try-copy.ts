import { hkdfSync } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import { OperatorId } from '../../domain/id.ts'
import { aesGcmOpen, aesGcmSeal } from '../crypto/aes-gcm.ts'
import { writeDurable } from './durable-file.ts'
import type { Tries } from './try-table.ts'

export type TriesByOperator = ReadonlyMap<OperatorId, Tries>

/** The same tries beside the database, so that an older database put in its place forgets none. */
export interface TryCopy {
  /** `gone`: there is no file; `spoilt`: nobody but this terminal could have written another. */
  read(): { readonly kind: 'here'; readonly tries: TriesByOperator } | { readonly kind: 'gone' | 'spoilt' }
  write(tries: TriesByOperator): void
}

const FILE = 'tries.sealed'
const NONCE = 12
const aad = new TextEncoder().encode('operator tries 1')

const count = z.int().min(0)
const Content = z.array(z.tuple([OperatorId, count, count, count]))

export interface TryCopyPlace {
  readonly folder: string
  /** The terminal's private key, which stays when the database's key is changed. */
  readonly seed: Uint8Array
  readonly random: (bytes: number) => Uint8Array
}

export function tryCopy({ folder, seed, random }: TryCopyPlace): TryCopy {
  const path = join(folder, FILE)
  const key = new Uint8Array(hkdfSync('sha256', seed, new Uint8Array(0), 'operator tries 1', 32))
  return {
    read() {
      if (!existsSync(path)) return { kind: 'gone' }
      const tries = contentOf(path, key)
      return tries === null ? { kind: 'spoilt' } : { kind: 'here', tries }
    },
    write(tries) {
      const rows = [...tries].map(([id, { failures, turn, wait }]) => [id, failures, turn, wait])
      const nonce = random(NONCE)
      const sealed = aesGcmSeal(key, nonce, aad, new TextEncoder().encode(JSON.stringify(rows)))
      try {
        writeDurable(path, Buffer.concat([nonce, sealed]))
      } catch {
        // A disk that takes nothing: the database has its reserve, and counts by itself.
      }
    },
  }
}

function contentOf(path: string, key: Uint8Array): TriesByOperator | null {
  try {
    const bytes = Uint8Array.from(readFileSync(path))
    const plain = aesGcmOpen(key, bytes.subarray(0, NONCE), aad, bytes.subarray(NONCE))
    const rows = plain === null ? null : Content.safeParse(JSON.parse(new TextDecoder().decode(plain)))
    if (rows?.success !== true) return null
    return new Map(rows.data.map(([id, failures, turn, wait]) => [id, { failures, turn, wait }]))
  } catch {
    return null
  }
}
