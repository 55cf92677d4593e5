import type { z } from 'zod'

import type { doctor } from '../../contract/doctor.ts'
import type { RoomQuestion, TakeBack } from '../../contract/order.ts'
import { MutationId, PrescriptionId, PrescriptionItemId } from '../../domain/id.ts'
import type { OrderEventOf } from '../../domain/pharmacy/order-event.ts'
import { openQuestions } from '../../domain/pharmacy/order-state.ts'
import type { Prescription } from '../../domain/pharmacy/prescription.ts'
import { mayDispense } from '../../domain/pharmacy/right-rule.ts'
import { warningsOf } from '../../domain/pharmacy/warning.ts'
import type { Write } from '../store/save.ts'
import type { Bench } from './bench.ts'
import { besideOf } from './doctor-look.ts'
import { seatOf } from './doctor-seat.ts'
import { checkItems } from './doctor-write.ts'
import { changedMeanwhile, noteOrder, orderHere, writeOrder } from './order-note.ts'
import type { Noted, OrderHere } from './order-note.ts'
import { personHere } from './person-view.ts'
import { tokenToday } from './pick-board.ts'
import { nameOf } from './visit-desk.ts'
import { speakerOf } from './visit-note.ts'

type Asked = z.output<(typeof doctor.channels)['question.answer']['input']>
type Answer = z.output<(typeof doctor.channels)['question.answer']['output']>

const MOST = 50
const MOST_ORDERS = 30
const LOOKED_AT = 400
const ORDERED_WITHIN = 36 * 3_600_000
/** Whoever asked longer ago has found another way. */
const ASKED_WITHIN = 7 * 24 * 3_600_000

/** What pharmacies ask this doctor, and the doctors of the department who may not be there; their own first. */
export function roomQuestions(bench: Bench): RoomQuestion[] {
  const speaker = speakerOf(bench)
  if (speaker === null) return []
  const name = nameOf(bench, speaker.by)
  const department =
    seatOf(bench, speaker.by)?.department.code ?? bench.store.shared.operator.get(speaker.by)?.department
  const since = new Date(bench.now().getTime() - ASKED_WITHIN).toISOString()
  return bench.store.orders
    .askedSince(since)
    .flatMap((asked) => {
      const order = orderHere(bench, asked.prescriptionId)
      const isOpen = order !== null && openQuestions(order.state).some((each) => each.asked.id === asked.id)
      if (!isOpen || !mayDispense(order.prescription)) return []
      const isMine = order.prescription.prescriber === name
      if (!isMine && order.prescription.department !== department) return []
      return viewOf(bench, order.prescription, asked, isMine) ?? []
    })
    .toSorted((one, other) => Number(other.isMine) - Number(one.isMine))
    .slice(0, MOST)
}

function viewOf(
  bench: Bench,
  prescription: Prescription,
  asked: OrderEventOf<'asked'>,
  isMine: boolean,
): RoomQuestion | null {
  const { store } = bench
  const item = prescription.items.find(({ id }) => id === asked.itemId)
  if (item === undefined) return null
  const person = personHere(store, prescription.personId)
  const personId = person?.id ?? prescription.personId
  return {
    id: asked.id,
    prescriptionId: prescription.id,
    personId,
    person: person === null ? null : { name: person.name, sex: person.sex, birth: person.birth },
    token: tokenToday(bench, personId),
    allergies: [...store.pharmacy.allergies(personId)],
    item,
    medicine: store.shared.medicine.get(item.medicine),
    given: store.pharmacy.given(item.id),
    why: asked.why,
    instead: proposalOf(bench, prescription, asked),
    words: asked.words,
    at: asked.at,
    by: nameOf(bench, asked.by),
    counter: store.counters.label(asked.terminal),
    prescriber: prescription.prescriber,
    isMine,
  }
}

function proposalOf(bench: Bench, prescription: Prescription, { instead, itemId }: OrderEventOf<'asked'>) {
  if (instead === null) return null
  const medicine = bench.store.shared.medicine.get(instead.medicine)
  const beside = besideOf(bench, prescription.personId, [itemId])
  return { instead, medicine, warnings: medicine === null ? [] : warningsOf(medicine, beside, bench.today()) }
}

