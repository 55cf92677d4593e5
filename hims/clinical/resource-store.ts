import type { ResourceTable, ResourceTermTable } from '../database/part/clinical.ts'
import { rowsStatement } from '../database/rows-statement.ts'
import { statement } from '../database/statement.ts'
import type { Store } from '../database/schema.ts'
import type { Fields } from '../../domain/fhir/fields.ts'
import type { ResourceTerm } from './parameter.ts'
import { isSame, storedOf } from './stored.ts'
import type { Stored } from './stored.ts'

/** A resource to keep as the newest version of itself; a body of null is a tombstone. */
export interface ResourceWrite {
  readonly type: string
  readonly id: string
  readonly person: string | null
  readonly happened: string
  readonly body: Fields | null
  readonly terms: readonly ResourceTerm[]
}

/** The terms that a stored body has: what has to go when it changes. */
export type TermsOf = (type: string, body: Fields) => readonly ResourceTerm[]

export interface Written {
  readonly version: number
  readonly change: 'new' | 'changed' | 'same'
}

const resourceNamed = statement((store, type: string, id: string) =>
  store.selectFrom('resource').selectAll().where('type', '=', type).where('id', '=', id),
)
const versionsNamed = statement((store, type: string, id: string) =>
  store
    .selectFrom('resource_history')
    .selectAll()
    .where('type', '=', type)
    .where('id', '=', id)
    .orderBy('version', 'desc'),
)

/** The newest version, which may be a tombstone; null for an id that was never used. */
export async function findResource(store: Store, type: string, id: string): Promise<Stored | null> {
  const [row] = await resourceNamed(store, type, id)
  return row === undefined ? null : storedOf(row)
}

/** All versions there were, the newest first. */
export async function versionsOf(store: Store, type: string, id: string): Promise<readonly Stored[]> {
  const newest = await resourceNamed(store, type, id)
  return [...newest, ...(await versionsNamed(store, type, id))].map(storedOf)
}

/** The newest versions of several resources of one type, by id. */
export async function findResources(
  store: Store,
  type: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Stored>> {
  const found = new Map<string, Stored>()
  for (const some of chunks([...new Set(ids)])) {
    const rows = await store
      .selectFrom('resource')
      .selectAll()
      .where('type', '=', type)
      .where('id', 'in', some)
      .execute()
    for (const row of rows) found.set(row.id, storedOf(row))
  }
  return found
}

/** SQLite takes 32,766 values in a statement. */
const CHUNK = 500

function chunks<Value>(values: readonly Value[], size = CHUNK): readonly (readonly Value[])[] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, at) => values.slice(at * size, (at + 1) * size))
}

/**
 * Keeps resources, each at most once, in a few statements; what was there before goes to the history. One that is as it
 * was before stays what it is.
 */
export async function putResources(
  store: Store,
  writes: readonly ResourceWrite[],
  termsOf: TermsOf,
  updated: string,
): Promise<readonly Written[]> {
  const before = new Map<string, Stored>()
  for (const type of new Set(writes.map((write) => write.type))) {
    const ids = writes.filter((write) => write.type === type).map(({ id }) => id)
    for (const [id, stored] of await findResources(store, type, ids)) before.set(`${type}/${id}`, stored)
  }
  const outcome = writes.map((write): Written & { readonly write: ResourceWrite; readonly old: Stored | null } => {
    const old = before.get(`${write.type}/${write.id}`) ?? null
    if (old === null) return { write, old, version: 1, change: 'new' }
    const isAsBefore = write.body === null ? old.isDeleted : !old.isDeleted && isSame(old.body, write.body)
    return isAsBefore
      ? { write, old, version: old.version, change: 'same' }
      : { write, old, version: old.version + 1, change: 'changed' }
  })
  const changes = outcome.filter(({ change }) => change !== 'same')
  await keepOld(
    store,
    changes.flatMap(({ old }) => old ?? []),
    termsOf,
  )
  await insertResources(
    store,
    changes.map(({ write, version }) => rowOf(write, version, updated)),
  )
  await keepTerms(
    store,
    changes.map(({ write }) => write),
  )
  return outcome.map(({ version, change }) => ({ version, change }))
}

const rowOf = (
  { type, id, person, happened, body }: ResourceWrite,
  version: number,
  updated: string,
): ResourceTable => ({
  type,
  id,
  version,
  person,
  happened,
  updated,
  deleted: body === null ? 1 : 0,
  body: body === null ? '' : JSON.stringify(body),
})

async function keepOld(store: Store, old: readonly Stored[], termsOf: TermsOf): Promise<void> {
  for (const some of chunks(old)) {
    const rows = some.map(({ type, id, version, updated, isDeleted, body }) => ({
      type,
      id,
      version,
      updated,
      deleted: isDeleted ? 1 : 0,
      body: isDeleted ? '' : JSON.stringify(body),
    }))
    await store.insertInto('resource_history').values(rows).execute()
    for (const { type, id, body } of some) {
      for (const { field, value } of termsOf(type, body)) await dropTerm(store, type, field, value, id)
    }
  }
}

const dropTerm = statement((store, type: string, field: string, value: string, id: string) =>
  store
    .deleteFrom('resource_term')
    .where('type', '=', type)
    .where('field', '=', field)
    .where('value', '=', value)
    .where('id', '=', id),
)

const insertResources = rowsStatement<ResourceTable, unknown>({
  columns: ['type', 'id', 'version', 'person', 'happened', 'updated', 'deleted', 'body'],
  most: 256,
  fit: 'split',
  build: (store, rows) =>
    store
      .insertInto('resource')
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(['type', 'id']).doUpdateSet((eb) => ({
          version: eb.ref('excluded.version'),
          person: eb.ref('excluded.person'),
          happened: eb.ref('excluded.happened'),
          updated: eb.ref('excluded.updated'),
          deleted: eb.ref('excluded.deleted'),
          body: eb.ref('excluded.body'),
        })),
      ),
})

const insertTerms = rowsStatement<ResourceTermTable, unknown>({
  columns: ['type', 'field', 'value', 'id'],
  most: 512,
  fit: 'split',
  build: (store, rows) =>
    store
      .insertInto('resource_term')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing()),
})

async function keepTerms(store: Store, writes: readonly ResourceWrite[]): Promise<void> {
  const terms = writes.flatMap(({ type, id, body, terms: own }) =>
    body === null ? [] : own.map(({ field, value }) => ({ type, field, value, id })),
  )
  await insertTerms(store, terms)
}
