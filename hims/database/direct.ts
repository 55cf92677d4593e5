import type { CompiledQuery } from 'kysely'

import type { Store } from './schema.ts'

/** Runs a statement behind those that were given before it, without waiting for them. */
export type Direct = <Row>(query: CompiledQuery<Row>) => Promise<readonly Row[]>

const directs = new WeakMap<Store, Direct>()

/** Says that a transaction takes many statements at once, in their order. */
export const allowMany = (store: Store, direct: Direct): void => void directs.set(store, direct)

/** Null where one statement has to wait for the other. */
export const directOf = (store: Store): Direct | null => directs.get(store) ?? null

/**
 * Runs works that each give their statements at once: together where the transaction takes many, else one after the other.
 * It never ends before all of them have, also when one fails: a statement that came after the rollback would be kept.
 */
export async function runAll(store: Store, works: readonly (() => Promise<unknown>)[]): Promise<void> {
  if (directOf(store) === null) {
    for (const work of works) await work()
    return
  }
  const problems: unknown[] = []
  await Promise.all(works.map((work) => work().catch((error: unknown) => problems.push(error))))
  if (problems.length > 0) throw problems[0]
}
