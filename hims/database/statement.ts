import type { Compilable, CompiledQuery } from 'kysely'

import type { Store } from './schema.ts'
import { OutsideUnit, unitOf } from './unit.ts'

/** Where a value goes in a statement that is built before there are values. */
interface Place {
  readonly place: number
}

const isPlace = (value: unknown): value is Place => typeof value === 'object' && value !== null && 'place' in value

/**
 * A statement that Kysely builds once and every run only binds: building costs five times what SQLite needs to run it.
 * `build` must use each value as a value, never look into it.
 */
export function statement<Values extends readonly unknown[], Row>(
  build: (store: Store, ...values: Values) => Compilable<Row>,
): (store: Store, ...values: Values) => Promise<readonly Row[]> {
  const compile = (store: Store): CompiledQuery<Row> => {
    const places: unknown = Array.from({ length: build.length - 1 }, (_, place): Place => ({ place }))
    // The stand-ins show up in the compiled statement's list of parameters and nowhere else.
    const asValues = (stand: unknown): stand is Values => Array.isArray(stand)
    if (!asValues(places)) throw new Error('unreachable')
    return build(store, ...places).compile()
  }
  // One for each database that is open: what is compiled for one engine is not SQL for another.
  const compiled = new WeakMap<object, CompiledQuery<Row>>()
  return async (store, ...values) => {
    if (unitOf(store) !== null) throw new OutsideUnit()
    const { adapter } = store.getExecutor()
    const query = compiled.get(adapter) ?? compile(store)
    compiled.set(adapter, query)
    const parameters = query.parameters.map((value) => (isPlace(value) ? values[value.place] : value))
    return (await store.executeQuery<Row>({ ...query, parameters })).rows
  }
}

/** Rows of a statement that always has exactly one. */
export function only<Row>(rows: readonly Row[]): Row {
  const [row] = rows
  if (row === undefined) throw new Error('A row that must exist is missing')
  return row
}
