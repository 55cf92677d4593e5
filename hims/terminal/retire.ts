import type { HimsRole } from '../../domain/wire/sync.ts'
import type { HimsInside } from '../hims.ts'
import { withdrawDelegated } from '../issuer/delegate.ts'
import { handOver } from '../right/hand-over.ts'
import { moment } from '../world.ts'

export interface TerminalNote {
  readonly id: string
  readonly role: HimsRole
  readonly label: string
  readonly epoch: number
  readonly lastN: number
  readonly enrolledAt: string
  readonly retiredAt: string | null
}

/** Every terminal there ever was, in the order of enrolment. */
export async function terminals({ store }: HimsInside): Promise<readonly TerminalNote[]> {
  const rows = await store.selectFrom('terminal').selectAll().orderBy('number').execute()
  return rows.map((row) => ({
    id: row.id,
    role: row.role,
    label: row.label,
    epoch: row.epoch,
    lastN: row.last_n,
    enrolledAt: row.enrolled_at,
    retiredAt: row.retired_at,
  }))
}

/**
 * Ends a terminal for good: HIMS answers it no more, and what it might still have dispensed goes to another pharmacy.
 * Only a person can know that the machine is gone or counted: anything it gave and never sent is not known here.
 */
export const retire = ({ commit, issuer, world }: HimsInside, id: string): Promise<boolean> =>
  commit(1, async (store) => {
    const { numUpdatedRows } = await store
      .updateTable('terminal')
      .set({ retired_at: moment(world.now()) })
      .where('id', '=', id)
      .where('retired_at', 'is', null)
      .executeTakeFirst()
    await handOver(store, world)
    await withdrawDelegated(store, id, issuer)
    return numUpdatedRows > 0n
  })
