import { versionsOf } from '../../clinical/resource-store.ts'
import type { Stored } from '../../clinical/stored.ts'
import type { RecordTable, Store } from '../../database/schema.ts'
import { findByTerm } from '../../record/record-store.ts'
import { besideType, withBeside } from '../beside.ts'
import { bareNative, bareOf, readNative, recordIdOf, tablesOf } from '../read.ts'
import type { NativeType } from '../read.ts'
import type { Resource } from '../resource.ts'

/**
 * What a resource of our own tables was after each change, the newest first. Cards and links are told as they now are; an
 * order's older versions are those of its prescription.
 */
export async function nativeVersions(store: Store, type: NativeType, id: string): Promise<readonly Resource[]> {
  const newest = await readNative(store, type, id)
  if (newest === null) return []
  const names = [...tablesOf[type]]
  const recordId = await recordOf(store, type, id)
  const [now, before, beside] = await Promise.all([
    store.selectFrom('record').selectAll().where('name', 'in', names).where('id', '=', recordId).execute(),
    store.selectFrom('record_history').selectAll().where('name', 'in', names).where('id', '=', recordId).execute(),
    versionsOf(store, besideType(type), id),
  ])
  const records = [...now, ...before.map((record) => ({ ...record, person: null }))]
  const moments = [...new Set([...records.map((one) => one.changed_at), ...beside.map((one) => one.updated)])]
  const versions = new Map([[newest.meta.versionId, newest]])
  for (const at of moments.toSorted().toReversed()) {
    const record = latest(
      records,
      ({ changed_at }) => changed_at <= at,
      ({ version }) => version,
    )
    const kept = latest(
      beside,
      ({ updated }) => updated <= at,
      ({ version }) => version,
    )
    const resource = record === null ? null : await renderedAs(store, type, id, record, kept)
    if (resource !== null && !versions.has(resource.meta.versionId)) versions.set(resource.meta.versionId, resource)
  }
  return [...versions.values()]
}

async function recordOf(store: Store, type: NativeType, id: string): Promise<string> {
  if (type !== 'MedicationRequest') return recordIdOf(type, id)
  const [order] = await findByTerm(store, 'prescription', { field: 'item', value: id })
  return order?.row.id ?? id
}

function latest<Value>(
  values: readonly Value[],
  isBefore: (value: Value) => boolean,
  version: (value: Value) => number,
): Value | null {
  return values.filter(isBefore).toSorted((one, other) => version(other) - version(one))[0] ?? null
}

async function renderedAs(
  store: Store,
  type: NativeType,
  id: string,
  record: RecordTable,
  beside: Stored | null,
): Promise<Resource | null> {
  if (type === 'Slot') {
    const slot = (await bareOf(store, type, record)).find((one) => one.id === id)
    return slot === undefined ? null : withBeside(slot, beside)
  }
  if (type !== 'MedicationRequest') {
    const bare = await bareNative(store, type, id, record)
    return bare === null ? null : withBeside(bare, beside)
  }
  const bare = (await bareOf(store, type, record)).find((one) => one.id === id)
  if (bare === undefined) return null
  const meta = { versionId: `${record.version}.0`, lastUpdated: record.changed_at }
  return withBeside({ ...bare, meta }, beside)
}
