import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { ChangeRow } from '../../domain/wire/sync.ts'
import { passNumber } from '../database/counter.ts'
import type { Store } from '../database/schema.ts'
import { oweRights, settleRight } from '../right/give-rights.ts'
import { keepStatus } from '../status/card-status.ts'
import { takeToken } from '../mutation/take-token.ts'
import { findByTerm, findRecord, putRecord } from './record-store.ts'
import type { Incoming } from './record-store.ts'
import { readKnown } from './tolerant.ts'

/** Reads a `{table, row}` line; fields that this version doesn't know are kept. */
export function readIncoming(line: unknown): Result<Incoming, string> {
  const read = readKnown(ChangeRow, line)
  if (!read.ok) return read
  const whole = typeof line === 'object' && line !== null && 'row' in line ? line.row : read.value.row
  return ok({ known: read.value, whole })
}

/** Keeps a row that an administrator brings, with what follows from it. */
export async function loadRow(store: Store, incoming: Incoming, at: string): Promise<Result<null, string>> {
  const { known } = incoming
  if (known.table === 'right') {
    const rights = await findByTerm(store, 'right', { field: 'item', value: known.row.itemId })
    if (rights.some(({ row }) => row.id !== known.row.id)) return fail('another right to this item exists')
    await settleRight(store, known.row.itemId)
  }
  if (known.table === 'visit' && !(await takeToken(store, known.row))) return fail('token already given')
  if (known.table === 'card') {
    await passNumber(store, 'status-index', known.row.statusIndex)
    await keepStatus(store, known.row.statusIndex, known.row.status)
  }
  const before = known.table === 'prescription' ? await findRecord(store, 'prescription', known.row.id) : null
  await putRecord(store, incoming, at)
  if (known.table === 'prescription') await oweRights(store, known.row, before?.row ?? null)
  return ok(null)
}
