import { createHash } from 'node:crypto'

import { uuidV7 } from '../../domain/id.ts'
import type { Store } from '../database/schema.ts'
import type { HimsInside } from '../hims.ts'
import { moment } from '../world.ts'

/** 256 random bits need no slow hash. */
const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Makes a FHIR client; its token is shown this once. */
export async function createClient({ commit, world }: HimsInside, name: string): Promise<{ readonly token: string }> {
  const token = Buffer.from(world.random(32)).toString('base64url')
  const row = {
    id: uuidV7(world.now(), world.random(10)),
    name,
    token_hash: hashToken(token),
    created_at: moment(world.now()),
  }
  await commit(1, (store) => store.insertInto('client').values(row).execute())
  return { token }
}

/** The client that an `Authorization` header proves, or null. */
export async function clientOf(store: Store, header: string | undefined): Promise<string | null> {
  const [, token] = /^Bearer ([\w-]{1,200})$/.exec(header ?? '') ?? []
  if (token === undefined) return null
  const found = await store
    .selectFrom('client')
    .select('id')
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst()
  return found?.id ?? null
}
