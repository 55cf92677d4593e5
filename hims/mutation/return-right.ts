import type { Prescription, Right } from '../../domain/pharmacy/prescription.ts'
import { emptied, judgeReturn, mayDispense } from '../../domain/pharmacy/right-rule.ts'
import { unreachable } from '../../domain/result.ts'
import type { MutationBody } from '../../domain/wire/sync.ts'
import type { Store } from '../database/schema.ts'
import { findRecord, own, putRecord } from '../record/record-store.ts'
import { grant } from '../right/give-rights.ts'
import { completeWhenGiven } from '../right/order-end.ts'
import { stateOfOrder } from '../right/order-known.ts'
import { end, owe, roomFor } from '../right/owed.ts'
import { park, retryParked, waitsBefore } from '../right/parked.ts'
import { pharmacyNamed } from '../right/policy.ts'
import { closeOverdue, closeWish, openWishes } from '../right/wish.ts'
import { applied, refused, waits } from './outcome.ts'
import type { Applying, ByBearer, Outcome, Waits } from './outcome.ts'

type Returned = Extract<MutationBody, { readonly kind: 'right.returned' }>

/** A terminal gives back what it may still give; its right is empty from then on, and somebody else gets a new one. */
export async function returnRight(
  applying: Applying,
  body: Returned,
  { id, said }: { readonly id: string; readonly said: object },
): Promise<Outcome> {
  const outcome = await returned(applying, body, id)
  if (outcome.kind !== 'waits') {
    if (outcome.kind === 'applied') await retryParked(applying.store, applying.at)
    return outcome
  }
  return park(applying, { mutation: id, right_id: body.rightId, said }, outcome)
}

/** The same without parking, for one that is tried again. */
export async function returned(applying: ByBearer, body: Returned, mutation: string): Promise<Outcome | Waits> {
  const { store, terminal, at } = applying
  const { rightId, left, to } = body
  if (await waitsBefore(store, rightId, mutation)) return waits('earlier', rightId)
  const right = (await findRecord(store, 'right', rightId))?.row
  if (right === undefined) return waits('right', rightId)
  const verdict = judgeReturn(right, left, { terminal: terminal.id, epoch: terminal.epoch })
  switch (verdict) {
    case 'not-held':
      return refused('right-not-held')
    case 'differs':
      return refused('right-differs')
    case 'fits':
      break
    default:
      return unreachable(verdict)
  }
  const prescription = (await findRecord(store, 'prescription', right.prescriptionId))?.row
  if (prescription === undefined) return waits('prescription', right.prescriptionId)
  await putRecord(store, own({ table: 'right', row: emptied(right) }), at)
  await passOn(store, { right, prescription, to }, { id: mutation, at })
  return applied
}

interface Passing {
  readonly right: Right
  readonly prescription: Prescription
  readonly to: string | null
}

/**
 * To the terminal that the holder named, else to whoever has waited longest, else to nobody yet. The new right bears the
 * return's own id: a HIMS that came back from a copy and hears of the return again makes the same right, not a second.
 */
async function passOn(
  store: Store,
  { right, prescription, to }: Passing,
  made: { id: string; at: string },
): Promise<void> {
  const room = await roomFor(store, prescription, right.itemId)
  const owed = { item: right.itemId, prescription: prescription.id, units: Math.min(right.left, room) }
  if (!mayDispense(prescription)) return end(store, { ...owed, units: right.left })
  if ((await stateOfOrder(store, prescription.id)).closed.has(right.itemId)) {
    await end(store, { ...owed, units: right.left })
    return completeWhenGiven(store, prescription, made.at)
  }
  await closeOverdue(store, made.at)
  const wishes = (await openWishes(store, prescription.id)).filter(({ wantedBy }) => wantedBy !== right.holder)
  const wisher = to ?? wishes[0]?.wantedBy ?? null
  const holder = wisher === null ? null : await pharmacyNamed(store, wisher)
  if (owed.units > 0) await (holder === null ? owe(store, owed) : grant(store, owed, holder, made))
  for (const wish of wishes) if (wish.wantedBy === holder?.id) await closeWish(store, wish, 'met', made.at)
}
