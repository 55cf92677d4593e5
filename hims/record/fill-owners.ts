import { ChangeRow } from '../../domain/wire/sync.ts'
import { tablesOfOneHospital } from '../../domain/wire/table.ts'
import type { Store } from '../database/schema.ts'
import { markOf, subjectOf } from './person-of.ts'
import { readKnown } from './tolerant.ts'

/** Says of which hospital rows are that an earlier version took in: until then every terminal was sent them. */
export async function fillOwners(store: Store): Promise<void> {
  const records = await store
    .selectFrom('record')
    .select(['cursor', 'name', 'row'])
    .where('name', 'in', [...tablesOfOneHospital])
    .where('person', 'is', null)
    .execute()
  for (const { cursor, name, row } of records) {
    const read = readKnown(ChangeRow, { table: name, row: JSON.parse(row) })
    const subject = read.ok ? subjectOf(read.value) : null
    if (subject?.kind !== 'hospital') continue
    await store
      .updateTable('record')
      .set({ person: markOf(subject.code) })
      .where('cursor', '=', cursor)
      .execute()
  }
}
