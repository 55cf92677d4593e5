import type { PrescriptionId, TerminalId } from '../../domain/id.ts'
import type { RightWish } from '../../domain/pharmacy/right-wish.ts'
import type { Store } from '../database/schema.ts'
import { findRecord, own, putRecord } from '../record/record-store.ts'

/** How long a counter waits for another one, in milliseconds. */
export const WISH_LIVES = 120_000

/** Asks whoever holds a prescription's rights; an open wish of the same counter is asked on. */
export async function openWish(
  store: Store,
  wish: { readonly id: string; readonly prescriptionId: PrescriptionId; readonly wantedBy: TerminalId },
  { at, until }: { readonly at: string; readonly until: string },
): Promise<RightWish> {
  const [before] = (await openWishes(store, wish.prescriptionId)).filter(({ wantedBy }) => wantedBy === wish.wantedBy)
  if (before !== undefined) return before
  const row: RightWish = { ...wish, at, until, state: 'open' }
  await putRecord(store, own({ table: 'right_wish', row }), at)
  await store.insertInto('open_wish').values({ id: row.id, prescription: row.prescriptionId, until }).execute()
  return row
}

/** Wishes for a prescription's rights that somebody still waits for, the oldest first. */
export async function openWishes(store: Store, prescription: string): Promise<readonly RightWish[]> {
  const open = await store.selectFrom('open_wish').select('id').where('prescription', '=', prescription).execute()
  const wishes: RightWish[] = []
  for (const { id } of open) {
    const wish = (await findRecord(store, 'right_wish', id))?.row
    if (wish !== undefined) wishes.push(wish)
  }
  return wishes.toSorted((one, other) => one.at.localeCompare(other.at))
}

export async function closeWish(
  store: Store,
  wish: RightWish,
  state: Exclude<RightWish['state'], 'open'>,
  at: string,
): Promise<void> {
  await store.deleteFrom('open_wish').where('id', '=', wish.id).execute()
  await putRecord(store, own({ table: 'right_wish', row: { ...wish, state } }), at)
}

/** Marks those that nobody waits for any more. */
export async function closeOverdue(store: Store, at: string): Promise<void> {
  for (const { id } of await store.selectFrom('open_wish').select('id').where('until', '<', at).execute()) {
    const wish = (await findRecord(store, 'right_wish', id))?.row
    if (wish !== undefined) await closeWish(store, wish, 'over', at)
  }
}
