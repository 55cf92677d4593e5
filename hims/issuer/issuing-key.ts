import { createHash } from 'node:crypto'

import { bytesOf, hexOf } from '../../domain/card/bytes.ts'
import type { IssuerKey } from '../../domain/card/card-record.ts'
import { ed25519PublicKey, ed25519Signer } from '../crypto/ed25519.ts'
import type { Store } from '../database/schema.ts'
import { own, putRecord } from '../record/record-store.ts'
import { dayInDelhi, moment, yearsLater } from '../world.ts'
import type { HimsWorld } from '../world.ts'

export interface IssuingKey {
  readonly kid: string
  readonly sign: (toBeSigned: Uint8Array) => Uint8Array
}

/** How long one key signs new cards. */
const YEARS = 1

/** The key that signs today's cards. Where none is in its period, one is made and published to every terminal. */
export async function issuingKey(store: Store, { now, random }: HimsWorld): Promise<IssuingKey> {
  const today = dayInDelhi(now())
  const known = await store
    .selectFrom('issuing_key')
    .select(['kid', 'seed'])
    .where('not_before', '<=', today)
    .where('not_after', '>=', today)
    .orderBy('not_after', 'desc')
    .executeTakeFirst()
  if (known !== undefined) return { kid: known.kid, sign: ed25519Signer(bytesOf(known.seed)) }
  const seed = random(32)
  const publicKey = ed25519PublicKey(seed)
  const row: IssuerKey = {
    kid: createHash('sha256').update(publicKey).digest('hex').slice(0, 4),
    publicKey: hexOf(publicKey),
    notBefore: today,
    notAfter: yearsLater(today, YEARS),
    facilities: null,
  }
  await store
    .insertInto('issuing_key')
    .values({ kid: row.kid, seed: hexOf(seed), not_before: row.notBefore, not_after: row.notAfter })
    .execute()
  await putRecord(store, own({ table: 'issuer_key', row }), moment(now()))
  return { kid: row.kid, sign: ed25519Signer(seed) }
}
