import { createHash } from 'node:crypto'

import {
  SEGMENT_BYTES,
  SEGMENT_CARDS,
  allGood,
  codeAt,
  codeOfStatus,
  digestOf,
  setCode,
} from '../../domain/card/status-list.ts'
import { takeNumbers } from '../database/counter.ts'
import type { Store } from '../database/schema.ts'

export const sha256 = (bytes: Uint8Array): Uint8Array => Uint8Array.from(createHash('sha256').update(bytes).digest())

/** Puts a card's status into the state that status lists are made of. */
export async function keepStatus(store: Store, index: number, status: string): Promise<void> {
  const [number, offset, code] = [Math.floor(index / SEGMENT_CARDS), index % SEGMENT_CARDS, codeOfStatus(status)]
  const row = await store
    .selectFrom('card_status_segment')
    .select('body')
    .where('segment', '=', number)
    .executeTakeFirst()
  const body = row === undefined ? new Uint8Array(SEGMENT_BYTES) : Uint8Array.from(row.body)
  if (codeAt(body, offset) === code) return
  setCode(body, offset, code)
  await store.deleteFrom('card_status_segment').where('segment', '=', number).execute()
  if (!allGood(body)) {
    await store
      .insertInto('card_status_segment')
      .values({ segment: number, body, hash: sha256(body) })
      .execute()
  }
  const seq = await takeNumbers(store, 'status-list')
  await store.insertInto('card_status_change').values({ seq, status_index: index, code }).execute()
}

/** The digest of the state as it now is. */
export async function stateDigest(store: Store): Promise<Uint8Array> {
  const rows = await store.selectFrom('card_status_segment').select(['segment', 'hash']).orderBy('segment').execute()
  return digestOf(
    rows.map(({ segment, hash }) => [segment, Uint8Array.from(hash)] as const),
    sha256,
  )
}
