import type { HelloRequest } from '../../domain/wire/sync.ts'
import type { Store, TerminalTable } from '../database/schema.ts'

/**
 * Agrees on the epoch. A terminal that was restored or copied sees a `lastN` beyond its own, and begins the next epoch;
 * from then on whatever the other copy pushes is fenced, and rights held under the old epoch stay locked.
 */
export async function hello(
  store: Store,
  terminal: TerminalTable,
  { epoch }: HelloRequest,
): Promise<{ readonly epoch: number; readonly lastN: number }> {
  if (epoch <= terminal.epoch) return { epoch: terminal.epoch, lastN: terminal.last_n }
  await store
    .updateTable('terminal')
    .set({ epoch, last_n: 0 })
    .where('id', '=', terminal.id)
    .where('epoch', '<', epoch)
    .execute()
  return { epoch, lastN: 0 }
}
