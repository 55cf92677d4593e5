import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { uuidV7 } from '../../domain/id.ts'
import type { TerminalRole } from '../../domain/wire/sync.ts'
import { openHims } from '../../hims/open.ts'
import { enrol } from '../../hims/terminal/enrolment.ts'
import { openShop } from './dispense-shop.ts'
import type { DispenseShop } from './dispense-shop.ts'

const START = Date.parse('2026-11-22T04:00:00.000Z')

/** Two pharmacies and a doctor's room, with their real stores and services, over the real HIMS. */
export type StockHospital = Awaited<ReturnType<typeof openStockHospital>>

export async function openStockHospital(home: string, random: () => number) {
  let at = START
  const bytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(random() * 256))
  const now = () => new Date((at += 3))
  const hims = await openHims({ database: ':memory:', now: () => now().getTime(), random: bytes })
  const { inside } = hims
  const below = (limit: number): number => Math.floor(random() * limit)
  let folders = 0

  const enrolled = async (role: TerminalRole): Promise<DispenseShop> => {
    const folder = join(home, String((folders += 1)))
    mkdirSync(folder)
    const shop = openShop({ hims, now, bytes }, folder, role)
    await hims.createEnrolment({ role, label: `Counter ${folders}` })
    const made = await inside.commit(1, async (store) => {
      const open = store.selectFrom('enrolment').selectAll().where('terminal', 'is', null)
      const { code_hash: code } = await open.executeTakeFirstOrThrow()
      return enrol(store, code, { publicKey: shop.publicKey() }, inside.world)
    })
    if (!made.ok) throw new Error(made.problem)
    const { terminal, facility } = made.value
    const common = { incarnation: inside.incarnation.name(), schema: 3, serverTime: now().toISOString() }
    shop.enrolled({ ...common, terminal: terminal.id, epoch: terminal.epoch, role, label: terminal.label, facility })
    await shop.take()
    return shop
  }
  const load = async (rows: readonly object[]): Promise<void> => {
    const { refused } = await hims.load(rows)
    if (refused.length > 0) throw new Error(JSON.stringify(refused))
  }
  const shops: DispenseShop[] = []
  const sync = async (shop: DispenseShop, isAnswerLost = false): Promise<void> => {
    await shop.send(500, isAnswerLost)
    await shop.take()
  }
  await load(directory)
  for (let count = 0; count < 2; count += 1) shops.push(await enrolled('pharmacy'))
  const room = await enrolled('doctor')
  const all = [...shops, room]
  return {
    shops,
    room,
    below,
    load,
    sync,
    now,
    newId: () => uuidV7(now().getTime(), bytes(10)),
    pass: (milliseconds: number) => void (at += milliseconds),
    anyShop: (): DispenseShop => shops[below(shops.length)] ?? room,
    /** Everybody hears of everything; what somebody then does of itself, too. */
    async heal(): Promise<void> {
      for (let round = 0; round < 3; round += 1) for (const each of all) await sync(each)
      for (const each of all) await each.send(500, false)
    },
    stuck: () => all.filter((each) => each.waiting() > 0).length,
    /** What HIMS refused or still waits to understand. */
    async unsettled(): Promise<number> {
      return (await inside.store.selectFrom('parked').select('mutation').execute()).length
    },
    async rowsOf(name: string): Promise<readonly unknown[]> {
      const records = await inside.store.selectFrom('record').select('row').where('name', '=', name).execute()
      return records.map(({ row }) => JSON.parse(row))
    },
    /** Units of each item that nobody holds a right to, whether they are owed or ended. */
    async unheld(): Promise<ReadonlyMap<string, number>> {
      const tables = ['ungiven_right', 'ended_right'] as const
      const rows = await Promise.all(
        tables.map((table) => inside.store.selectFrom(table).select(['item', 'units']).execute()),
      )
      const units = new Map<string, number>()
      for (const row of rows.flat()) units.set(row.item, (units.get(row.item) ?? 0) + row.units)
      return units
    },
    async close(): Promise<void> {
      for (const each of all) each.close()
      await hims.close()
    },
  }
}

const four = (text: string) => ({ en: text, hi: text, pa: text, ur: text })
const medicine = { name: 'Metformin', form: 'tablet', groups: [], shelf: 'B 1' }
const room = { code: 'main', label: 'S 1', name: four('Main'), kind: 'store', department: null, floor: 0, line: 'blue' }

const directory = [
  { table: 'facility', row: { code: 'h', name: four('Hospital') } },
  { table: 'medicine', row: { ...medicine, code: 'm', strength: '500 mg' } },
  { table: 'medicine', row: { ...medicine, code: 'n', strength: '250 mg' } },
  { table: 'room', row: { ...room, open: true } },
]
