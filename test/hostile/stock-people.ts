import { PersonId, PrescriptionId, PrescriptionItemId } from '../../domain/id.ts'
import type { Instead } from '../../domain/pharmacy/order-event.ts'
import { give } from '../../main/service/dispense-desk.ts'
import { takeBackOver } from '../../main/service/give-back.ts'
import { answerQuestion, takeOrderBack } from '../../main/service/order-answer.ts'
import { ask } from '../../main/service/order-ask.ts'
import type { DispenseShop } from './dispense-shop.ts'
import type { StockHospital } from './stock-hospital.ts'

const MOST_ORDERED = 40
/** So many orders are in people's hands at once; older ones stay in the sums. */
const IN_HANDS = 6
/** Below so many that go on a doctor writes another. */
const LEAST_GOING = 3
const dose = { morning: 1, noon: 0, evening: 0, night: 1, food: 'any' } as const
const nobody = { confirm: () => Promise.reject(new Error('Nobody else is asked')) }

/** What one person took home in one hand-over. */
interface Taken {
  readonly id: string
  readonly lot: string
  readonly shop: DispenseShop
  units: number
}

/** One item of an order as the people know it who carry the medicine, by none of the product's sums. */
interface Order {
  readonly id: PrescriptionId
  readonly itemId: PrescriptionItemId
  readonly medicine: string
  readonly ordered: number
  /** Units out of the pharmacies' hands by this order's right. */
  given: number
  /** The prescriber said that nothing more of it is given. */
  ended: boolean
  readonly taken: Taken[]
}

/** Where units are put, or taken from, by hand. */
export type Carry = (lot: string, store: string, units: number) => void

interface Shelf {
  readonly carry: Carry
  readonly stands: (lot: string, store: string) => number
  readonly isStopped: (shop: DispenseShop, lot: string) => boolean
  readonly lotsOf: (medicine: string) => readonly string[]
}

