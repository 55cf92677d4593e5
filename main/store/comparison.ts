import { noRows, plus, rowSum } from '../../domain/wire/row-sum.ts'
import type { RowSum } from '../../domain/wire/row-sum.ts'
import { MOST_LEFT_OUT } from '../../domain/wire/digest.ts'
import { tableNames, tablesOfOneHospital } from '../../domain/wire/table.ts'
import type { TableName } from '../../domain/wire/table.ts'
import type { Compared, Span } from '../../sync/sync-store.ts'
import type { Database } from './database.ts'
import type { Outbox } from './outbox.ts'
import type { ServerTable } from './server-table.ts'

/** What is here, as the server in use would count it. */
export interface Comparison {
  /** Rows with work of this terminal on its way; null when there are too many to leave out. */
  leftOut(): readonly (readonly [string, string])[] | null
  sumOf(span: Span): RowSum
  /** Forgets the server's rows of a span but for these; those with work of this terminal on its way stay. */
  keepOnly(span: Span, ids: ReadonlySet<string>): ReadonlySet<TableName>
  /** Somebody wants to know now. */
  want(): void
  /** True once after `want`. */
  isWanted(): boolean
  /** Visits up to `visitsAfter` count no more on either side. */
  done(compared: Compared, visitsAfter: string): void
  last(): Compared | null
}

interface Versioned {
  readonly id: string
  readonly version: number
}

export function comparison(database: Database, outbox: Outbox, servers: ServerTable): Comparison {
  const between = (table: string) =>
    database.prepare<[string, string], Versioned>(`SELECT id, version FROM "${table}" WHERE id > ? AND id <= ?`)
  const spans = new Map<string, ReturnType<typeof between>>(tableNames.map((table) => [table, between(table)]))
  // A row that this version can't read is here nevertheless.
  const strange = database.prepare<[string, string, string], Versioned>(
    'SELECT id, version FROM quarantine WHERE tbl = ? AND id > ? AND id <= ?',
  )
  const forgetStrange = database.prepare<[string, string]>('DELETE FROM quarantine WHERE tbl = ? AND id = ?')
  const put = database.prepare(
    `INSERT OR REPLACE INTO comparison (only_row, at, buckets, differed, mended, unresolved, visits_after)
     VALUES (1, @at, @buckets, @differed, @mended, @unresolved, @visitsAfter)`,
  )
  const last = database.prepare<[], Compared>('SELECT at, buckets, differed, mended, unresolved FROM comparison')
  let wanted = false

  return {
    leftOut() {
      const pending = [...outbox.pending()]
      if (pending.length > MOST_LEFT_OUT) return null
      return pending.map((name) => [name.slice(0, name.indexOf('/')), name.slice(name.indexOf('/') + 1)] as const)
    },
    sumOf({ table, after, upTo }) {
      const versionOf = servers.reader()
      const pending = outbox.pending()
      let sum = noRows
      for (const { id, version } of [
        ...(spans.get(table)?.all(after, upTo) ?? []),
        ...strange.all(table, after, upTo),
      ]) {
        // What no server gave is not counted: a person who was looked up, a row that another server sent.
        const own = versionOf(version)
        if (own > 0 && !pending.has(`${table}/${id}`)) sum = plus(sum, rowSum(id, own))
      }
      return sum
    },
    keepOnly({ table, after, upTo }, ids) {
      const versionOf = servers.reader()
      const pending = outbox.pending()
      const isGone = ({ id, version }: Versioned) =>
        !ids.has(id) && versionOf(version) > 0 && !pending.has(`${table}/${id}`)
      const gone = (spans.get(table)?.all(after, upTo) ?? []).filter(isGone)
      for (const { id } of strange.all(table, after, upTo).filter(isGone)) forgetStrange.run(table, id)
      const name = tablesOfOneHospital.find((each) => each === table)
      if (name === undefined || gone.length === 0) return new Set()
      const remove = database.prepare<[string]>(`DELETE FROM "${name}" WHERE id = ?`)
      for (const { id } of gone) remove.run(id)
      return new Set([name])
    },
    want() {
      wanted = true
    },
    isWanted() {
      const was = wanted
      wanted = false
      return was
    },
    done: (compared, visitsAfter) => void put.run({ ...compared, visitsAfter }),
    last: () => last.get() ?? null,
  }
}
