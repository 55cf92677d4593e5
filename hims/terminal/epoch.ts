import type { Store } from '../database/schema.ts'

/**
 * Begins the epoch that a restored or copied terminal asks for, at number 1. From then on whatever the other copy pushes
 * is fenced, and rights held under the old epoch stay locked.
 */
export async function beginEpoch(
  store: Store,
  terminal: string,
  epoch: number,
): Promise<{ readonly epoch: number; readonly lastN: number }> {
  await store
    .updateTable('terminal')
    .set({ epoch, last_n: 0 })
    .where('id', '=', terminal)
    .where('epoch', '<', epoch)
    .execute()
  const now = await store
    .selectFrom('terminal')
    .select(['epoch', 'last_n'])
    .where('id', '=', terminal)
    .executeTakeFirstOrThrow()
  return { epoch: now.epoch, lastN: now.last_n }
}
