import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { SaidLine } from '../../contract/stock.ts'
import { OperatorId } from '../../domain/id.ts'
import type { StockPaper } from '../../domain/pharmacy/stock-paper.ts'
import { SupplyRequest } from '../../domain/pharmacy/stock-paper.ts'
import { markLot, recordArrival, recordPaper, setLevel, takeBack } from '../../main/service/stock-desk.ts'
import type { DispenseShop } from './dispense-shop.ts'
import { openStockHospital } from './stock-hospital.ts'
import type { StockHospital } from './stock-hospital.ts'
import { stockPeople } from './stock-people.ts'
import { shelvesByHand } from './stock-shelf.ts'

const DAY = 86_400_000
/** Between two looks at everything. */
const LOOK_EVERY = 100
const STORES = ['pharmacy', 'main'] as const
const JUDGED = [...STORES, 'quarantine'] as const
/** The second ends with the first day; the third is of the medicine that is given in the place of the other. */
const numbers = [
  { medicine: 'm', lot: 'A1', expiry: '2035-01-31' },
  { medicine: 'm', lot: 'B2', expiry: '2026-11-22' },
  { medicine: 'n', lot: 'C3', expiry: '2034-06-30' },
] as const
type Number = (typeof numbers)[number]
const idOf = ({ medicine, lot }: Pick<Number, 'medicine' | 'lot'>): string => `h/${medicine}/${lot}`
const by = OperatorId.parse('asha')
const nobody = { confirm: () => Promise.reject(new Error('Nobody else is asked')) }

export interface StockTold {
  readonly deeds: number
  readonly refused: number
  readonly wrongShelf: number
  /** Wishes of one medicine that were open beside another. */
  readonly twoWishes: number
  readonly wishes: number
  readonly stuck: number
  readonly arrived: number
  /** What was given, came back and ended, and what of that must never be. */
  readonly people: ReturnType<typeof stockPeople>['told']
}

/** Boxes between two stores that somebody has sent and nobody has said to be there. */
interface Transit {
  readonly paper: string
  readonly lot: string
  readonly to: string
  left: number
}

/** Pharmacies and a doctor's room with their real stores and services over the real HIMS: what people carry against what ledgers say. */
export async function runStores(deeds: number, random: () => number): Promise<StockTold> {
  const home = mkdtempSync(join(tmpdir(), 'stock-'))
  const hospital = await openStockHospital(home, random)
  try {
    return await days(hospital, deeds)
  } finally {
    await hospital.close()
    rmSync(home, { recursive: true, force: true })
  }
}

