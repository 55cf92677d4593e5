import { signTrustList } from '../../domain/card/trust-list.ts'
import { lastNumber, passNumber, takeNumbers } from '../database/counter.ts'
import type { SignedListTable, Store } from '../database/schema.ts'
import { moment } from '../world.ts'
import type { IssuerWorld } from './issuer-world.ts'
import { listSigner } from './list-key.ts'
import { trustedKeys } from './trusted-key.ts'

/** Signs the trust list as the keys now are, under the next number; false when nothing can be signed today. */
export async function publishTrust(store: Store, world: IssuerWorld): Promise<boolean> {
  const signer = await listSigner(store, world)
  if (signer === null) return false
  const issuedAt = moment(world.now())
  const seq = await takeNumbers(store, 'trust-list')
  const list = signTrustList({ seq, issuedAt, keys: await trustedKeys(store) }, signer)
  await putSigned(store, { kind: 'trust', seq, list, certificate: signer.certificateBytes, made_at: issuedAt })
  return true
}

export async function putSigned(store: Store, row: SignedListTable): Promise<void> {
  await store.deleteFrom('signed_list').where('kind', '=', row.kind).execute()
  await store.insertInto('signed_list').values(row).execute()
}

export async function signedList(store: Store, kind: SignedListTable['kind']): Promise<SignedListTable | null> {
  const row = await store.selectFrom('signed_list').selectAll().where('kind', '=', kind).executeTakeFirst()
  return row === undefined
    ? null
    : { ...row, list: Uint8Array.from(row.list), certificate: Uint8Array.from(row.certificate) }
}

/** More lists than a year brings: a terminal that claims to be farther ahead is at fault itself, or up to no good. */
export const FARTHEST = 1_000_000

/**
 * A terminal holds a later list than this HIMS has made: the database is an older copy of itself. Its next list goes
 * above that, so that terminals take it.
 */
export async function passTrust(store: Store, seen: number, world: IssuerWorld): Promise<void> {
  const newest = await lastNumber(store, 'trust-list')
  if (seen <= newest || seen - newest > FARTHEST) return
  await passNumber(store, 'trust-list', seen)
  await publishTrust(store, world)
}
