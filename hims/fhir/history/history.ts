import { versionsOf } from '../../clinical/resource-store.ts'
import { storedOf } from '../../clinical/stored.ts'
import type { Store } from '../../database/schema.ts'
import { isNative, readResource, tablesOf } from '../read.ts'
import type { NativeType } from '../read.ts'
import { slotsOf } from '../../../domain/fhir/staff.ts'
import { findRecord } from '../../record/record-store.ts'
import { resourceOf } from '../stored-resource.ts'
import type { ResourceType } from '../type-table.ts'
import type { Resource } from '../resource.ts'
import { nativeVersions } from './native-history.ts'

/** One version of a resource; `resource` is null for a deletion. */
export interface Version {
  readonly type: ResourceType
  readonly id: string
  readonly version: string
  readonly updated: string
  readonly resource: Resource | null
}

const versionOf = (resource: Resource): Version => ({
  type: resource.resourceType,
  id: resource.id,
  version: resource.meta.versionId,
  updated: resource.meta.lastUpdated,
  resource,
})

/** Every version of one resource, the newest first; empty for an id that was never used. */
export async function instanceHistory(store: Store, type: ResourceType, id: string): Promise<readonly Version[]> {
  const native = isNative(type) ? await nativeVersions(store, type, id) : []
  if (native.length > 0) return native.map(versionOf)
  const stored = await versionsOf(store, type, id)
  if (stored.length > 0) {
    return stored.map((one) => ({
      type,
      id,
      version: String(one.version),
      updated: one.updated,
      resource: one.isDeleted ? null : resourceOf(type, one),
    }))
  }
  const only = await readResource(store, type, id)
  return only === null || only === 'deleted' ? [] : [versionOf(only)]
}

export interface HistoryAsk {
  readonly count: number
  /** Versions from this moment on, or all. */
  readonly since: string
  /** How many of the newest have been told already. */
  readonly skip: number
}

/** The newest changes of a type, the newest first. */
export async function typeHistory(
  store: Store,
  type: ResourceType,
  { count, since, skip }: HistoryAsk,
): Promise<readonly Version[]> {
  const most = skip + count + 1
  const versions = [
    ...(isNative(type) ? await nativeChanges(store, type, since, most) : []),
    ...(await storedChanges(store, type, since, most)),
  ]
  return versions
    .toSorted((one, other) => (one.updated === other.updated ? 0 : one.updated < other.updated ? 1 : -1))
    .slice(skip, most)
}

async function storedChanges(
  store: Store,
  type: ResourceType,
  since: string,
  most: number,
): Promise<readonly Version[]> {
  const columns = ['type', 'id', 'version', 'updated', 'deleted', 'body'] as const
  const [now, before] = await Promise.all(
    (['resource', 'resource_history'] as const).map((table) =>
      store
        .selectFrom(table)
        .select(columns)
        .where('type', '=', type)
        .where('updated', '>=', since)
        .orderBy('updated', 'desc')
        .limit(most)
        .execute(),
    ),
  )
  return [...(now ?? []), ...(before ?? [])].map(storedOf).map((one) => ({
    type,
    id: one.id,
    version: String(one.version),
    updated: one.updated,
    resource: one.isDeleted ? null : resourceOf(type, one),
  }))
}

async function nativeChanges(store: Store, type: NativeType, since: string, most: number): Promise<readonly Version[]> {
  const ids = await store
    .selectFrom('record')
    .select('id')
    .where('name', 'in', [...tablesOf[type]])
    .where('changed_at', '>=', since)
    .orderBy('changed_at', 'desc')
    .limit(most)
    .execute()
  const versions: Version[] = []
  const records = ids.map((one) => one.id)
  for (const id of await idsIn(store, type, records)) {
    versions.push(...(await nativeVersions(store, type, id)).map(versionOf))
  }
  return versions.filter(({ updated }) => updated >= since)
}

/** The resources that rows hold, by their ids. */
async function idsIn(store: Store, type: NativeType, records: readonly string[]): Promise<readonly string[]> {
  if (type === 'MedicationRequest') return itemsOf(store, records)
  if (type !== 'Slot') return records
  const slots: string[] = []
  for (const id of records) {
    const hours = await findRecord(store, 'roster', id)
    if (hours !== null) slots.push(...slotsOf(hours).map((slot) => slot.id))
  }
  return slots
}

async function itemsOf(store: Store, prescriptions: readonly string[]): Promise<readonly string[]> {
  if (prescriptions.length === 0) return []
  const items = await store
    .selectFrom('term')
    .select('value')
    .where('name', '=', 'prescription')
    .where('field', '=', 'item')
    .where('id', 'in', prescriptions)
    .execute()
  return items.map(({ value }) => value)
}
