import type { Prescription } from '../../domain/pharmacy/prescription.ts'
import type { Store } from '../database/schema.ts'
import { putRecord, wholeRow } from '../record/record-store.ts'
import { isAllGiven } from './owed.ts'

export async function setStatus(store: Store, prescription: Prescription, status: string, at: string): Promise<void> {
  const known = { table: 'prescription', row: { ...prescription, status } } as const
  const whole = await wholeRow(store, 'prescription', prescription.id)
  await putRecord(store, { known, whole: { ...whole, status } }, at)
}

export async function completeWhenGiven(store: Store, prescription: Prescription, at: string): Promise<void> {
  if (await isAllGiven(store, prescription)) await setStatus(store, prescription, 'completed', at)
}
