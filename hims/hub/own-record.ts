import { createHash } from 'node:crypto'

import { uuidV7 } from '../../domain/id.ts'
import { takeNumbers } from '../database/counter.ts'
import type { Store } from '../database/schema.ts'
import { moment } from '../world.ts'
import type { HimsWorld } from '../world.ts'
import { changeSelf } from './self.ts'

export const hashOfRow = (row: string): string => createHash('sha256').update(row).digest('hex')

/** What a hub records by itself: orders and allergies that came to it, rights that it gave or was asked for. */
const ownTables = ['prescription', 'allergy', 'right', 'right_wish'] as const
const MOST = 200

/**
 * Looks through what changed here since the last time and queues what the HIMS above cannot work out from the terminals'
 * own pushes. Call it before a push is queued: whatever a terminal did with a right comes after the right.
 */
export async function queueOwn(store: Store, world: Pick<HimsWorld, 'now' | 'random'>): Promise<void> {
  for (;;) {
    const self = await store.selectFrom('hub_self').selectAll().executeTakeFirst()
    if (self?.terminal === null || self === undefined) return
    const changed = await store
      .selectFrom('record')
      .select(['cursor', 'name', 'id', 'version', 'row'])
      .where('cursor', '>', self.own_cursor)
      .where('name', 'in', ownTables)
      .orderBy('cursor')
      .limit(MOST)
      .execute()
    const last = changed.at(-1)
    if (last === undefined) return
    let n = self.next_n
    for (const record of changed) {
      if (!(await isOwn(store, record))) continue
      await queueRow(store, { ...record, n, hub: self.terminal }, world)
      n++
    }
    await changeSelf(store, { own_cursor: last.cursor, next_n: n })
  }
}

/** Each row by itself: what HIMS will not have of one must not keep it from another. */
async function queueRow(
  store: Store,
  { cursor, name, id: rowId, row, n, hub }: Changed & { cursor: number; n: number; hub: string },
  { now, random }: Pick<HimsWorld, 'now' | 'random'>,
): Promise<void> {
  const id = uuidV7(now(), random(10))
  const said = `{"kind":"hub.recorded","rows":[{"table":"${name}","row":${row}}]}`
  const body = Buffer.from(`{"n":${n},"id":"${id}","at":"${moment(now())}","body":${said}}`)
  const seq = await takeNumbers(store, 'forward')
  await store
    .insertInto('forward')
    .values({ seq, kind: 'own', terminal: hub, body, since: cursor - 1 })
    .execute()
  await seen(store, name, rowId, row)
}

interface Changed {
  readonly name: string
  readonly id: string
  readonly row: string
}

async function isOwn(store: Store, { name, id, row }: Changed): Promise<boolean> {
  const known = await store
    .selectFrom('hub_seen')
    .select('hash')
    .where('name', '=', name)
    .where('id', '=', id)
    .executeTakeFirst()
  // A right shrinks, and an order is completed, by dispensings: those go up as the pushes they came in.
  if (name === 'right') return known === undefined
  if (name === 'prescription' && known !== undefined && row.includes('"status":"completed"')) return false
  return known?.hash !== hashOfRow(row)
}

/** The HIMS above has this row, or will have it before anything that is queued after this. */
export async function seen(store: Store, name: string, id: string, row: string): Promise<void> {
  const hash = hashOfRow(row)
  await store
    .insertInto('hub_seen')
    .values({ name, id, hash })
    .onConflict((conflict) => conflict.columns(['name', 'id']).doUpdateSet({ hash }))
    .execute()
}
