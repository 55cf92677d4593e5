import { dropLeased } from './run-mark.ts'
import type { Store } from './store.ts'

/** HIMS refuses this epoch: it has one of a twin, or more of this one than is known here. */
export const noteFence = ({ database }: Store, epoch: number): void =>
  void database.prepare('UPDATE device SET fenced = max(coalesce(fenced, 1), ?) WHERE terminal IS NOT NULL').run(epoch)

/**
 * A person says that this is the computer that goes on: rights, numbers and cards of the old epoch are dropped, because
 * a twin may have used them, and what HIMS may not have is sent again under new numbers and the same ids. Call it in a
 * transaction.
 */
export function beginNewEpoch({ database, outbox, audit }: Store, at: string): void {
  const known = database
    .prepare<[], { terminal: string | null; epoch: number; fenced: number | null }>(
      'SELECT terminal, epoch, fenced FROM device',
    )
    .get()
  if (known === undefined || known.terminal === null) return
  const epoch = Math.max(known.epoch, known.fenced ?? 0) + 1
  database.prepare('UPDATE device SET epoch = ?, fenced = NULL').run(epoch)
  database.prepare('DELETE FROM "right" WHERE holder = ? AND epoch < ?').run(known.terminal, epoch)
  dropLeased(database)
  outbox.renumber()
  audit.note({ at, operator: null, deed: 'epoch.began', subject: String(epoch) })
}
