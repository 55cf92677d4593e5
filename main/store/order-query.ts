import type { PrescriptionId, PrescriptionItemId } from '../../domain/id.ts'
import type { OrderEvent, OrderEventOf } from '../../domain/pharmacy/order-event.ts'
import { orderState } from '../../domain/pharmacy/order-state.ts'
import type { OrderState } from '../../domain/pharmacy/order-state.ts'
import type { Prescription } from '../../domain/pharmacy/prescription.ts'
import type { Giver } from '../../domain/pharmacy/right-rule.ts'
import type { Database } from './database.ts'
import { readRow } from './shared-table.ts'

export interface OrderQuery {
  /** Where a prescription stands by everything that is known here. */
  state(prescription: PrescriptionId): OrderState
  /** Questions asked since a moment, answered or not, the oldest first. */
  askedSince(at: string): readonly OrderEventOf<'asked'>[]
  /** Prescriptions with items that a prescriber took back and that this terminal still holds rights to. */
  closedHere(me: Giver): readonly PrescriptionId[]
  /** Prescriptions that may still be given, written since a moment, the newest first. */
  openSince(at: string, limit: number): readonly Prescription[]
  /** What came back of an item. */
  givenBack(item: PrescriptionItemId): readonly OrderEventOf<'given-back'>[]
}

type Body = { readonly body: string }

/** Written out so that a test can ask SQLite for the plan of each. */
export const orderSql = {
  events: 'SELECT body FROM order_event WHERE prescription_id = ?',
  askedSince: `SELECT body FROM order_event WHERE kind = 'asked' AND at >= ? ORDER BY at`,
  closedHere: `SELECT DISTINCT r.prescription_id FROM "right" r JOIN order_event e ON e.prescription_id = r.prescription_id
               WHERE r.holder = ? AND r.epoch = ? AND r.units_left > 0 AND e.kind IN ('answered', 'taken-back')`,
  openSince: `SELECT body FROM prescription WHERE status = 'active' AND written_at >= ? ORDER BY written_at DESC LIMIT ?`,
  givenBack: `SELECT body FROM order_event WHERE kind = 'given-back' AND item = ?`,
} as const

const isA =
  <Kind extends OrderEvent['kind']>(kind: Kind) =>
  (event: OrderEvent): event is OrderEventOf<Kind> =>
    event.kind === kind

export function orderQuery(database: Database): OrderQuery {
  const events = database.prepare<[string], Body>(orderSql.events)
  const askedSince = database.prepare<[string], Body>(orderSql.askedSince)
  const closedHere = database.prepare<[string, number], PrescriptionId>(orderSql.closedHere).pluck()
  const openSince = database.prepare<[string, number], Body>(orderSql.openSince)
  const givenBack = database.prepare<[string], Body>(orderSql.givenBack)
  const read = (rows: readonly Body[]): OrderEvent[] => rows.map(({ body }) => readRow('order_event', body))
  return {
    state: (prescription) => orderState(read(events.all(prescription))),
    askedSince: (at) => read(askedSince.all(at)).filter(isA('asked')),
    closedHere: ({ terminal, epoch, locked }) => (locked ? [] : closedHere.all(terminal, epoch)),
    openSince: (at, limit) => openSince.all(at, limit).map(({ body }) => readRow('prescription', body)),
    givenBack: (item) => read(givenBack.all(item)).filter(isA('given-back')),
  }
}
