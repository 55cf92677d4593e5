import type { Compilable, CompiledQuery } from 'kysely'

import { directOf, runAll } from './direct.ts'
import type { Direct } from './direct.ts'
import type { Store } from './schema.ts'

/** A statement over many rows at once. */
export interface RowsPlan<Row extends object, Answer> {
  /** In any order; every one that `build` uses. */
  readonly columns: readonly (keyof Row & string)[]
  /** So many rows in a statement at most: a power of two. */
  readonly most: number
  /**
   * How rows that are no power of two fit: `split` into several statements, or `pad` by saying the last one again, which
   * only a reading can stand.
   */
  readonly fit: 'split' | 'pad'
  /** Must use each value as a value, never look into it. */
  readonly build: (store: Store, rows: readonly Row[]) => Compilable<Answer>
}

interface Place {
  readonly at: number
  readonly column: string
}

interface Built<Row, Answer> {
  readonly query: CompiledQuery<Answer>
  readonly parametersOf: (rows: readonly Row[], from: number) => unknown[]
}

const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' && value !== null && 'at' in value && 'column' in value

/**
 * Like `statement`, for a number of rows that is not known before. It is built once for each power of two, because
 * both Kysely and the database take longer to understand a long statement than to run it.
 */
export function rowsStatement<Row extends object, Answer>(
  plan: RowsPlan<Row, Answer>,
): (store: Store, rows: readonly Row[]) => Promise<readonly Answer[]> {
  const built = new WeakMap<object, Map<number, Built<Row, Answer>>>()
  const builtFor = (store: Store, size: number): Built<Row, Answer> => {
    const { adapter } = store.getExecutor()
    const sizes = built.get(adapter) ?? new Map<number, Built<Row, Answer>>()
    built.set(adapter, sizes)
    const known = sizes.get(size) ?? compile(plan, store, size)
    sizes.set(size, known)
    return known
  }
  return async (store, rows) => {
    const statements: (() => Promise<void>)[] = []
    const answers: Answer[] = []
    const run: Direct = directOf(store) ?? (async (query) => (await store.executeQuery(query)).rows)
    for (let from = 0; from < rows.length;) {
      const [start, size] = [from, sizeFor(rows.length - from, plan)]
      const { query, parametersOf } = builtFor(store, size)
      statements.push(async () => {
        for (const answer of await run<Answer>({ ...query, parameters: parametersOf(rows, start) }))
          answers.push(answer)
      })
      from += size
    }
    await runAll(store, statements)
    return answers
  }
}

function sizeFor(left: number, { fit, most }: { readonly fit: 'split' | 'pad'; readonly most: number }): number {
  const power = Math.log2(left)
  return Math.min(most, 2 ** (fit === 'split' ? Math.floor(power) : Math.ceil(power)))
}

function compile<Row extends object, Answer>(
  { columns, build }: RowsPlan<Row, Answer>,
  store: Store,
  size: number,
): Built<Row, Answer> {
  const stand: unknown = Array.from({ length: size }, (_, at) =>
    Object.fromEntries(columns.map((column): [string, Place] => [column, { at, column }])),
  )
  // The stand-ins show up in the compiled statement's list of parameters and nowhere else.
  const asRows = (value: unknown): value is readonly Row[] => Array.isArray(value)
  if (!asRows(stand)) throw new Error('unreachable')
  const query = build(store, stand).compile()
  return { query, parametersOf: parametersFrom(query.parameters.map((value) => sourceOf(columns, value))) }
}

interface Source<Row> {
  /** Which row, from where the statement begins; null for a value that is always the same. */
  readonly at: number | null
  readonly column: (keyof Row & string) | null
  readonly value: unknown
}

function sourceOf<Row extends object>(columns: readonly (keyof Row & string)[], value: unknown): Source<Row> {
  const column = isPlace(value) ? (columns.find((name) => name === value.column) ?? null) : null
  return isPlace(value) && column !== null ? { at: value.at, column, value: null } : { at: null, column: null, value }
}

/** A statement that pads says its last row again. */
const parametersFrom =
  <Row extends object>(sources: readonly Source<Row>[]): Built<Row, unknown>['parametersOf'] =>
  (rows, from) => {
    const last = rows.length - 1
    return sources.map(({ at, column, value }) =>
      at === null || column === null ? value : (rows[Math.min(from + at, last)]?.[column] ?? null),
    )
  }
