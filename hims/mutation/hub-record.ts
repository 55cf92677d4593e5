import type { Right } from '../../domain/pharmacy/prescription.ts'
import { unreachable } from '../../domain/result.ts'
import { ChangeRow } from '../../domain/wire/sync.ts'
import { findByTerm, findRecord, putRecord } from '../record/record-store.ts'
import { readKnown } from '../record/tolerant.ts'
import { settleRight } from '../right/give-rights.ts'
import { givenOf } from '../right/order-known.ts'
import { applied, refused } from './outcome.ts'
import type { Applying, Outcome, Refusal } from './outcome.ts'

type Whole = Readonly<Record<string, unknown>>

/**
 * What a hospital's server recorded by itself: orders that came to it and rights that it gave to its own terminals. A
 * person who is known here already stays as HIMS has them.
 */
export async function recordOfHub(applying: Applying, rows: readonly Whole[]): Promise<Outcome> {
  for (const whole of rows) {
    const read = readKnown(ChangeRow, whole)
    if (!read.ok) return refused('not-of-a-hub')
    const problem = await recordRow(applying, read.value, whole['row'])
    if (problem !== null) return refused(problem)
  }
  return applied
}

async function recordRow(applying: Applying, known: ChangeRow, whole: unknown): Promise<Refusal | null> {
  const { store, at } = applying
  switch (known.table) {
    case 'person':
      if ((await findRecord(store, 'person', known.row.id)) === null) await putRecord(store, { known, whole }, at)
      return null
    case 'allergy':
    case 'prescription':
    case 'right_wish':
      await putRecord(store, { known, whole }, at)
      return null
    case 'right': {
      if (await isFurther(applying, known.row)) return null
      const problem = await wrongRight(applying, known.row)
      if (problem !== null) return problem
      await putRecord(store, { known, whole }, at)
      // Given there: nothing of this item is left for HIMS to give.
      await settleRight(store, known.row.itemId)
      return null
    }
    case 'facility':
    case 'department':
    case 'operator':
    case 'card':
    case 'card_flag':
    case 'visit':
    case 'medicine':
    case 'lot':
    case 'stock_event':
    case 'dispense':
    case 'person_link':
    case 'review':
    case 'emergency_supply':
    case 'room':
    case 'roster':
    case 'visit_event':
    case 'stock_paper':
    case 'lot_mark':
    case 'cold_reading':
    case 'reorder_level':
    case 'supply_request':
    case 'day_statement':
    case 'family_link':
    case 'person_edit':
    case 'scheme_fact':
    case 'coverage':
    case 'order_event':
    case 'directory_change':
      return 'not-of-a-hub'
    default:
      return unreachable(known)
  }
}

/** HIMS heard of what was done with this right before it heard from the hub, which has not heard of it all. */
async function isFurther({ store }: Applying, { id, itemId, holder, epoch, left }: Right): Promise<boolean> {
  const before = (await findRecord(store, 'right', id))?.row
  const isSame = before?.itemId === itemId && before.holder === holder && before.epoch === epoch
  return isSame && before.left <= left
}

/** A hub gives no more than was ordered, and only to terminals of its own hospital. */
async function wrongRight({ store, terminal }: Applying, right: Right): Promise<Refusal | null> {
  const holder = await store.selectFrom('terminal').selectAll().where('id', '=', right.holder).executeTakeFirst()
  if (holder?.facility !== terminal.facility || right.epoch > holder.epoch) return 'right-not-held'
  const prescription = (await findRecord(store, 'prescription', right.prescriptionId))?.row
  const item = prescription?.items.find(({ id }) => id === right.itemId)
  if (item === undefined) return 'right-differs'
  const before = (await findRecord(store, 'right', right.id))?.row
  if (before !== undefined) return before.itemId === right.itemId && right.left <= before.left ? null : 'right-differs'
  const rights = await findByTerm(store, 'right', { field: 'item', value: right.itemId })
  const given = prescription === undefined ? 0 : await givenOf(store, prescription, right.itemId)
  const used = rights.reduce((sum, { row }) => sum + row.left, given)
  return used + right.left > item.quantity ? 'over-right' : null
}
