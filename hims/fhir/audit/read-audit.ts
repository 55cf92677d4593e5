import type { AccessTable, OriginTable } from '../../database/part/clinical.ts'
import type { Store } from '../../database/schema.ts'
import type { Resource } from '../resource.ts'
import { auditEventOf, provenanceOf } from './audit-event.ts'

async function clientNames(store: Store): Promise<ReadonlyMap<string, string>> {
  const clients = await store.selectFrom('client').select(['id', 'name']).execute()
  return new Map(clients.map(({ id, name }) => [id, name]))
}

export async function auditEventsOf(store: Store, rows: readonly AccessTable[]): Promise<readonly Resource[]> {
  const names = await clientNames(store)
  return rows.map((row) => auditEventOf(row, names.get(row.client ?? '')))
}

export async function provenancesOf(store: Store, rows: readonly OriginTable[]): Promise<readonly Resource[]> {
  const names = await clientNames(store)
  return rows.map((row) => provenanceOf(row, names.get(row.client ?? '')))
}

export async function auditEventById(store: Store, id: string): Promise<Resource | null> {
  const rows = await store.selectFrom('access').selectAll().where('id', '=', id).execute()
  return (await auditEventsOf(store, rows))[0] ?? null
}

export async function provenanceById(store: Store, id: string): Promise<Resource | null> {
  const rows = await store.selectFrom('origin').selectAll().where('id', '=', id).execute()
  return (await provenancesOf(store, rows))[0] ?? null
}
