import { createHash } from 'node:crypto'

import { uuidV7 } from '../../domain/id.ts'
import type { Store } from '../database/schema.ts'
import type { HimsInside } from '../hims.ts'
import { moment } from '../world.ts'
import { readScopes } from './scope.ts'
import type { Scopes } from './scope.ts'

/** 256 random bits need no slow hash. */
const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Another system that speaks FHIR to this HIMS. */
export interface Client {
  readonly id: string
  readonly scopes: Scopes
}

/** Makes a FHIR client; its token is shown this once. `scopes` are SMART's, with spaces between; null lets it do everything. */
export async function createClient(
  { commit, world }: HimsInside,
  name: string,
  scopes: string | null,
): Promise<{ readonly token: string }> {
  const limit = scopes === null ? null : readScopes(scopes)
  if (limit?.ok === false) throw new Error(`${limit.problem} is no scope`)

  const token = Buffer.from(world.random(32)).toString('base64url')
  const row = {
    id: uuidV7(world.now(), world.random(10)),
    name,
    token_hash: hashToken(token),
    created_at: moment(world.now()),
  }
  await commit(1, async (store) => {
    await store.insertInto('client').values(row).execute()
    if (scopes !== null) await store.insertInto('client_scope').values({ client: row.id, scopes }).execute()
  })
  return { token }
}

/** The client that an `Authorization` header proves, or null. */
export async function clientOf(store: Store, header: string | undefined): Promise<Client | null> {
  const [, token] = /^Bearer ([\w-]{1,200})$/.exec(header ?? '') ?? []
  if (token === undefined) return null
  const found = await store
    .selectFrom('client')
    .leftJoin('client_scope', 'client_scope.client', 'client.id')
    .select(['client.id', 'client_scope.scopes'])
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst()
  if (found === undefined) return null
  if (found.scopes === null) return { id: found.id, scopes: null }
  const scopes = readScopes(found.scopes)
  // What a later version wrote, and this one cannot read, lets nobody do anything.
  return { id: found.id, scopes: scopes.ok ? scopes.value : new Map() }
}
