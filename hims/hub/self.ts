import { hexOf } from '../../domain/card/bytes.ts'
import { ed25519PublicKey, ed25519Signer } from '../crypto/ed25519.ts'
import type { HubSelfTable } from '../database/part/hub.ts'
import type { Store } from '../database/schema.ts'
import type { IssuerWorld } from '../issuer/issuer-world.ts'

/** Who this hub is towards the HIMS above it. */
export interface HubSelf extends Omit<HubSelfTable, 'only' | 'seed'> {
  readonly sign: (message: Uint8Array) => Uint8Array
}

const NAME = 'hub'

/** The hub's own row, made with a fresh key where there is none. Throws when the key file is not the one that wrapped it. */
export async function hubSelf(store: Store, { random, secrets }: IssuerWorld): Promise<HubSelf> {
  const known = await store.selectFrom('hub_self').selectAll().executeTakeFirst()
  const row = known ?? fresh(random(32), secrets)
  if (known === undefined) await store.insertInto('hub_self').values(row).execute()
  const seed = secrets.unwrap(row.seed, NAME)
  if (seed === null) throw new Error('The key file does not open this hub’s own key')
  return { ...row, sign: ed25519Signer(seed) }
}

const fresh = (seed: Uint8Array, secrets: IssuerWorld['secrets']): HubSelfTable => ({
  only: 1,
  seed: secrets.wrap(seed, NAME),
  public_key: hexOf(ed25519PublicKey(seed)),
  terminal: null,
  facility: null,
  epoch: 0,
  incarnation: null,
  cursor: 0,
  next_n: 1,
  own_cursor: 0,
})

export type HubSelfChange = Partial<
  Pick<HubSelfTable, 'terminal' | 'facility' | 'epoch' | 'incarnation' | 'cursor' | 'next_n' | 'own_cursor'>
>

export const changeSelf = async (store: Store, change: HubSelfChange): Promise<void> => {
  await store.updateTable('hub_self').set(change).execute()
}
