import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { SaidLine } from '../../contract/stock.ts'
import { OperatorId, PersonId, PrescriptionId, PrescriptionItemId, uuidV7 } from '../../domain/id.ts'
import { lotHold } from '../../domain/pharmacy/lot-rule.ts'
import { StockEvent } from '../../domain/pharmacy/medicine.ts'
import { OWN_SHELF, shelfKey, shelvesOf } from '../../domain/pharmacy/stock-ledger.ts'
import { SupplyRequest } from '../../domain/pharmacy/stock-paper.ts'
import { openHims } from '../../hims/open.ts'
import { enrol } from '../../hims/terminal/enrolment.ts'
import { give } from '../../main/service/dispense-desk.ts'
import { markLot, recordPaper, setLevel, takeBack } from '../../main/service/stock-desk.ts'
import { openShop } from './dispense-shop.ts'
import type { DispenseShop } from './dispense-shop.ts'

const STORES = [OWN_SHELF, 'main'] as const
const UNITS = 5000
const four = (text: string) => ({ en: text, hi: text, pa: text, ur: text })
const medicine = { code: 'm', name: 'Metformin', strength: '500 mg', form: 'tablet', groups: [], shelf: 'B 1' }
const dose = { morning: 1, noon: 0, evening: 0, night: 1, food: 'any' }
const room = { code: 'main', label: 'S 1', name: four('Main'), kind: 'store', department: null, floor: 0, line: 'blue' }
/** The second ends on the day after the first one. */
const numbers = [
  ['A1', '2035-01-31'],
  ['B2', '2026-11-23'],
] as const
const by = OperatorId.parse('asha')
const nobody = { confirm: () => Promise.reject(new Error('Nobody else is asked')) }

export interface StockTold {
  readonly deeds: number
  readonly refused: number
  readonly wrongShelf: number
  readonly givenStopped: number
  /** Wishes of one medicine that were open beside another. */
  readonly twoWishes: number
  readonly wishes: number
  readonly stuck: number
}

