import type { HimsInside, LoadReport, RefusedRow } from '../hims.ts'
import { giveRights } from '../right/give-rights.ts'
import { moment } from '../world.ts'
import { loadRow, readIncoming } from './load.ts'

const BATCH = 1000

interface Line {
  readonly at: number
  readonly value: unknown
}

/** Loads rows in batches, each one commit. A bad row is reported and the others are kept. */
export async function loadRows(
  inside: HimsInside,
  rows: Iterable<unknown> | AsyncIterable<unknown>,
): Promise<LoadReport> {
  const refused: RefusedRow[] = []
  let batch: Line[] = []
  let at = 0
  const flush = async (): Promise<void> => {
    if (batch.length > 0) refused.push(...(await loadBatch(inside, batch)))
    batch = []
  }
  for await (const value of rows) {
    batch.push({ at: at++, value })
    if (batch.length >= BATCH) await flush()
  }
  await flush()
  // At the end, so that rights which came along in the rows themselves go first.
  await inside.commit(1, (store) => giveRights(store, inside.world))
  return { loaded: at - refused.length, refused }
}

const loadBatch = ({ commit, world }: HimsInside, batch: readonly Line[]): Promise<readonly RefusedRow[]> =>
  commit(batch.length, async (store) => {
    const refused: RefusedRow[] = []
    for (const { at, value } of batch) {
      const incoming = readIncoming(value)
      const loaded = incoming.ok ? await loadRow(store, incoming.value, moment(world.now())) : incoming
      if (!loaded.ok) refused.push({ at, reason: loaded.problem })
    }
    return refused
  })
