import { HimsRole } from '../../domain/wire/sync.ts'
import type { DirectoryEntry } from '../../domain/wire/envelope.ts'
import type { Store } from '../database/schema.ts'
import { askFrom } from './ask-again.ts'

/**
 * Keeps the terminals of this hospital as the HIMS above knows them. A terminal's own numbers go on here where they are;
 * only what it meanwhile told the HIMS above directly, and nothing of it waits here, counts as told. `anew`: the HIMS
 * above has lost something, and a terminal tells again whatever is missing there.
 */
export async function keepDirectory(
  store: Store,
  facility: string,
  terminals: readonly DirectoryEntry[],
  how: 'first' | 'anew' = 'first',
): Promise<void> {
  for (const entry of terminals) {
    const role = HimsRole.safeParse(entry.role)
    if (!role.success) continue
    const known = await store.selectFrom('terminal').selectAll().where('id', '=', entry.id).executeTakeFirst()
    const facts = {
      role: role.data,
      label: entry.label,
      public_key: entry.publicKey,
      epoch: entry.epoch,
      retired_at: entry.retiredAt,
    }
    if (known === undefined) {
      const { id, number, lastN: last_n, enrolledAt: enrolled_at } = entry
      await store
        .insertInto('terminal')
        .values({ id, number, facility, last_n, enrolled_at, ...facts })
        .execute()
      continue
    }
    if (known.epoch > entry.epoch) continue
    if (how === 'anew') await askFrom(store, known, entry.lastN)
    const waiting = await store.selectFrom('forward').select('seq').where('terminal', '=', entry.id).executeTakeFirst()
    const told =
      known.epoch < entry.epoch || how === 'anew'
        ? entry.lastN
        : Math.max(known.last_n, waiting === undefined ? entry.lastN : 0)
    await store
      .updateTable('terminal')
      .set({ ...facts, last_n: told })
      .where('id', '=', entry.id)
      .execute()
  }
}
