import type { MutationBody } from '../../domain/wire/sync.ts'
import { joinFacility } from '../record/member.ts'
import { findRecord, isKept, putRecord, wholeRow } from '../record/record-store.ts'
import { applied, refused, waits } from './outcome.ts'
import type { Applying, Outcome, Waits } from './outcome.ts'

type Repointed = Extract<MutationBody, { readonly kind: 'visit.repointed' }>

/** A visit was somebody else's than its number was given to. Where it was before stays on it. */
export async function repointVisit(
  { store, terminal, at }: Applying,
  { visitId, from, to, ...said }: Repointed,
): Promise<Outcome | Waits> {
  const visit = (await findRecord(store, 'visit', visitId))?.row
  if (visit === undefined) return waits('visit', visitId)
  const moves = visit.repointed ?? []
  if (moves.some((move) => move.from === from && move.at === said.at)) return applied
  if (visit.personId !== from) return refused('changed-meanwhile')
  if (!(await isKept(store, 'person', to))) return waits('person', to)
  await joinFacility(store, terminal.facility, to)
  const repointed = [...moves, { from, at: said.at, by: said.by, reason: said.reason }]
  const whole = { ...(await wholeRow(store, 'visit', visitId)), personId: to, repointed }
  await putRecord(store, { known: { table: 'visit', row: { ...visit, personId: to, repointed } }, whole }, at)
  return applied
}
