import { hexOf } from '../../domain/card/bytes.ts'
import { publicKeyOf } from '../../domain/wire/seal.ts'
import type { Store } from '../database/schema.ts'
import type { IssuerWorld } from '../issuer/issuer-world.ts'

export interface RecoveryKey {
  readonly publicKey: string
  readonly privateKey: Uint8Array
}

const NAME = 'recovery'

/** Made at its first use; call it in a transaction. Null when the key file is another one now. */
export async function recoveryKey(store: Store, { random, secrets }: IssuerWorld): Promise<RecoveryKey | null> {
  const known = await store.selectFrom('recovery_key').selectAll().executeTakeFirst()
  if (known !== undefined) {
    const privateKey = secrets.unwrap(known.wrapped, NAME)
    return privateKey === null ? null : { publicKey: known.public_key, privateKey }
  }
  const privateKey = random(32)
  const publicKey = hexOf(await publicKeyOf(privateKey))
  const row = { only: 1, public_key: publicKey, wrapped: secrets.wrap(privateKey, NAME) }
  await store.insertInto('recovery_key').values(row).execute()
  return { publicKey, privateKey }
}
