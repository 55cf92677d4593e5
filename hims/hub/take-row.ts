import { ChangeRow } from '../../domain/wire/sync.ts'
import type { Change } from '../../domain/wire/sync.ts'
import type { Store } from '../database/schema.ts'
import { putRecord } from '../record/record-store.ts'
import { readKnown } from '../record/tolerant.ts'
import { seen } from './own-record.ts'

type Row = Pick<Change, 'table' | 'id' | 'row'>

/** The counter before the oldest change that the HIMS above has not acknowledged; null when it has all. */
async function oldestOpen(store: Store): Promise<number | null> {
  const { since } = await store
    .selectFrom('forward')
    .select(({ fn }) => fn.min<number | null>('since').as('since'))
    .executeTakeFirstOrThrow()
  return since
}

/**
 * Keeps rows of the HIMS above. What was changed here and has not arrived there yet is not overwritten: its row waits,
 * because an answer that does not know of our work would undo it. A row that this version cannot read is passed over.
 */
export async function takeRows(store: Store, rows: readonly Row[], at: string): Promise<void> {
  const open = await oldestOpen(store)
  for (const { table, id, row } of rows) {
    const text = JSON.stringify(row)
    if (open !== null && (await changedSince(store, table, id, open))) await defer(store, table, id, text)
    else await keep(store, table, id, text, at)
  }
}

/** Takes in what waited, once nothing of this hub is on its way any more. */
export async function takeDeferred(store: Store, at: string): Promise<void> {
  if ((await oldestOpen(store)) !== null) return
  const waiting = await store.selectFrom('hub_deferred').selectAll().execute()
  for (const { name, id, row } of waiting) await keep(store, name, id, row, at)
  if (waiting.length > 0) await store.deleteFrom('hub_deferred').execute()
}

async function keep(store: Store, table: string, id: string, text: string, at: string): Promise<void> {
  const row: unknown = JSON.parse(text)
  const read = readKnown(ChangeRow, { table, row })
  if (!read.ok) return
  await putRecord(store, { known: read.value, whole: row }, at)
  await seen(store, table, id, text)
}

async function changedSince(store: Store, name: string, id: string, since: number): Promise<boolean> {
  const record = await store
    .selectFrom('record')
    .select('cursor')
    .where('name', '=', name)
    .where('id', '=', id)
    .executeTakeFirst()
  return record !== undefined && record.cursor > since
}

async function defer(store: Store, name: string, id: string, row: string): Promise<void> {
  await store
    .insertInto('hub_deferred')
    .values({ name, id, row })
    .onConflict((conflict) => conflict.columns(['name', 'id']).doUpdateSet({ row }))
    .execute()
}
