import { z } from 'zod'

import type { Store } from '../database/schema.ts'

const PAGE = 1000
const Named = z.object({ lotId: z.string().optional(), medicine: z.string().optional() })

/** What lots and their events are found by, written once for a database that an earlier version filled. */
export async function nameStock(store: Store): Promise<void> {
  const named = await store.selectFrom('term').select('id').where('name', '=', 'lot').limit(1).executeTakeFirst()
  if (named !== undefined) return
  await nameAll(store, 'lot', 'medicine', ({ medicine }) => medicine)
  await nameAll(store, 'stock_event', 'lot', ({ lotId }) => lotId)
}

async function nameAll(
  store: Store,
  name: 'lot' | 'stock_event',
  field: 'medicine' | 'lot',
  valueOf: (row: z.infer<typeof Named>) => string | undefined,
): Promise<void> {
  for (let after = ''; ;) {
    const records = await store
      .selectFrom('record')
      .select(['id', 'row'])
      .where('name', '=', name)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute()
    const terms = records.flatMap(({ id, row }) => {
      const value = valueOf(Named.parse(JSON.parse(row)))
      return value === undefined ? [] : [{ name, field, value, id }]
    })
    if (terms.length > 0) {
      await store
        .insertInto('term')
        .values(terms)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
    const last = records.at(-1)
    if (last === undefined || records.length < PAGE) return
    after = last.id
  }
}
