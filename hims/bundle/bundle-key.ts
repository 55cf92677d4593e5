import { hexOf } from '../../domain/card/bytes.ts'
import { signBundleKey } from '../../domain/wire/bundle-proof.ts'
import type { BundleProof } from '../../domain/wire/bundle-proof.ts'
import { publicKeyOf } from '../../domain/wire/seal.ts'
import type { Store } from '../database/schema.ts'
import type { HimsInside } from '../hims.ts'
import { listSigner } from '../issuer/list-key.ts'
import { dayInDelhi, moment } from '../world.ts'

/** The key pair that bundles are sealed for. */
export interface BundleKey {
  readonly publicKey: string
  readonly secret: Uint8Array
}

/** Every key that some bundle may be sealed for, the newest first. */
export async function bundleKeys({ store, issuer }: HimsInside): Promise<readonly BundleKey[]> {
  const rows = await store.selectFrom('bundle_key').selectAll().orderBy('made_at', 'desc').execute()
  return rows.flatMap(({ public_key: publicKey, seed }) => {
    const secret = issuer.secrets.unwrap(seed, publicKey)
    return secret === null ? [] : [{ publicKey, secret }]
  })
}

/** The key to seal for; the first time it is asked for one is made. */
export async function newestBundleKey(inside: HimsInside): Promise<string> {
  const [known] = await inside.store
    .selectFrom('bundle_key')
    .select('public_key')
    .orderBy('made_at', 'desc')
    .limit(1)
    .execute()
  if (known !== undefined) return known.public_key
  const secret = inside.world.random(32)
  const publicKey = hexOf(await publicKeyOf(secret))
  return inside.commit(1, (store) => keep(store, inside, { publicKey, secret }))
}

async function keep(store: Store, { issuer, world }: HimsInside, { publicKey, secret }: BundleKey): Promise<string> {
  // Another greeting may have been quicker.
  const first = await store.selectFrom('bundle_key').select('public_key').limit(1).executeTakeFirst()
  if (first !== undefined) return first.public_key
  const row = { public_key: publicKey, seed: issuer.secrets.wrap(secret, publicKey), made_at: moment(world.now()) }
  await store.insertInto('bundle_key').values(row).execute()
  return publicKey
}

/** What a greeting says of the key for bundles; the proof is for hubs, whose terminals do not hear it from HIMS itself. */
export interface OfferedBundleKey {
  readonly bundleKey?: string
  readonly bundleProof?: BundleProof
}

export async function offeredBundleKey(inside: HimsInside, role: string): Promise<OfferedBundleKey> {
  const bundleKey = await newestBundleKey(inside)
  const signer = role === 'hub' ? await listSigner(inside.store, inside.issuer) : null
  if (signer === null) return { bundleKey }
  const statement = signBundleKey(bundleKey, dayInDelhi(inside.world.now()), signer)
  return { bundleKey, bundleProof: { certificate: base64(signer.certificateBytes), statement: base64(statement) } }
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
