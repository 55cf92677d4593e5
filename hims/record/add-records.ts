import type { Store } from '../database/schema.ts'
import { inUnit } from '../database/unit.ts'
import { putIn, wishRecord } from './record-store.ts'
import type { Incoming } from './record-store.ts'
import { rowId } from './row-schema.ts'

/** What a unit holds of so many rows is little, and its statements are as long as they get. */
const CHUNK = 512

/** Keeps many rows in a few statements. */
export async function addRecords(store: Store, incoming: readonly Incoming[], at: string): Promise<void> {
  for (let from = 0; from < incoming.length; from += CHUNK) {
    const chunk = incoming.slice(from, from + CHUNK)
    await inUnit(store, async (unit) => {
      for (const { known } of chunk) wishRecord(unit, known.table, rowId(known))
      await unit.readAhead()
      for (const entry of chunk) await putIn(unit, entry, at)
    })
  }
}
