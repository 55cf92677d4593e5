import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'

import { unreachable } from '../../domain/result.ts'
import type { TableName } from '../../domain/wire/table.ts'
import type { RecordTable, Schema, Store } from '../database/schema.ts'
import type { Term } from '../record/term.ts'

/** One condition of a search. All of them must hold. */
export type Filter =
  | { readonly kind: 'ids'; readonly ids: readonly string[] }
  | { readonly kind: 'term'; readonly term: Term }
  | { readonly kind: 'word'; readonly start: string }
  | { readonly kind: 'changed'; readonly compare: '<' | '<=' | '>' | '>='; readonly at: string }

export interface Page {
  readonly records: readonly RecordTable[]
  readonly total: number
  /** The id to go on after, or null at the end. */
  readonly next: string | null
}

export interface Paging {
  readonly count: number
  readonly after: string | null
}

/** The last of all characters: every word that begins with another sorts before the two together. */
const END = '\u{10ffff}'

/** Records of a table that pass every filter, in the order of their ids, a page at a time. */
export async function searchRecords(
  store: Store,
  name: TableName,
  filters: readonly Filter[],
  { count, after }: Paging,
): Promise<Page> {
  const passing = (eb: ExpressionBuilder<Schema, 'record'>): Expression<SqlBool> =>
    eb.and([eb('record.name', '=', name), ...filters.map((filter) => conditionOf(eb, name, filter))])
  const { total } = await store
    .selectFrom('record')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where(passing)
    .executeTakeFirstOrThrow()
  const found = await store
    .selectFrom('record')
    .selectAll()
    .where(passing)
    .where('record.id', '>', after ?? '')
    .orderBy('record.id')
    .limit(count + 1)
    .execute()
  const records = found.slice(0, count)
  return { records, total, next: found.length > count ? (records.at(-1)?.id ?? null) : null }
}

function conditionOf(eb: ExpressionBuilder<Schema, 'record'>, name: TableName, filter: Filter): Expression<SqlBool> {
  const terms = eb.selectFrom('term').select('term.id').where('term.name', '=', name)
  switch (filter.kind) {
    case 'ids':
      return filter.ids.length === 0 ? eb.lit(false) : eb('record.id', 'in', filter.ids)
    case 'changed':
      return eb('record.changed_at', filter.compare, filter.at)
    case 'term': {
      const { field, value } = filter.term
      return eb('record.id', 'in', terms.where('term.field', '=', field).where('term.value', '=', value))
    }
    case 'word': {
      const { start } = filter
      const words = terms.where('term.field', '=', 'word').where('term.value', '>=', start)
      return eb('record.id', 'in', words.where('term.value', '<', start + END))
    }
    default:
      return unreachable(filter)
  }
}
