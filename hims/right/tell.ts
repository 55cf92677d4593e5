import type { ToldRight } from '../../domain/wire/right.ts'
import type { Store, TerminalTable } from '../database/schema.ts'
import { findRecord, own, putRecord } from '../record/record-store.ts'
import { moment } from '../world.ts'
import type { HimsWorld } from '../world.ts'
import { giveRights } from './give-rights.ts'
import { endHold } from './grant-hold.ts'
import { takeOwed } from './owed.ts'
import { retryParked } from './parked.ts'

/**
 * A pharmacy says what rights it has and has had. Those that this HIMS gave in a life that was lost are made again, whole:
 * what was given by them is parked here or still comes, and makes them smaller as it did then.
 */
export async function tellRights(
  store: Store,
  terminal: Pick<TerminalTable, 'id' | 'epoch'>,
  { rights, more }: { readonly rights: readonly ToldRight[]; readonly more: boolean },
  world: HimsWorld,
): Promise<void> {
  const at = moment(world.now())
  for (const { right, units } of rights) {
    if (right.holder !== terminal.id || right.epoch !== terminal.epoch || units === 0) continue
    if ((await findRecord(store, 'right', right.id)) !== null) continue
    const prescription = (await findRecord(store, 'prescription', right.prescriptionId))?.row
    // Of an order that the copy does not have nothing can be given twice.
    if (prescription?.items.some(({ id }) => id === right.itemId) !== true) continue
    await takeOwed(store, right.itemId, units)
    await putRecord(store, own({ table: 'right', row: { ...right, left: units } }), at)
  }
  await retryParked(store, at)
  if (more || (await endHold(store, terminal.id)) === 0) return
  await giveRights(store, world)
}
