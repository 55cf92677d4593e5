import type { NoticeTable, Store } from '../database/schema.ts'

/** Notes once what an administrator should look at. */
export async function giveNotice(store: Store, notice: NoticeTable): Promise<void> {
  await store
    .insertInto('notice')
    .values(notice)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
