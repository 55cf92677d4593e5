import { createHash } from 'node:crypto'

import { uuidV7 } from '../../domain/id.ts'
import type { Mutation } from '../../domain/wire/sync.ts'
import { joinFacility } from '../record/member.ts'
import { findRecord, isKept, putRecord } from '../record/record-store.ts'
import type { Incoming } from '../record/record-store.ts'
import { grant, oweRights } from '../right/give-rights.ts'
import { pharmacyNamed } from '../right/policy.ts'
import { alreadyKept, applied, refused, waits } from './outcome.ts'
import type { Applying, Outcome, Waits } from './outcome.ts'

type Written = Extract<Mutation['body'], { readonly kind: 'prescription.written' }>

/** A doctor wrote an order. Its rights bear ids made of its items', so that a hub and HIMS make the same ones. */
export async function writePrescription(
  { store, terminal, at }: Applying,
  { prescription, holder, terminal: writer }: Written,
  incoming: Incoming,
): Promise<Outcome | Waits> {
  if (writer !== terminal.id) return refused('other-terminal')
  const before = await findRecord(store, 'prescription', prescription.id)
  if (before !== null) return alreadyKept({ ...before.row, status: prescription.status }, prescription)
  if (!(await isKept(store, 'person', prescription.personId))) return waits('person', prescription.personId)
  await joinFacility(store, terminal.facility, prescription.personId)
  await putRecord(store, incoming, at)
  const pharmacy = holder === null ? null : await pharmacyNamed(store, holder)
  if (pharmacy === null) {
    await oweRights(store, prescription)
    return applied
  }
  const written = Date.parse(prescription.writtenAt)
  for (const { id: item, quantity: units } of prescription.items) {
    const id = uuidV7(written, createHash('sha256').update(item).digest())
    await grant(store, { item, prescription: prescription.id, units }, pharmacy, { id, at })
  }
  return applied
}
