import type { Store, TerminalTable } from '../database/schema.ts'

/**
 * The HIMS above has a terminal's work up to a number only: it is asked for the rest again, and answers to what was told
 * here before are no longer given from memory, so that it goes up once more.
 */
export async function askFrom(
  store: Store,
  { id, epoch }: Pick<TerminalTable, 'id' | 'epoch'>,
  lastN: number,
): Promise<void> {
  await store
    .updateTable('terminal')
    .set({ last_n: lastN })
    .where('id', '=', id)
    .where('epoch', '=', epoch)
    .where('last_n', '>', lastN)
    .execute()
  await store
    .deleteFrom('pushed')
    .where('terminal', '=', id)
    .where('epoch', '=', epoch)
    .where('n', '>', lastN)
    .execute()
}
