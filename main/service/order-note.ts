import type { VisitNoted } from '../../contract/visit.ts'
import type { z } from 'zod'
import { timeAfter } from '../../domain/hospital/visit-state.ts'
import { MutationId, uuidV7 } from '../../domain/id.ts'
import type { PrescriptionId } from '../../domain/id.ts'
import { OrderEvent } from '../../domain/pharmacy/order-event.ts'
import type { OrderState } from '../../domain/pharmacy/order-state.ts'
import type { Prescription } from '../../domain/pharmacy/prescription.ts'
import type { Write } from '../store/save.ts'
import type { Bench } from './bench.ts'
import { personHere } from './person-view.ts'
import { speakerOf } from './visit-note.ts'
import type { Speaker } from './visit-note.ts'

export type Noted = z.output<typeof VisitNoted>

type Extra = 'id' | 'prescriptionId' | 'at' | 'by' | 'terminal'
type Without<Event> = Event extends unknown ? Omit<Event, Extra> : never
/** What can be said of a prescription. */
export type OrderSaid = Without<OrderEvent>

export const changedMeanwhile = { kind: 'changed-meanwhile' } as const

/** An order as it stands, and who may say something of it. */
export interface OrderHere {
  readonly prescription: Prescription
  readonly state: OrderState
  readonly speaker: Speaker
}

/** Null while it has not reached this terminal, and while nobody is there. */
export function orderHere(bench: Bench, id: PrescriptionId): OrderHere | null {
  const prescription = bench.store.shared.prescription.get(id)
  const speaker = speakerOf(bench)
  return prescription === null || speaker === null
    ? null
    : { prescription, state: bench.store.orders.state(id), speaker }
}

/** Writes one event down and tells HIMS; `along` puts the rows that HIMS makes of it too. */
export function writeOrder(
  { bench, write }: { readonly bench: Bench; readonly write: Write },
  { prescription, state, speaker }: OrderHere,
  said: OrderSaid,
  along: (event: OrderEvent) => void = () => {},
): OrderEvent {
  const now = bench.now().getTime()
  const id = uuidV7(state.last === '' ? now : timeAfter(state, now), bench.random(10))
  const event = OrderEvent.parse({ ...said, ...speaker, id, prescriptionId: prescription.id, at: write.at })
  write.put('order_event', event)
  along(event)
  const title = personHere(bench.store, prescription.personId)?.name.latin ?? ''
  write.tellHims(MutationId.parse(bench.newId()), { kind: 'order.noted', event }, title)
  write.audit(`order.${said.kind}`, prescription.id)
  return event
}

/** Notes one thing of an order, when it still stands as whoever says it takes it to; `along` goes into the same commit. */
export function noteOrder(
  bench: Bench,
  id: PrescriptionId,
  isStill: (order: OrderHere) => boolean,
  said: OrderSaid,
  along: (write: Write, order: OrderHere) => void = () => {},
): Noted {
  const order = orderHere(bench, id)
  if (order === null || !isStill(order)) return changedMeanwhile
  const saved = bench.save((write) => {
    writeOrder({ bench, write }, order, said)
    along(write, order)
  })
  return saved.ok ? { kind: 'noted' } : { kind: 'not-saved', cause: saved.problem }
}
