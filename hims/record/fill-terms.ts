import type { TableName } from '../../domain/wire/table.ts'
import type { Store, TermTable } from '../database/schema.ts'
import { storedTerms } from './record-store.ts'
import type { Term } from './term.ts'

const PAGE = 1000
/** A PostgreSQL statement takes 65,535 values. */
const ROWS = 4000

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
    for (let from = 0; from < terms.length; from += ROWS) await insert(store, terms.slice(from, from + ROWS))
    const last = records.at(-1)
    if (last === undefined || records.length < PAGE) return
    after = last.id
  }
}

const insert = async (store: Store, terms: readonly TermTable[]): Promise<void> => {
  await store
    .insertInto('term')
    .values([...terms])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
