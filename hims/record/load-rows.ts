import type { TableName } from '../../domain/wire/table.ts'
import type { HimsInside, LoadReport, RefusedRow } from '../hims.ts'
import { giveRights } from '../right/give-rights.ts'
import { moment } from '../world.ts'
import { addRecords } from './add-records.ts'
import { loadRow, readIncoming } from './load.ts'
import type { Incoming } from './record-store.ts'

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

/** Tables whose rows bring nothing else about, and so can be kept many at a time. */
const plain: ReadonlySet<TableName> = new Set<TableName>([
  'facility',
  'department',
  'operator',
  'person',
  'allergy',
  'card_flag',
  'medicine',
  'lot',
  'stock_event',
  'dispense',
])

const loadBatch = ({ commit, world }: HimsInside, batch: readonly Line[]): Promise<readonly RefusedRow[]> =>
  commit(batch.length, async (store) => {
    const at = moment(world.now())
    const refused: RefusedRow[] = []
    const many: Incoming[] = []
    for (const { at: line, value } of batch) {
      const incoming = readIncoming(value)
      if (incoming.ok && plain.has(incoming.value.known.table)) {
        many.push(incoming.value)
        continue
      }
      const loaded = incoming.ok ? await loadRow(store, incoming.value, at) : incoming
      if (!loaded.ok) refused.push({ at: line, reason: loaded.problem })
    }
    await addRecords(store, many, at)
    return refused
  })
