import type { Prescription } from '../../domain/pharmacy/prescription.ts'
import type { Store } from '../database/schema.ts'
import { findRecord } from '../record/record-store.ts'

export interface Holder {
  readonly id: string
  readonly epoch: number
}

/** A pharmacy that is in use, or null. */
export async function pharmacyNamed(store: Store, terminal: string): Promise<Holder | null> {
  const pharmacy = await store
    .selectFrom('terminal')
    .select(['id', 'epoch'])
    .where('id', '=', terminal)
    .where('role', '=', 'pharmacy')
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  return pharmacy ?? null
}

/**
 * The pharmacy of these hospitals enrolled last, because an earlier one may have been replaced by it; of all where no
 * hospital is known. Another hospital's pharmacy is not sent what it would be asked to let go.
 */
export async function newestPharmacy(store: Store, hospitals: readonly string[]): Promise<Holder | null> {
  const newest = store
    .selectFrom('terminal')
    .select(['id', 'epoch'])
    .where('role', '=', 'pharmacy')
    .where('retired_at', 'is', null)
    .orderBy('number', 'desc')
  const own = hospitals.length === 0 ? newest : newest.where('facility', 'in', [...hospitals])
  return (await own.executeTakeFirst()) ?? null
}

/**
 * Where the rights to a prescription go first: its department's pharmacy, else the newest of its hospital. Any counter may
 * claim them.
 */
export async function firstHolder(
  store: Store,
  { department, personId }: Pick<Prescription, 'department' | 'personId'>,
): Promise<Holder | null> {
  const mapped = await store
    .selectFrom('department_pharmacy')
    .select('terminal')
    .where('department', '=', department)
    .executeTakeFirst()
  const own = mapped === undefined ? null : await pharmacyNamed(store, mapped.terminal)
  if (own !== null) return own
  const hospital = (await findRecord(store, 'department', department))?.row.facility
  return newestPharmacy(store, hospital === undefined ? await hospitalsOf(store, personId) : [hospital])
}

/** Those that hold a person: their pharmacies are sent what was ordered, whichever department ordered it. */
async function hospitalsOf(store: Store, person: string): Promise<readonly string[]> {
  const held = await store.selectFrom('member').select('facility').where('person', '=', person).execute()
  return held.map(({ facility }) => facility)
}

/** Sends the rights of a department to one pharmacy from now on; null takes that back. False when there is none such. */
export async function mapDepartment(store: Store, department: string, terminal: string | null): Promise<boolean> {
  await store.deleteFrom('department_pharmacy').where('department', '=', department).execute()
  if (terminal === null) return true
  if ((await pharmacyNamed(store, terminal)) === null) return false
  await store.insertInto('department_pharmacy').values({ department, terminal }).execute()
  return true
}
