import { hexOf } from '../../domain/card/bytes.ts'
import { publicKeyOf } from '../../domain/wire/seal.ts'
import type { Store } from '../database/schema.ts'
import type { HimsInside } from '../hims.ts'
import { moment } from '../world.ts'

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