/** Two pharmacies with their real stores and services over the real HIMS: what people carry against what ledgers say. */
export async function runStores(deeds: number, random: () => number): Promise<StockTold> {
  const home = mkdtempSync(join(tmpdir(), 'stock-'))
  let at = Date.parse('2026-11-22T04:00:00.000Z')
  const bytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(random() * 256))
  const now = () => new Date((at += 3))
  const hims = await openHims({ database: ':memory:', now: () => now().getTime(), random: bytes })
  const below = (limit: number): number => Math.floor(random() * limit)
  const newId = () => uuidV7(now().getTime(), bytes(10))
  const shops: DispenseShop[] = []
  const stands = new Map<string, number>()
  const told = { deeds: 0, refused: 0, wrongShelf: 0, givenStopped: 0, twoWishes: 0, wishes: 0, stuck: 0 }

  const enrolled = async (): Promise<DispenseShop> => {
    const folder = join(home, String(shops.length))
    mkdirSync(folder)
    const shop = openShop({ hims, now, bytes }, folder)
    const { inside } = hims
    await hims.createEnrolment({ role: 'pharmacy', label: `Counter ${shops.length + 1}` })
    const made = await inside.commit(1, async (store) => {
      const open = store.selectFrom('enrolment').selectAll().where('terminal', 'is', null)
      const { code_hash: code } = await open.executeTakeFirstOrThrow()
      return enrol(store, code, { publicKey: shop.publicKey() }, inside.world)
    })
    if (!made.ok) throw new Error(made.problem)
    const { terminal, facility } = made.value
    const { id, epoch, role, label } = terminal
    const common = { incarnation: inside.incarnation.name(), schema: 3, serverTime: now().toISOString() }
    shop.enrolled({ ...common, terminal: id, epoch, role, label, facility })
    await shop.take()
    return shop
  }
  const load = async (rows: readonly object[]): Promise<void> => {
    const { refused } = await hims.load(rows)
    if (refused.length > 0) throw new Error(JSON.stringify(refused))
  }
  const order = async () => {
    const personId = PersonId.parse(newId())
    const id = PrescriptionId.parse(newId())
    const itemId = PrescriptionItemId.parse(newId())
    const address = { house: '', locality: 'x', district: null, pin: null }
    const birth = { kind: 'date', on: '1990-01-01' }
    const name = { latin: 'A B', own: null }
    const common = { sex: 'other', birth, phone: null, address, guardian: null, language: 'en' }
    const row = { id: personId, registeredAt: now().toISOString(), name, ...common }
    const items = [{ id: itemId, medicine: 'm', dose, days: 3, quantity: UNITS }]
    const writtenAt = now().toISOString()
    const written = { id, personId, prescriber: 'Dr', department: 'x', writtenAt, status: 'active', items }
    await load([
      { table: 'person', row },
      { table: 'prescription', row: written },
    ])
    return { id, itemId }
  }
  type Order = Awaited<ReturnType<typeof order>>
  const orders: Order[] = []
  const real = (lot: string, store: string) => stands.get(shelfKey(lot, store)) ?? 0
  const add = (lot: string, store: string, units: number) => stands.set(shelfKey(lot, store), real(lot, store) + units)
  const lotOf = (shop: DispenseShop, number: string) => {
    const found = shop.store.pharmacy.lots('m').find(({ lot }) => lot === number)
    return found ?? null
  }
  type Kind = 'received' | 'sent' | 'counted' | 'destroyed'
  const record = async (shop: DispenseShop, kind: Kind, line: SaidLine, store: string, other: string | null) => {
    const reference = kind === 'received' ? (shop.store.stock.openRequests()[0]?.id ?? '') : ''
    const said = { kind, store, other, reference, note: '', lines: [line], second: null }
    const first = await recordPaper(shop.bench, nobody, said)
    const again = { ...said, lines: [{ ...line, recounted: true }] }
    const answer = first.kind === 'recount' ? await recordPaper(shop.bench, nobody, again) : first
    if (answer.kind !== 'saved') told.refused += 1
    return answer.kind === 'saved' ? answer.paper : null
  }
  const deed = async (shop: DispenseShop, number: 0 | 1): Promise<void> => {
    const [lot, expiry] = numbers[number]
    const store = STORES[below(2)] ?? OWN_SHELF
    const other = store === OWN_SHELF ? 'main' : OWN_SHELF
    const found = 1 + below(30)
    const id = lotOf(shop, lot)?.id ?? `h/m/${lot}`
    const plain = { medicine: 'm', lot, expiry: null, expected: null, damaged: 0, seenAt: null, recounted: false }
    const line: SaidLine = { ...plain, found }
    switch (below(11)) {
      case 0:
      case 1: {
        const damaged = below(2)
        const paper = await record(shop, 'received', { ...line, expiry, expected: found, damaged }, store, 'Supplier')
        if (paper !== null) add(id, store, found - damaged)
        return
      }
      case 2:
      case 3:
        if (real(id, store) < found) return
        if ((await record(shop, 'sent', line, store, other)) === null) return
        add(id, store, -found)
        add(id, other, found)
        return
      case 4:
      case 5: {
        if (lotOf(shop, lot) !== null) await record(shop, 'counted', { ...line, found: real(id, store) }, store, null)
        return
      }
      case 6:
        if (real(id, store) >= found && (await record(shop, 'destroyed', line, store, null)) !== null)
          add(id, store, -found)
        return
      case 7: {
        const paper = await record(shop, 'received', { ...line, expiry }, store, 'Wrong')
        if (paper !== null && takeBack(shop.bench, { paper: paper.id }).kind !== 'saved') told.stuck += 1
        return
      }
      case 8:
        if (lotOf(shop, lot) !== null)
          markLot(shop.bench, { id, state: below(2) === 0 ? 'recalled' : 'free', reason: 'letter' }, by)
        return
      default:
        return handOut(shop, id)
    }
  }
  const handOut = (shop: DispenseShop, id: string): void => {
    const mine = orders[shops.indexOf(shop)]
    const quantity = 1 + below(8)
    if (mine === undefined || real(id, OWN_SHELF) < quantity) return
    const row = shop.store.shared.lot.get(id)
    const hold = row === null ? null : lotHold(row, shop.store.shared.lot_mark.get(id), shop.bench.today())
    const line = { itemId: mine.itemId, lotId: id, quantity }
    if (give(shop.bench, { prescriptionId: mine.id, lines: [line] }).kind !== 'given') return void (told.refused += 1)
    add(id, OWN_SHELF, -quantity)
    if (hold !== null) told.givenStopped += 1
  }
  const sync = async (shop: DispenseShop): Promise<void> => {
    await shop.send(500, below(4) === 0)
    await shop.take()
  }
  const heal = async (): Promise<void> => {
    for (let round = 0; round < 3; round += 1) {
      for (const shop of shops) {
        await shop.send(500, false)
        await shop.take()
      }
    }
    told.stuck += shops.filter((shop) => shop.waiting() > 0).length
  }
  const rowsOf = async (name: string): Promise<readonly unknown[]> => {
    const records = await hims.inside.store.selectFrom('record').select('row').where('name', '=', name).execute()
    return records.map(({ row }) => JSON.parse(row))
  }
  const judge = async (): Promise<void> => {
    const shelves = shelvesOf((await rowsOf('stock_event')).map((row) => StockEvent.parse(row)))
    for (const [number] of numbers) {
      for (const store of STORES) {
        const id = `h/m/${number}`
        const said = [shelves.get(shelfKey(id, store)) ?? 0, ...shops.map((shop) => shop.store.stock.units(id, store))]
        told.wrongShelf += said.filter((units) => units !== real(id, store)).length
      }
    }
    const wishes = (await rowsOf('supply_request')).map((row) => SupplyRequest.parse(row))
    told.wishes = wishes.length
    if (wishes.filter(({ status }) => status === 'active').length > 1) told.twoWishes += 1
  }

  try {
    await load([
      { table: 'facility', row: { code: 'h', name: four('Hospital') } },
      { table: 'medicine', row: medicine },
      { table: 'room', row: { ...room, open: true } },
    ])
    for (let count = 0; count < 2; count += 1) shops.push(await enrolled())
    for (const shop of shops) {
      const written = await order()
      orders.push(written)
      await shop.claim(written.id)
      await shop.take()
      setLevel(shop.bench, { id: 'm', least: 100, wanted: 400 })
    }
    for (let count = 0; count < deeds; count += 1) {
      told.deeds += 1
      const shop = shops[below(2)]
      if (shop === undefined) break
      at += below(40_000)
      if (count === Math.floor(deeds / 2)) at += 86_400_000
      if (below(6) === 0) await sync(shop)
      else await deed(shop, below(2) === 0 ? 0 : 1)
      if (count % 100 === 99) {
        await heal()
        await judge()
      }
    }
    await heal()
    await judge()
    return told
  } finally {
    for (const shop of shops) shop.close()
    await hims.close()
    rmSync(home, { recursive: true, force: true })
  }
}
