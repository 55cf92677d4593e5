import type { TableName } from '../../domain/wire/table.ts'
import type { Store } from '../database/schema.ts'
import { insertTerms } from './insert-terms.ts'
import { storedTerms } from './record-store.ts'
import type { Term } from './term.ts'

const PAGE = 1000

/** What rows are looked up by since a later version, for a database that an earlier one filled. */
export async function fillTerms(store: Store): Promise<void> {
  await fillField(store, 'lot', 'medicine')
  await fillField(store, 'stock_event', 'lot')
}

/** Written once: where one row has such a term, all have. */
async function fillField(store: Store, name: TableName, field: Term['field']): Promise<void> {
  const known = store.selectFrom('term').select('id').where('name', '=', name).where('field', '=', field)
  if ((await known.limit(1).executeTakeFirst()) !== undefined) return
  for (let after = ''; ;) {
    const records = await store
      .selectFrom('record')
      .select(['id', 'row'])
      .where('name', '=', name)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute()
    const terms = records.flatMap(({ id, row }) =>
      storedTerms(name, row).flatMap((term) => (term.field === field ? [{ name, id, ...term }] : [])),
    )
    await insertTerms(store, terms)
    const last = records.at(-1)
    if (last === undefined || records.length < PAGE) return
    after = last.id
  }
}