async function days(hospital: StockHospital, deeds: number): Promise<StockTold> {
  const { below, shops } = hospital
  const stands = new Map<string, number>()
  const transits: Transit[] = []
  const told = { deeds: 0, refused: 0, wrongShelf: 0, twoWishes: 0, wishes: 0, stuck: 0, arrived: 0 }
  const real = (lot: string, store: string) => stands.get(`${store} ${lot}`) ?? 0
  const add = (lot: string, store: string, units: number) =>
    void stands.set(`${store} ${lot}`, real(lot, store) + units)
  const isKnown = (shop: DispenseShop, number: Number) => shop.store.shared.lot.get(idOf(number)) !== null
  /** Whether a lot must not be given as this shop knows it, by the day and its own marks. */
  const isStopped = (shop: DispenseShop, lot: string): boolean => {
    const expiry = numbers.find((number) => idOf(number) === lot)?.expiry ?? ''
    const mark = shop.store.shared.lot_mark.get(lot)
    return expiry < shop.bench.today() || (mark !== null && mark.state !== 'free')
  }
  const people = stockPeople(hospital, {
    carry: add,
    stands: real,
    isStopped,
    lotsOf: (medicine) => numbers.filter((number) => number.medicine === medicine).map(idOf),
  })

  type Kind = 'received' | 'sent' | 'counted' | 'destroyed'
  const record = async (
    shop: DispenseShop,
    kind: Kind,
    line: SaidLine,
    { store, other }: { readonly store: string; readonly other: string | null },
  ): Promise<StockPaper | null> => {
    const reference = kind === 'received' ? (shop.store.stock.openRequests()[0]?.id ?? '') : ''
    const said = { kind, store, other, reference, note: '', lines: [line], second: null }
    const first = await recordPaper(shop.bench, nobody, said)
    const again = { ...said, lines: [{ ...line, recounted: true }] }
    const answer = first.kind === 'recount' ? await recordPaper(shop.bench, nobody, again) : first
    if (answer.kind !== 'saved') told.refused += 1
    return answer.kind === 'saved' ? answer.paper : null
  }
  const receive = async (shop: DispenseShop, { medicine, lot, expiry }: Number, store: string, found: number) => {
    const damaged = below(2)
    const line = { medicine, lot, expiry, found, expected: found, damaged, seenAt: null, recounted: false }
    const paper = await record(shop, 'received', line, { store, other: 'Supplier' })
    if (paper !== null) add(idOf({ medicine, lot }), store, found - damaged)
  }
  const deed = async (shop: DispenseShop, number: Number): Promise<void> => {
    const { medicine, lot, expiry } = number
    const id = idOf(number)
    const store = STORES[below(2)] ?? 'main'
    const other = store === 'main' ? 'pharmacy' : 'main'
    const found = 1 + below(30)
    const plain = { medicine, lot, expiry: null, expected: null, damaged: 0, seenAt: null, recounted: false }
    const line: SaidLine = { ...plain, found }
    switch (below(14)) {
      case 0:
      case 1:
        return receive(shop, number, store, found)
      case 2:
      case 3: {
        if (real(id, store) < found) return
        const paper = await record(shop, 'sent', line, { store, other })
        if (paper === null) return
        add(id, store, -found)
        // Half of them are carried over at once, and nobody says so.
        if (below(2) === 0) transits.push({ paper: paper.id, lot: id, to: other, left: found })
        else add(id, other, found)
        return
      }
      case 4:
      case 5:
      case 6:
        return arrive(shop)
      case 7:
      case 8: {
        const where = JUDGED[below(3)] ?? 'main'
        if (isKnown(shop, number))
          await record(shop, 'counted', { ...line, found: real(id, where) }, { store: where, other: null })
        return
      }
      case 9: {
        const where = JUDGED[below(3)] ?? 'main'
        const gone = where === 'quarantine' ? Math.min(found, real(id, where)) : found
        if (gone === 0 || real(id, where) < gone) return
        const paper = await record(shop, 'destroyed', { ...line, found: gone }, { store: where, other: null })
        if (paper !== null) add(id, where, -gone)
        return
      }
      case 10: {
        // A pharmacist has looked at what was brought back, and it may be given again.
        const good = Math.min(found, real(id, 'quarantine'))
        if (good === 0) return
        const way = { store: 'quarantine', other: 'pharmacy' }
        if ((await record(shop, 'sent', { ...line, found: good }, way)) === null) return
        add(id, 'quarantine', -good)
        add(id, 'pharmacy', good)
        return
      }
      case 11: {
        const paper = await record(shop, 'received', { ...line, expiry }, { store, other: 'Wrong' })
        if (paper !== null && takeBack(shop.bench, { paper: paper.id }).kind !== 'saved') told.stuck += 1
        return
      }
      default:
        if (isKnown(shop, number))
          markLot(shop.bench, { id, state: below(4) === 0 ? 'recalled' : 'free', reason: 'letter' }, by)
    }
  }
  /** A part of the boxes comes, and some of that is broken; the rest may be lost. */
  const arrive = (shop: DispenseShop, isLast = false): void => {
    const transit = transits[below(transits.length)]
    if (transit === undefined || shop.store.shared.stock_paper.get(transit.paper) === null) return
    const { paper, lot, to } = transit
    const found = isLast ? transit.left : below(transit.left + 1)
    const damaged = below(3) === 0 ? Math.min(found, below(4)) : 0
    if (recordArrival(shop.bench, { paper, lines: [{ lotId: lot, found, damaged }] }).kind !== 'saved') return
    add(lot, to, found - damaged)
    transit.left -= found
    told.arrived += 1
    if (transit.left === 0 || below(4) === 0) transits.splice(transits.indexOf(transit), 1)
  }
  const heal = async (): Promise<void> => {
    await hospital.heal()
    while (transits.length > 0) arrive(hospital.anyShop(), true)
    await hospital.heal()
    told.stuck += hospital.stuck() + (await hospital.unsettled())
  }
  const judge = async (): Promise<void> => {
    const shelves = shelvesByHand(await hospital.rowsOf('stock_event'))
    for (const id of numbers.map(idOf)) {
      for (const store of JUDGED) {
        const said = [shelves.get(`${store} ${id}`) ?? 0, ...shops.map((shop) => shop.store.stock.units(id, store))]
        told.wrongShelf += said.filter((units) => units !== real(id, store)).length
      }
    }
    const wishes = (await hospital.rowsOf('supply_request')).map((row) => SupplyRequest.parse(row))
    told.wishes = wishes.length
    const open = wishes.filter(({ status }) => status === 'active').map(({ medicine }) => medicine)
    if (new Set(open).size < open.length) told.twoWishes += 1
    await people.judge()
  }
  for (const code of ['m', 'n']) for (const shop of shops) setLevel(shop.bench, { id: code, least: 100, wanted: 400 })
  for (let count = 0; count < 4; count += 1) await people.write()
  for (const shop of shops) for (const number of numbers.slice(0, 2)) await receive(shop, number, 'pharmacy', 40)
  for (const shop of [...shops, ...shops]) await hospital.sync(shop)
  for (let count = 0; count < deeds; count += 1) {
    told.deeds += 1
    hospital.pass(below(40_000))
    if (count === Math.floor(deeds / 2)) hospital.pass(DAY)
    const what = below(12)
    if (what < 2) await hospital.sync(hospital.anyShop(), below(4) === 0)
    else if (what === 2) await hospital.sync(hospital.room)
    else if (what < 8) await people.some()
    else await deed(hospital.anyShop(), numbers[below(3)] ?? numbers[0])
    if (count % LOOK_EVERY === LOOK_EVERY - 1) {
      await heal()
      await judge()
    }
  }
  await heal()
  await judge()
  return { ...told, people: people.told }
}
