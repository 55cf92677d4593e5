import { CompiledQuery } from 'kysely'

import type { WriterTable } from './part/writer.ts'
import type { Store } from './schema.ts'

/** The database's rows go to another one just now, or have gone: nothing may be written here. */
export class NotWritable extends Error {
  override readonly name = 'NotWritable'
}

/** Throws where a move has the word. Every transaction asks this first, in itself. */
export function ensureWritable(state: WriterTable['state']): void {
  if (state !== 'open') throw new NotWritable(`The database is ${state}`)
}

const read = CompiledQuery.raw('select state from writer')

export async function writerState(store: Store): Promise<WriterTable['state']> {
  const { rows } = await store.executeQuery<Pick<WriterTable, 'state'>>(read)
  return rows[0]?.state ?? 'open'
}