/** Answers a question. Another medicine is a new order for the counter that asked, and the old item ends with it. */
export function answerQuestion(bench: Bench, { prescriptionId, question, answer, item, words }: Asked): Answer {
  const order = orderHere(bench, prescriptionId)
  const open = order === null ? undefined : openQuestions(order.state).find(({ asked }) => asked.id === question)
  if (order === null || open === undefined || !mayDispense(order.prescription)) return changedMeanwhile
  const { asked } = open
  const said = { kind: 'answered', question, itemId: asked.itemId, answer, words } as const
  if (answer !== 'instead') return noteOrder(bench, prescriptionId, () => true, { ...said, replacedBy: null })
  if (item === null) return changedMeanwhile
  const [stop] = checkItems(bench, order.prescription.personId, [{ ...item, again: true }])
  if (stop !== null && stop !== undefined) return { kind: 'stopped', stop }
  const saved = bench.save((write) => {
    const replacedBy = orderInstead({ bench, write }, order, asked, item)
    writeOrder({ bench, write }, order, { ...said, replacedBy })
  })
  return saved.ok ? { kind: 'noted' } : { kind: 'not-saved', cause: saved.problem }
}

function orderInstead(
  { bench, write }: { readonly bench: Bench; readonly write: Write },
  { prescription, speaker }: OrderHere,
  asked: OrderEventOf<'asked'>,
  { medicine, dose, days, quantity }: NonNullable<Asked['item']>,
): PrescriptionId {
  const { newId, store } = bench
  const row: Prescription = {
    ...prescription,
    id: PrescriptionId.parse(newId()),
    prescriber: nameOf(bench, speaker.by),
    writtenAt: write.at,
    status: 'active',
    items: [{ id: PrescriptionItemId.parse(newId()), medicine, dose, days, quantity }],
  }
  // The counter that asked has the person before it.
  const body = {
    kind: 'prescription.written',
    prescription: row,
    holder: asked.terminal,
    terminal: speaker.terminal,
  } as const
  write.put('prescription', row)
  write.tellHims(MutationId.parse(newId()), body, personHere(store, row.personId)?.name.latin ?? '')
  write.audit('prescription.written', row.id)
  return row.id
}

/** What this doctor ordered lately, as far as something of it can still be taken back, the newest first. */
export function ordersToTakeBack(bench: Bench): TakeBack[] {
  const { store } = bench
  const speaker = speakerOf(bench)
  if (speaker === null) return []
  const name = nameOf(bench, speaker.by)
  const since = new Date(bench.now().getTime() - ORDERED_WITHIN).toISOString()
  return store.orders
    .openSince(since, LOOKED_AT)
    .filter(({ prescriber }) => prescriber === name)
    .map(({ id, personId, writtenAt, items }) => {
      const person = personHere(store, personId)
      const { closed } = store.orders.state(id)
      const lines = items.map((item) => ({
        item,
        medicine: store.shared.medicine.get(item.medicine),
        given: store.pharmacy.given(item.id),
        closed: closed.get(item.id) ?? null,
      }))
      const token = tokenToday(bench, person?.id ?? personId)
      return { prescriptionId: id, name: person?.name ?? null, token, writtenAt, items: lines }
    })
    .filter(({ items }) => items.some(({ item, given, closed }) => closed === null && given < item.quantity))
    .slice(0, MOST_ORDERS)
}

/** Takes an order back, or items of it: what was given stays given, the rest is given by nobody. */
export const takeOrderBack = (
  bench: Bench,
  { prescriptionId, items, words }: z.output<(typeof doctor.channels)['write.take-back']['input']>,
): Noted =>
  noteOrder(
    bench,
    prescriptionId,
    ({ prescription, state }) =>
      mayDispense(prescription) &&
      items.every((id) => prescription.items.some((item) => item.id === id) && !state.closed.has(id)),
    { kind: 'taken-back', items, words },
  )
