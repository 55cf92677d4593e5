import type { Engine } from '../database/engine.ts'
import type { WriterTable } from '../database/part/writer.ts'

export const stateOf = ({ store }: Engine): Promise<WriterTable> =>
  store.selectFrom('writer').selectAll().executeTakeFirstOrThrow()

/** A move that ended in its pause, without a word, gives the database back when the pause is over. */
export const endPause = async ({ store }: Engine, now: number): Promise<void> =>
  void (await store
    .updateTable('writer')
    .set({ state: 'open', until: 0 })
    .where('state', '=', 'paused')
    .where('until', '<=', now)
    .execute())

/** Throws one clear line when a move has the word over a database that is to be opened. */
export async function ensureServable(engine: Engine, now: number): Promise<void> {
  await endPause(engine, now)
  const { state } = await stateOf(engine)
  if (state === 'filling') throw new Error('A move fills this database; it can be served when that has ended')
  if (state === 'moved') throw new Error('This database has moved to another one; serve that one')
}
