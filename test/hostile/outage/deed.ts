import { desk } from '../../../contract/desk.ts'
import { doctor } from '../../../contract/doctor.ts'
import { pharmacy } from '../../../contract/pharmacy.ts'
import { StockAnswer } from '../../../contract/stock.ts'
import { callSentence } from '../../../domain/hospital/call-sentence.ts'
import { OWN_SHELF, shelfKey } from '../../../domain/pharmacy/stock-ledger.ts'
import { draft } from '../../unit/main-service/person.ts'
import type { Chance } from '../simulate/chance.ts'
import type { VirtualTime } from '../simulate/virtual-time.ts'
import { move } from './book.ts'
import type { Book } from './book.ts'
import { departments, dose, lots, MAIN, ORDERED } from './hospital.ts'
import type { Hospital } from './hospital.ts'
import type { Station } from './terminal.ts'

export interface Day {
  readonly hospital: Hospital
  readonly book: Book
  readonly time: VirtualTime
  readonly chance: Chance
}

/** True when it was done. */
export type Deed = (day: Day) => Promise<boolean>

const kindOf = (answer: unknown): unknown => Object(answer).kind
const first = ['Asha', 'Bina', 'Chand', 'Deepak', 'Esha', 'Farid', 'Gita', 'Hari', 'Imran', 'Jyoti', 'Kiran', 'Lata']
const last = ['Devi', 'Kumar', 'Singh', 'Khan', 'Sharma', 'Kaur', 'Gupta', 'Yadav', 'Ali', 'Das']
const letters = (number: number): string =>
  String(number).replaceAll(/\d/g, (digit) => String.fromCharCode(97 + Number(digit)))

/** Somebody is registered and gets a number for a department. */
export const arrive: Deed = (day) => arriveAt(day, day.chance.one(day.hospital.desks))

export async function arriveAt({ book, chance }: Day, at: Station): Promise<boolean> {
  const latin = `${chance.one(first)} ${chance.one(last)} ${letters(book.people.size)}`
  const phone = `9${String(chance.whole(1e9)).padStart(9, '0')}`
  const asked = { draft: draft({ latin, age: chance.whole(90), phone }), distinctFrom: [] }
  const saved = desk.channels['person.register'].output.safeParse(await at.ask('person.register', asked))
  if (!saved.success || saved.data.kind !== 'saved') return false
  const personId = saved.data.person.id
  book.people.set(personId, latin)
  const department = chance.yes(0.7) ? departments[0] : departments[1]
  const said = await at.ask('token.issue', { personId, department, priority: chance.yes(0.1) ? 'elderly' : 'none' })
  const read = desk.channels['token.issue'].output.safeParse(said)
  if (!read.success || read.data.kind !== 'issued') {
    book.wrong.push(`${at.name} had no number for ${latin}: ${JSON.stringify(said)}`)
    return true
  }
  const { id, token } = read.data.visit
  const label = `${token.day} ${token.prefix} ${token.number}`
  if ([...book.tokens.values()].includes(label)) book.wrong.push(`number ${label} was given twice, now by ${at.name}`)
  book.tokens.set(id, label)
  return true
}

/** Somebody is sent on to the other department. */
export const transfer: Deed = async ({ hospital, book, chance }) => {
  const visits = [...book.tokens.keys()]
  if (visits.length === 0) return false
  const visitId = chance.one(visits.slice(-20))
  const department = chance.one(departments)
  const said = await chance.one(hospital.desks).ask('visit.move', { visitId, department, doctor: null })
  if (kindOf(said) !== 'noted') return false
  book.notes.push(`${visitId} moved`)
  return true
}

