import { z } from 'zod'

import type { Store } from '../database/schema.ts'
import { changeSelf } from './self.ts'

const Own = z.looseObject({ n: z.int() })

/** A hub that came back from a copy counts anew; what waits of its own goes up again under the same ids. */
export async function beginAgain(store: Store, epoch: number): Promise<void> {
  const own = await store.selectFrom('forward').selectAll().where('kind', '=', 'own').orderBy('seq').execute()
  for (const [at, { seq, body }] of own.entries()) {
    const said = Own.parse(JSON.parse(Buffer.from(body).toString('utf8')))
    const renumbered = Buffer.from(JSON.stringify({ ...said, n: at + 1 }))
    await store.updateTable('forward').set({ body: renumbered }).where('seq', '=', seq).execute()
  }
  await changeSelf(store, { epoch, next_n: own.length + 1 })
  await forgetLent(store)
}

/** Numbers, cards and rights that the copy takes for its own may be others' by now: it fetches new ones. */
export async function forgetLent(store: Store): Promise<void> {
  await store.deleteFrom('hub_stock').execute()
  await store.deleteFrom('ungiven_right').execute()
}
