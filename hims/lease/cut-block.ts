import type { TokenBlock } from '../../domain/hospital/token.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { LeaseRequest } from '../../domain/wire/sync.ts'
import type { Store } from '../database/schema.ts'
import { findRecord } from '../record/record-store.ts'

export type WantedBlock = LeaseRequest['tokens'][number] & { readonly prefix: string }

/** The letters before each department's numbers; the problem is the department that HIMS doesn't know. */
export async function prefixesOf(
  store: Store,
  tokens: LeaseRequest['tokens'],
): Promise<Result<readonly WantedBlock[], string>> {
  const wanted: WantedBlock[] = []
  for (const token of tokens) {
    const department = await findRecord(store, 'department', token.department)
    if (department === null) return fail(token.department)
    wanted.push({ ...token, prefix: department.row.prefix })
  }
  return ok(wanted)
}

/** Cuts the next numbers of a department's day for one terminal, above every number leased or given before. */
export async function cutBlock(
  store: Store,
  terminal: string,
  { department, day, count, prefix }: WantedBlock,
): Promise<TokenBlock> {
  const { leased } = await store
    .selectFrom('token_block')
    .select(({ fn }) => fn.max<number | null>('high').as('leased'))
    .where('department', '=', department)
    .where('day', '=', day)
    .executeTakeFirstOrThrow()
  const { given } = await store
    .selectFrom('taken_token')
    .select(({ fn }) => fn.max<number | null>('number').as('given'))
    .where('department', '=', department)
    .where('day', '=', day)
    .executeTakeFirstOrThrow()
  const low = Math.max(leased ?? 0, given ?? 0) + 1
  const block = { department, day, prefix, low, high: low + count - 1 }
  await store
    .insertInto('token_block')
    .values({ ...block, terminal })
    .execute()
  return block
}
