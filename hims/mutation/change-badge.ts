import { isHere, worksOn } from '../../domain/hospital/directory.ts'
import type { Operator } from '../../domain/hospital/operator.ts'
import type { MutationBody } from '../../domain/wire/sync.ts'
import { findRecord, own, putRecord } from '../record/record-store.ts'
import { dayInDelhi } from '../world.ts'
import { applied, refused } from './outcome.ts'
import type { Applying, Outcome } from './outcome.ts'

type Changed = Extract<MutationBody, { readonly kind: 'badge.changed' }>

/** A new badge for one of the staff, or none; the one before it opens nothing from then on. Of two orders the last counts. */
export async function changeBadge(
  { store, terminal, at }: Applying,
  { operator: id, badge, by }: Changed,
): Promise<Outcome> {
  const operator = (await findRecord(store, 'operator', id))?.row ?? null
  const orderer = (await findRecord(store, 'operator', by))?.row ?? null
  if (operator === null || orderer === null || !mayOrder(orderer, dayInDelhi(Date.parse(at))))
    return refused('role-may-not')
  if (![operator, orderer].every((each) => isHere(each, terminal.facility))) return refused('other-hospital')
  const { badge: _old, ...rest } = operator
  await putRecord(store, own({ table: 'operator', row: badge === null ? rest : { ...rest, badge } }), at)
  return applied
}

const mayOrder = (orderer: Operator, day: string): boolean =>
  worksOn(orderer, day) && orderer.roles.some((role) => role === 'supervisor' || role === 'administrator')
