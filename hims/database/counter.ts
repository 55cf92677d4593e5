import { only, statement } from './statement.ts'
import type { Store } from './schema.ts'
import { unitOf } from './unit.ts'

export type CounterName =
  | 'cursor'
  | 'status-index'
  | 'terminal'
  | 'trust-list'
  | 'status-list'
  | 'scheme-rules'
  | 'forward'

/** Numbers are taken at once, also by a unit that holds back the rest: one that is undone leaves them unused. */
const below = (store: Store): Store => unitOf(store)?.below ?? store

const advance = statement((store, name: CounterName, count: number) =>
  store
    .updateTable('counter')
    .set((row) => ({ value: row('value', '+', count) }))
    .where('name', '=', name)
    .returning('value'),
)

/** Takes the next `count` numbers and returns the last of them. The row stays locked until the commit. */
export async function takeNumbers(store: Store, name: CounterName, count = 1): Promise<number> {
  return only(await advance(below(store), name, count)).value
}

/** The newest change that is committed: everything up to it can be read. */
export const newestCursor = (store: Store): Promise<number> => lastNumber(store, 'cursor')

const current = statement((store, name: CounterName) =>
  store.selectFrom('counter').select('value').where('name', '=', name),
)

/** The number that was taken last. */
export async function lastNumber(store: Store, name: CounterName): Promise<number> {
  return only(await current(below(store), name)).value
}

/** Makes sure that a number which came from elsewhere is never taken again. */
export const passNumber = async (store: Store, name: CounterName, number: number): Promise<void> => {
  await below(store)
    .updateTable('counter')
    .set({ value: number })
    .where('name', '=', name)
    .where('value', '<', number)
    .execute()
}
