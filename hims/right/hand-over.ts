import { TerminalId } from '../../domain/id.ts'
import type { Store } from '../database/schema.ts'
import { findByTerm, own, putRecord } from '../record/record-store.ts'
import { moment } from '../world.ts'
import type { HimsWorld } from '../world.ts'
import { newestPharmacy } from './policy.ts'

/** Hands what retired terminals may still dispense to the pharmacy enrolled last; without one, it waits. */
export async function handOver(store: Store, { now }: HimsWorld): Promise<void> {
  const pharmacy = await newestPharmacy(store)
  if (pharmacy === null) return
  const retired = await store.selectFrom('terminal').select('id').where('retired_at', 'is not', null).execute()
  for (const { id } of retired) {
    for (const { row } of await findByTerm(store, 'right', { field: 'holder', value: id })) {
      if (row.left === 0) continue
      const moved = { ...row, holder: TerminalId.parse(pharmacy.id), epoch: pharmacy.epoch }
      await putRecord(store, own({ table: 'right', row: moved }), moment(now()))
    }
  }
}
