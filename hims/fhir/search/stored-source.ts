import { unreachable } from '../../../domain/result.ts'
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'

import { storedOf } from '../../clinical/stored.ts'
import type { Schema, Store } from '../../database/schema.ts'
import { resourceOf } from '../stored-resource.ts'
import type { ResourceType } from '../type-table.ts'
import type { Condition, Wanted } from './condition.ts'
import type { Search } from './read-search.ts'
import { holds } from './holds.ts'
import type { Found, Source } from './source.ts'
import { pageOf } from './source.ts'

const columns = { id: 'id', updated: 'updated', happened: 'happened' } as const

/** Finds resources that are kept as FHIR. */
export async function storedSource(store: Store, type: ResourceType, search: Search): Promise<Source> {
  const isNarrow = search.conditions.some(({ kind }) => kind === 'person' || kind === 'ids')
  const few = isNarrow && search.conditions.some(isSpan) ? await fewOf(store, type, search) : null
  return few ?? byPages(store, type, search, isNarrow)
}

/** A condition that a span of the terms meets, where the index cannot also seek the resource. */
const isSpan = (condition: Condition): boolean =>
  condition.kind === 'terms' &&
  condition.any.some((wanted) => wanted.some(({ checks }) => checks.some(({ compare }) => compare !== '=')))

/** So many resources of one person are looked through at once. */
const MOST = 5000

/**
 * What a person's own resources, or those of some ids, leave: of each the database would read everybody's terms of that
 * span. Null when they are too many for it.
 */
async function fewOf(store: Store, type: ResourceType, search: Search): Promise<Source | null> {
  const rest = search.conditions.filter(isSpan)
  const column = columns[search.order.by]
  const rows = await store
    .selectFrom('resource')
    .selectAll()
    .where((eb) =>
      eb.and([
        eb('resource.type', '=', type),
        eb('resource.deleted', '=', 0),
        ...search.conditions
          .filter((condition) => !isSpan(condition))
          .map((condition) => conditionOf(eb, type, condition, true)),
      ]),
    )
    .limit(MOST + 1)
    .execute()
  if (rows.length > MOST) return null
  const found = rows
    .map((row): Found => ({ resource: resourceOf(type, storedOf(row)), key: row[column], id: row.id }))
    .filter(({ resource }) => rest.every((condition) => holds(type, resource, condition)))
  return { total: async () => found.length, page: async () => pageOf(found, search) }
}

/** Page by page from the database. */
function byPages(store: Store, type: ResourceType, search: Search, isNarrow: boolean): Source {
  const { order, after, count, conditions } = search
  const column = columns[order.by]
  const passing = (eb: ExpressionBuilder<Schema, 'resource'>): Expression<SqlBool> =>
    eb.and([
      eb('resource.type', '=', type),
      eb('resource.deleted', '=', 0),
      ...conditions.map((condition) => conditionOf(eb, type, condition, isNarrow)),
    ])
  return {
    total: async () => {
      const { total } = await store
        .selectFrom('resource')
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .where(passing)
        .executeTakeFirstOrThrow()
      return total
    },
    page: async () => {
      const direction = order.isDown ? 'desc' : 'asc'
      const beyond = order.isDown ? '<' : '>'
      const rows = await store
        .selectFrom('resource')
        .selectAll()
        .where(passing)
        .$if(after !== null, (query) =>
          query.where((eb) =>
            eb.or([
              eb(column, beyond, after?.key ?? ''),
              eb.and([eb(column, '=', after?.key ?? ''), eb('id', beyond, after?.id ?? '')]),
            ]),
          ),
        )
        .orderBy(column, direction)
        .orderBy('id', direction)
        .limit(count + 1)
        .execute()
      return rows.map((row) => ({ resource: resourceOf(type, storedOf(row)), key: row[column], id: row.id }))
    },
  }
}

function conditionOf(
  eb: ExpressionBuilder<Schema, 'resource'>,
  type: ResourceType,
  condition: Condition,
  isNarrow: boolean,
): Expression<SqlBool> {
  switch (condition.kind) {
    case 'ids':
      return eb('resource.id', 'in', condition.ids)
    case 'person':
      return condition.ids.length === 0 ? eb.lit(false) : eb('resource.person', 'in', condition.ids)
    case 'changed':
      return eb.and(condition.checks.map(({ compare, value }) => eb('resource.updated', compare, value)))
    case 'terms':
      return eb.or(condition.any.map((wanted) => eb.and(wanted.map((one) => wantedIn(eb, type, one, isNarrow)))))
    default:
      return unreachable(condition)
  }
}

/** Of a few resources each is looked up among the terms; otherwise the terms say which resources there are. */
function wantedIn(
  eb: ExpressionBuilder<Schema, 'resource'>,
  type: ResourceType,
  { field, checks }: Wanted,
  isNarrow: boolean,
): Expression<SqlBool> {
  const terms = checks.reduce(
    (query, { compare, value }) => query.where('resource_term.value', compare, value),
    eb
      .selectFrom('resource_term')
      .select('resource_term.id')
      .where('resource_term.type', '=', type)
      .where('resource_term.field', '=', field),
  )
  return isNarrow ? eb.exists(terms.whereRef('resource_term.id', '=', 'resource.id')) : eb('resource.id', 'in', terms)
}
