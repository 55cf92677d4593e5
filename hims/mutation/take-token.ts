import type { Visit } from '../../domain/hospital/token.ts'
import type { Store } from '../database/schema.ts'

/** Marks a visit's token as given; false when another visit has it. */
export async function takeToken(store: Store, { id, token }: Visit): Promise<boolean> {
  const { department, day, prefix, number } = token
  await store
    .insertInto('taken_token')
    .values({ department, day, prefix, number, visit: id })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const taken = await store
    .selectFrom('taken_token')
    .select('visit')
    .where('department', '=', department)
    .where('day', '=', day)
    .where('prefix', '=', prefix)
    .where('number', '=', number)
    .executeTakeFirst()
  return taken?.visit === id
}