/** A doctor is done with one, writes an order for most, and calls the next. */
export const consult: Deed = async (day) => {
  const { hospital, book, chance } = day
  const at = chance.one(hospital.rooms)
  const now = async () => doctor.channels['room.now'].output.safeParse(await at.ask('room.now')).data
  const inside = (await now())?.current?.line
  if (inside !== undefined && chance.yes(0.8)) {
    const item = { medicine: chance.one(lots).medicine, dose, days: 6, quantity: ORDERED, again: true }
    const asked = { personId: inside.personId, visitId: inside.visitId, items: [item] }
    const said = doctor.channels['write.give'].output.safeParse(await at.ask('write.give', asked))
    if (said.success && said.data.kind === 'given') {
      const order = { personId: inside.personId, quantity: ORDERED, isOfToday: true, given: 0 }
      book.orders.set(said.data.id, order)
      book.notes.push(`${inside.visitId} seen`)
    }
  }
  const before = await now()
  const current = before?.current?.line
  const was = current === undefined ? null : ({ visitId: current.visitId, was: 'seen' } as const)
  if (kindOf(await at.ask('room.next', { current: was })) !== 'noted') return false
  if (current !== undefined) book.notes.push(`${current.visitId} seen`)
  const next = before?.next?.line
  if (next === undefined) return true
  book.notes.push(`${next.visitId} called`)
  if (hospital.hub.server() === null) return true
  const isHeard = await listen(day, next.label, before?.seat?.label ?? '')
  // Two rooms that had not met since the hub was gone may have called one person: only the earlier call counts.
  if (!isHeard && (await now())?.current?.line.visitId !== next.visitId) return true
  book.calls++
  if (!isHeard) book.unheard++
  return true
}

/** Long enough for a screen to find a hub that has just come back. */
const HEARD_WITHIN = 30_000

/** The person sits in the waiting room; true when the number was heard there. */
function listen({ hospital: { screen }, time }: Day, label: string, door: string): Promise<boolean> {
  const [prefix = '', number = ''] = label.split(' ')
  const sentence = callSentence('en', { prefix, number: Number(number), door, to: 'room' })
  return time.until(async () => screen.said.has(sentence), HEARD_WITHIN)
}

/** Somebody comes to a counter with an order that is not used up, and gets a part of it or all. */
export const dispense: Deed = async ({ hospital, book, chance }) => {
  const open = [...book.orders].filter(([, { quantity, given }]) => given < quantity)
  const today = open.filter(([, { isOfToday }]) => isOfToday)
  if (open.length === 0) return false
  const [id, order] = chance.one(today.length > 0 && chance.yes(0.6) ? today : open)
  const at = chance.one(hospital.pharmacies)
  const look = async () => {
    const said = await at.ask('pick.open', { personId: order.personId })
    const list = pharmacy.channels['pick.open'].output.safeParse(said).data
    return list?.prescriptions.find(({ prescription }) => prescription.id === id)?.lines[0]
  }
  let line = await look()
  if (line?.mayGive === 0) {
    await at.ask('right.claim', { prescriptionId: id })
    line = await look()
  }
  const lotId = line?.lots[0]?.lot.id
  if (line === undefined || line.mayGive === 0 || lotId === undefined) return false
  const quantity = chance.yes(0.6) ? line.mayGive : 1 + chance.whole(line.mayGive)
  const lines = [{ itemId: line.item.id, lotId, quantity, reason: 'asked' }]
  const said = await at.ask('dispense.give', { prescriptionId: id, lines })
  await at.ask('pick.leave')
  if (kindOf(said) !== 'given') return false
  order.given += quantity
  if (order.given > order.quantity) book.wrong.push(`${order.given} of ${order.quantity} were given of ${id}`)
  move(book, lotId, OWN_SHELF, -quantity)
  book.dispensings++
  if (order.isOfToday) book.ofToday++
  return true
}

/** Stock comes from a supplier, goes from the main store to the counters, or is counted. */
export const paper: Deed = async ({ hospital, book, chance, time }) => {
  const at = chance.one(hospital.pharmacies)
  const { id, medicine } = chance.one(lots)
  const kind = chance.one(['received', 'sent', 'counted'] as const)
  const store = kind === 'counted' ? chance.one([OWN_SHELF, MAIN]) : MAIN
  const stands = book.shelves.get(shelfKey(id, store)) ?? 0
  const units = kind === 'counted' ? stands : 1 + chance.whole(40)
  const said = { medicine, lot: id, expiry: null, found: units, damaged: 0, recounted: true }
  const line = {
    ...said,
    expected: kind === 'received' ? units : null,
    seenAt: kind === 'counted' ? new Date(time.now()).toISOString() : null,
  }
  const other = kind === 'received' ? 'Supplier' : kind === 'sent' ? OWN_SHELF : null
  const asked = { kind, store, other, reference: '', note: '', lines: [line], second: null }
  const answer = StockAnswer.safeParse(await at.ask('stock.record', asked))
  if (!answer.success || answer.data.kind !== 'saved') return false
  book.papers.add(answer.data.paper.id)
  if (kind === 'received') move(book, id, store, units)
  if (kind === 'sent') {
    move(book, id, store, -units)
    move(book, id, OWN_SHELF, units)
  }
  return true
}
