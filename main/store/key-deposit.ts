import { createHash } from 'node:crypto'

import type { DepositRequest } from '../../domain/wire/recovery.ts'
import { sealKey } from '../../domain/wire/sealed-key.ts'
import type { Store } from './store.ts'

/** The key of this database in the form HIMS keeps it, or null when HIMS has it already. */
export interface KeyToDeposit {
  readonly keyHash: string
  /** Sealed to HIMS's recovery key, in hexadecimal. */
  readonly sealedTo: (publicKey: string) => Promise<DepositRequest>
}

/** The hash is of a hash: it names the key and says nothing about it. */
const nameOf = (key: Uint8Array): string => createHash('sha256').update('deposit').update(key).digest('hex')

export function keyToDeposit({ database, key }: Store, random: (bytes: number) => Uint8Array): KeyToDeposit | null {
  if (key === null) return null
  const keyHash = nameOf(key)
  const kept = database.prepare<[], string | null>('SELECT key_kept FROM device').pluck().get()
  if (kept === keyHash) return null
  return { keyHash, sealedTo: async (publicKey) => ({ keyHash, sealed: await sealKey(key, publicKey, random) }) }
}

export const keyDeposited = ({ database }: Store, keyHash: string): void =>
  void database.prepare('UPDATE device SET key_kept = ?').run(keyHash)
