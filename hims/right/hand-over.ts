import { TerminalId } from '../../domain/id.ts'
import type { Store } from '../database/schema.ts'
import { findByTerm, own, putRecord } from '../record/record-store.ts'
import { moment } from '../world.ts'
import type { HimsWorld } from '../world.ts'
import { newestPharmacy } from './policy.ts'

/** Hands what retired terminals may still dispense to the pharmacy of their hospital enrolled last; without one, it waits. */
export async function handOver(store: Store, { now }: HimsWorld): Promise<void> {
  const terminals = store.selectFrom('terminal').select(['id', 'facility'])
  for (const { id, facility } of await terminals.where('retired_at', 'is not', null).execute()) {
    const pharmacy = await newestPharmacy(store, [facility])
    if (pharmacy === null) continue
    for (const { row } of await findByTerm(store, 'right', { field: 'holder', value: id })) {
      if (row.left === 0) continue
      const moved = { ...row, holder: TerminalId.parse(pharmacy.id), epoch: pharmacy.epoch }
      await putRecord(store, own({ table: 'right', row: moved }), moment(now()))
    }
  }
}
