import { createHash } from 'node:crypto'

import { z } from 'zod'

import { bytesOf } from '../../domain/card/bytes.ts'
import type { TrustedKey } from '../../domain/card/trust-list.ts'
import type { Store, TrustedKeyTable } from '../database/schema.ts'

const Facilities = z.array(z.string()).nullable()

const trusted = (row: TrustedKeyTable): TrustedKey => ({
  kid: row.kid,
  publicKey: row.public_key,
  notBefore: row.not_before,
  notAfter: row.not_after,
  withdrawn: row.withdrawn,
  kind: row.kind,
  facilities: Facilities.parse(row.facilities === null ? null : JSON.parse(row.facilities)),
})

/** Every key that cards were ever signed with, as the trust list names them. */
export async function trustedKeys(store: Store): Promise<readonly TrustedKey[]> {
  return (await store.selectFrom('trusted_key').selectAll().orderBy('kid').execute()).map(trusted)
}

/** A key id that was never given before: two bytes of the key's hash, or the next that are free. */
export async function freeKid(store: Store, publicKey: string): Promise<string> {
  const taken = new Set((await store.selectFrom('trusted_key').select('kid').execute()).map(({ kid }) => kid))
  const first = Number.parseInt(createHash('sha256').update(bytesOf(publicKey)).digest('hex').slice(0, 4), 16)
  for (let step = 0; step < KIDS; step++) {
    const kid = ((first + step) % KIDS).toString(16).padStart(4, '0')
    if (!taken.has(kid)) return kid
  }
  throw new Error('Every key id has been given')
}

const KIDS = 0x1_0000

/** Ends a key from a day on; false when there is none of that name. One that ended earlier stays ended. */
export async function withdrawKey(store: Store, kid: string, from: string): Promise<boolean> {
  const key = await store.selectFrom('trusted_key').select('withdrawn').where('kid', '=', kid).executeTakeFirst()
  if (key === undefined) return false
  const withdrawn = key.withdrawn !== null && key.withdrawn < from ? key.withdrawn : from
  await store.updateTable('trusted_key').set({ withdrawn }).where('kid', '=', kid).execute()
  return true
}
