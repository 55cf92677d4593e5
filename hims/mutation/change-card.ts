import { mayBecome } from '../../domain/card/card-status.ts'
import type { MutationBody } from '../../domain/wire/sync.ts'
import { findRecord, putRecord, wholeRow } from '../record/record-store.ts'
import { keepStatus } from '../status/card-status.ts'
import { applied, refused, waits } from './outcome.ts'
import type { Applying, Outcome, Waits } from './outcome.ts'

type Changed = Extract<MutationBody, { readonly kind: 'card.changed' }>

/** A card goes one step through its life: its own row and the status list, in one commit. */
export async function changeCard({ store, at }: Applying, { cardId, to }: Changed): Promise<Outcome | Waits> {
  const card = (await findRecord(store, 'card', cardId))?.row
  if (card === undefined) return waits('card', cardId)
  // Two desks may hear of the same loss.
  if (card.status === to) return applied
  if (!mayBecome(card.status, to)) return refused('card-may-not')
  const whole = { ...(await wholeRow(store, 'card', cardId)), status: to }
  await putRecord(store, { known: { table: 'card', row: { ...card, status: to } }, whole }, at)
  await keepStatus(store, card.statusIndex, to)
  return applied
}
