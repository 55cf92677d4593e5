import { QUARANTINE } from '../../domain/pharmacy/give-back-rule.ts'
import { lotHold } from '../../domain/pharmacy/lot-rule.ts'
import type { StockPaper } from '../../domain/pharmacy/stock-paper.ts'
import { shelvesOf, storeOf } from '../../domain/pharmacy/stock-ledger.ts'
import { afterDelivery, levelId, requestFor, requestId } from '../../domain/pharmacy/stock-reorder.ts'
import type { Store } from '../database/schema.ts'
import { markOf } from '../record/person-of.ts'
import { findByTerm, findRecord, own, putRecord } from '../record/record-store.ts'

/** More wishes for one medicine than a hospital ever had. */
const MOST = 10_000

/** What runs short, of which hospital. */
interface Short {
  readonly medicine: string
  /** Undefined for what a pharmacy of no hospital here gave. */
  readonly hospital: string | undefined
}

/**
 * Makes one wish for a medicine that has run short over all stores of a hospital, or of all hospitals where it has no level
 * of its own, unless one is open. Servers that do so by themselves name it alike, so that it stays one.
 */
export async function askForMore(store: Store, { medicine, hospital }: Short, at: string): Promise<void> {
  const its =
    hospital === undefined ? undefined : (await findRecord(store, 'reorder_level', levelId(medicine, hospital)))?.row
  const level = its ?? (await findRecord(store, 'reorder_level', medicine))?.row
  if (level === undefined) return
  const before = await wishesBefore(store, level.id)
  if (before === null) return
  const units = await usable(store, medicine, at.slice(0, 10), level.facility ?? null)
  const request = requestFor(level, units, { before, at })
  if (request !== null) await putRecord(store, own({ table: 'supply_request', row: request }), at)
}

/** How many wishes of a level have ended; null while one is open. */
async function wishesBefore(store: Store, level: string): Promise<number | null> {
  for (let before = 0; before < MOST; before += 1) {
    const wish = await findRecord(store, 'supply_request', requestId(level, before))
    if (wish === null) return before
    if (wish.row.status === 'active') return null
  }
  return null
}

/** Units in all stores, of one hospital or of all, that may be given on a day. */
async function usable(store: Store, medicine: string, day: string, hospital: string | null): Promise<number> {
  // What came before hospitals were told apart counts for each.
  const isTheirs = (owner: string | null) => hospital === null || owner === null || owner === markOf(hospital)
  let units = 0
  for (const { row: lot } of await findByTerm(store, 'lot', { field: 'medicine', value: medicine })) {
    const mark = (await findRecord(store, 'lot_mark', lot.id))?.row ?? null
    if (lotHold(lot, mark, day) !== null) continue
    const events = await findByTerm(store, 'stock_event', { field: 'lot', value: lot.id })
    const standing = events.flatMap(({ row, person }) => (isTheirs(person) && storeOf(row) !== QUARANTINE ? [row] : []))
    for (const here of shelvesOf(standing).values()) units += here
  }
  return units
}

/** A delivery to a hospital that names its wish, or one of all hospitals, fills it, in parts or whole. */
export async function fillRequest(store: Store, paper: StockPaper, hospital: string, at: string): Promise<void> {
  const request = (await findRecord(store, 'supply_request', paper.reference))?.row
  if (request === undefined || (request.facility ?? hospital) !== hospital) return
  const row = afterDelivery(request, paper)
  if (row !== request) await putRecord(store, own({ table: 'supply_request', row }), at)
}