/** People with orders: who is given something, brings something back, and whose doctor thinks again. */
export function stockPeople(hospital: StockHospital, { carry, stands, isStopped, lotsOf }: Shelf) {
  const { below, newId, now, shops, room } = hospital
  const orders: Order[] = []
  const told = {
    given: 0,
    back: 0,
    ended: 0,
    replaced: 0,
    stopped: 0,
    tooMuch: 0,
    overdrawn: 0,
    afterEnd: 0,
    rightsOff: 0,
  }
  const counter = () => hospital.anyShop()
  const one = <Value>(list: readonly Value[]): Value | null => list[below(list.length)] ?? null
  const open = (): Order | null => one(orders.slice(-IN_HANDS))

  const noted = (id: PrescriptionId, itemId: PrescriptionItemId, medicine: string, ordered: number): void =>
    void orders.push({ id, itemId, medicine, ordered, given: 0, ended: false, taken: [] })
  /** Two items, so that an order goes on when one of them ends. */
  const write = async (): Promise<void> => {
    const [person, id] = [newId(), PrescriptionId.parse(newId())]
    const personId = PersonId.parse(person)
    const order = { id, personId, prescriber: 'Dr', department: 'x', writtenAt: now().toISOString(), status: 'active' }
    const items = [1, 2].map(() => {
      const quantity = 1 + below(MOST_ORDERED)
      return { id: PrescriptionItemId.parse(newId()), medicine: 'm', dose, days: 3, quantity }
    })
    await hospital.load([
      { table: 'person', row: { ...whoever, id: personId, registeredAt: now().toISOString() } },
      { table: 'prescription', row: { ...order, items } },
    ])
    for (const item of items) noted(id, item.id, 'm', item.quantity)
  }
  const handOut = (shop: DispenseShop, order: Order, lot: string, quantity: number): boolean => {
    const before = new Set(shop.store.pharmacy.dispenses(order.itemId).map(({ id }) => id))
    const line = { itemId: order.itemId, lotId: lot, quantity, reason: 'it runs out' }
    if (give(shop.bench, { prescriptionId: order.id, lines: [line] }).kind !== 'given') return false
    // What is given by two rights is two hand-overs.
    const made = shop.store.pharmacy.dispenses(order.itemId).filter(({ id }) => !before.has(id))
    if (made.length === 0) throw new Error('Given, and not written down')
    carry(lot, 'pharmacy', -quantity)
    if (isStopped(shop, lot)) told.stopped += 1
    order.given += quantity
    order.taken.push(...made.map(({ id, quantity: units }) => ({ id, lot, shop, units })))
    told.given += 1
    if (order.given > order.ordered) told.overdrawn += 1
    return true
  }
  const bring = async (): Promise<void> => {
    const order = open()
    const taken = order === null ? null : one(order.taken)
    if (order === null || taken === null) return
    const isMistake = below(2) === 0
    const state = below(3) === 0 ? 'opened' : 'unopened'
    const shop = isMistake ? taken.shop : counter()
    const isTooMuch = taken.units === 0 || below(6) === 0
    // Only who has heard of all that came back can know that this is one too many.
    if (isTooMuch) await hospital.heal()
    const quantity = isTooMuch ? taken.units + 1 : 1 + below(taken.units)
    const asked = { dispenseId: taken.id, quantity, cause: isMistake ? 'by-mistake' : 'brought-back', state } as const
    const answer = await takeBackOver(shop.bench, nobody, asked)
    if (answer.kind !== 'taken') return
    if (isTooMuch) return void (told.tooMuch += 1)
    taken.units -= quantity
    told.back += 1
    // Nobody hands on what was opened or lay in somebody's home.
    if (state === 'unopened') carry(taken.lot, isMistake ? 'pharmacy' : 'quarantine', quantity)
    if (isMistake) order.given -= quantity
  }
  const question = (): void => {
    const order = open()
    if (order === null || order.medicine !== 'm') return
    const common = { prescriptionId: order.id, itemId: order.itemId, words: '' }
    ask(counter().bench, { ...common, why: 'not-in-stock', instead: null })
  }
  const answer = (): void => {
    const { store } = room
    const asked = one(store.orders.askedSince(''))
    const old = orders.find(({ itemId }) => itemId === asked?.itemId)
    if (asked === null || old === undefined) return
    const kind = (['instead', 'as-written', 'none'] as const)[below(3)] ?? 'none'
    const item: Instead = { medicine: 'n', dose, days: 3, quantity: 1 + below(MOST_ORDERED) }
    const said = { prescriptionId: old.id, question: asked.id, answer: kind, words: '' }
    const isNoted = answerQuestion(room.bench, { ...said, item: kind === 'instead' ? item : null }).kind === 'noted'
    if (!isNoted || kind === 'as-written') return
    old.ended = true
    told.ended += 1
    const next = store.orders.openSince('', 1)[0]
    const [nextItem] = next?.items ?? []
    if (kind !== 'instead' || next === undefined || nextItem === undefined) return
    noted(next.id, nextItem.id, 'n', item.quantity)
    told.replaced += 1
  }
  const takeBack = (): void => {
    const order = one(orders.filter(({ ended }) => !ended))
    if (order === null) return
    const said = { prescriptionId: order.id, items: [order.itemId], words: '' }
    if (takeOrderBack(room.bench, said).kind !== 'noted') return
    order.ended = true
    told.ended += 1
  }
  const some = async (): Promise<void> => {
    const order = open()
    const shop = counter()
    switch (below(16)) {
      case 0:
      case 1:
        if (order !== null) await shop.claim(order.id)
        return
      case 2:
      case 3:
      case 4:
        return bring()
      case 5:
        return question()
      case 6:
      case 7:
        return answer()
      case 8:
      case 9:
        return takeBack()
      default:
        return fetch(shop)
    }
  }
  /** Somebody comes for medicine, also for what has ended or was all given. */
  const fetch = async (shop: DispenseShop): Promise<void> => {
    const going = orders.filter(({ ended, given, ordered }) => !ended && given < ordered)
    if (going.length < LEAST_GOING) await write()
    const order = below(5) === 0 ? open() : one(going)
    const lot = order === null ? null : one(lotsOf(order.medicine))
    const most = 1 + below(6)
    const quantity = order === null || below(12) === 0 ? most : Math.min(most, Math.max(1, order.ordered - order.given))
    if (order === null || lot === null || stands(lot, 'pharmacy') < quantity) return
    if (below(2) === 0) await shop.claim(order.id)
    handOut(shop, order, lot, quantity)
  }
  /** Once everybody has heard of everything. */
  const judge = async (): Promise<void> => {
    const dispensed = sums(await hospital.rowsOf('dispense'), 'id', 'quantity')
    const back = sums((await hospital.rowsOf('order_event')).filter(isBack), 'dispenseId', 'quantity')
    const left = sums(await hospital.rowsOf('right'), 'itemId', 'left')
    const unheld = await hospital.unheld()
    for (const [id, units] of back) if (units > (dispensed.get(id) ?? 0)) told.tooMuch += 1
    for (const order of orders) {
      const held = left.get(order.itemId) ?? 0
      if (held + (unheld.get(order.itemId) ?? 0) + order.given !== order.ordered) told.rightsOff += 1
      for (const { id, units } of order.taken)
        if ((dispensed.get(id) ?? 0) - (back.get(id) ?? 0) !== units) told.tooMuch += 1
      if (!order.ended) continue
      if (held > 0) told.afterEnd += 1
      for (const shop of shops) {
        await shop.claim(order.id)
        for (const lot of lotsOf(order.medicine)) if (handOut(shop, order, lot, 1)) told.afterEnd += 1
      }
    }
    orders.splice(0, Math.max(0, orders.length - IN_HANDS))
  }
  return { told, write, some, judge }
}

const isBack = (row: unknown): boolean => Object(row)['kind'] === 'given-back'

function sums(rows: readonly unknown[], by: string, of: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const row of rows.map(Object)) found.set(row[by], (found.get(row[by]) ?? 0) + Number(row[of]))
  return found
}

const whoever = {
  name: { latin: 'A B', own: null },
  sex: 'other',
  birth: { kind: 'date', on: '1990-01-01' },
  phone: null,
  address: { house: '', locality: 'x', district: null, pin: null },
  guardian: null,
  language: 'en',
}
