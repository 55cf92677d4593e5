import { familyRefusal } from '../../domain/person/family-link.ts'
import type { FamilyLink } from '../../domain/person/family-link.ts'
import type { MutationBody } from '../../domain/wire/sync.ts'
import { findByTerm, findRecord, isKept, putRecord, wholeRow } from '../record/record-store.ts'
import { alreadyKept, applied, refused, waits } from './outcome.ts'
import type { Applying, Keep, Outcome, Waits } from './outcome.ts'

/** Two people belong to one family. Two desks may say so of the same two: the second word changes nothing. */
export async function linkFamily(
  { store, at }: Applying,
  { row, incoming }: Keep<FamilyLink>,
): Promise<Outcome | Waits> {
  const before = (await findRecord(store, 'family_link', row.id))?.row
  if (before !== undefined) return alreadyKept({ ...before, ended: null }, row)
  for (const id of [row.person, row.relative]) {
    if (!(await isKept(store, 'person', id))) return waits('person', id)
  }
  const around = await findByTerm(store, 'family_link', { field: 'person', value: row.person })
  const links = around.map((found) => found.row)
  if (familyRefusal(links, row) === 'contradicts') return refused('contradicts')
  await putRecord(store, incoming, at)
  return applied
}

type Ended = Extract<MutationBody, { readonly kind: 'family.ended' }>

export async function endFamily({ store, at: now }: Applying, { linkId, at, by, reason }: Ended): Promise<Outcome> {
  const link = (await findRecord(store, 'family_link', linkId))?.row
  if (link === undefined) return refused('unknown-link')
  if (link.ended !== null) return applied
  const ended = { at, by, reason }
  const whole = { ...(await wholeRow(store, 'family_link', linkId)), ended }
  await putRecord(store, { known: { table: 'family_link', row: { ...link, ended } }, whole }, now)
  return applied
}
