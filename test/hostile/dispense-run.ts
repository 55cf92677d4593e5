import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { PersonId, PrescriptionId, PrescriptionItemId, uuidV7 } from '../../domain/id.ts'
import { openHims } from '../../hims/open.ts'
import { enrol } from '../../hims/terminal/enrolment.ts'
import { keepCopy, openShop, putBack } from './dispense-shop.ts'
import type { DispenseShop, ShopWorld } from './dispense-shop.ts'

const UNITS = 6
const DEEDS = 24
const four = (text: string) => ({ en: text, hi: text, pa: text, ur: text })
const medicine = { code: 'm', name: 'Metformin', strength: '500 mg', form: 'tablet', groups: [], shelf: 'B 1' }
const dose = { morning: 1, noon: 0, evening: 0, night: 1, food: 'any' }

export interface Told {
  readonly deeds: number
  readonly given: number
  readonly over: number
  /** Prescriptions whose units HIMS does not count to what was ordered. */
  readonly notWhole: number
  readonly stuck: number
}

/** Drives three pharmacies through prescriptions with cuts, lost answers, claims, returns, old copies and clones, and counts what was handed over. */
export async function runShops(prescriptions: number, random: () => number): Promise<Told> {
  const home = mkdtempSync(join(tmpdir(), 'dispense-'))
  let at = Date.parse('2026-11-22T04:00:00.000Z')
  const bytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(random() * 256))
  const now = () => new Date((at += 7))
  const hims = await openHims({ database: ':memory:', now: () => now().getTime(), random: bytes })
  const run = theatre({ hims, now, bytes }, home, random)
  try {
    return await run(prescriptions)
  } finally {
    await hims.close()
    rmSync(home, { recursive: true, force: true })
  }
}

function theatre(world: ShopWorld, home: string, random: () => number) {
  const { hims, now, bytes } = world
  const pick = <Value>(list: readonly Value[]): Value | undefined => list[Math.floor(random() * list.length)]
  const newId = () => uuidV7(now().getTime(), bytes(10))
  const shops: DispenseShop[] = []
  let folders = 0

  const newFolder = (): string => {
    const folder = join(home, String((folders += 1)))
    mkdirSync(folder)
    return folder
  }
  const enrolled = async (): Promise<DispenseShop> => {
    const shop = openShop(world, newFolder())
    const { inside } = hims
    const plan = { role: 'pharmacy', label: `Counter ${shops.length + 1}` } as const
    await hims.createEnrolment(plan)
    const made = await inside.commit(1, async (store) => {
      const row = await store
        .selectFrom('enrolment')
        .selectAll()
        .where('terminal', 'is', null)
        .executeTakeFirstOrThrow()
      return enrol(store, row.code_hash, { publicKey: shop.publicKey() }, inside.world)
    })
    if (!made.ok) throw new Error(made.problem)
    const { terminal, facility } = made.value
    const common = { incarnation: inside.incarnation.name(), schema: 3, serverTime: now().toISOString() }
    const { id, epoch, role, label } = terminal
    shop.enrolled({ ...common, terminal: id, epoch, role, label, facility })
    await shop.take()
    return shop
  }
  const open = async (): Promise<void> => {
    const at = now().toISOString()
    const department = {
      code: 'medicine',
      name: four('Medicine'),
      prefix: 'M',
      room: '1',
      floor: 0,
      line: 'blue',
      sign: 'medicine',
    }
    await hims.load([
      { table: 'facility', row: { code: 'h', name: four('Hospital') } },
      { table: 'department', row: department },
      { table: 'medicine', row: medicine },
      { table: 'lot', row: { id: 'l1', medicine: 'm', lot: 'A1', expiry: '2035-01-31' } },
      { table: 'stock_event', row: { id: 's1', lotId: 'l1', delta: 10_000_000, reason: 'received', at } },
    ])
    for (let count = 0; count < 3; count += 1) shops.push(await enrolled())
  }
  const prescribe = async () => {
    const person = PersonId.parse(newId())
    const id = PrescriptionId.parse(newId())
    const itemId = PrescriptionItemId.parse(newId())
    const who = {
      id: person,
      registeredAt: now().toISOString(),
      name: { latin: 'A B', own: null },
      sex: 'other',
      birth: { kind: 'date', on: '1990-01-01' },
      phone: null,
      address: { house: '', locality: 'x', district: null, pin: null },
      guardian: null,
      language: 'en',
    }
    const order = {
      id,
      personId: person,
      prescriber: 'Dr',
      department: 'medicine',
      writtenAt: now().toISOString(),
      status: 'active',
      items: [{ id: itemId, medicine: 'm', dose, days: 3, quantity: UNITS }],
    }
    const { refused } = await hims.load([
      { table: 'person', row: who },
      { table: 'prescription', row: order },
    ])
    if (refused.length > 0) throw new Error(JSON.stringify(refused))
    return { person, id, itemId }
  }

  const told = { deeds: 0, given: 0, over: 0, notWhole: 0, stuck: 0 }
  const one = async (rare: boolean): Promise<void> => {
    const order = await prescribe()
    let given = 0
    let clone: DispenseShop | null = null
    const copy = join(home, 'copy')
    const copied = rare ? Math.floor(random() * shops.length) : -1
    let isKept = false
    for (let deed = 0; deed < DEEDS; deed += 1) {
      told.deeds += 1
      const all: readonly DispenseShop[] = clone === null ? shops : [...shops, clone]
      const shop = pick(all)
      if (shop === undefined) return
      const what = Math.floor(random() * (rare ? 12 : 9))
      if (what < 3) given += shop.give(order.id, order.itemId, 1 + Math.floor(random() * 3))
      else if (what === 3) await shop.send(1 + Math.floor(random() * 3), random() < 0.3)
      else if (what === 4 || what === 5) await sync(shop)
      else if (what === 6) await shop.claim(order.id)
      else if (what === 7) shop.open(random() < 0.5 ? order.person : null)
      else if (what === 8) shop.returnTo(order.id, random() < 0.3 ? null : (pick(shops)?.terminalId() ?? null))
      else if (what === 9 && !isKept) {
        await reopened(copied, (folder) => keepCopy(folder, copy))
        isKept = true
      } else if (what === 10 && isKept) await reopened(copied, (folder) => putBack(copy, folder))
      else if (what === 11 && isKept && clone === null) {
        const folder = newFolder()
        putBack(copy, folder)
        clone = openShop(world, folder)
      }
    }
    clone?.close()
    await heal()
    told.given += given
    if (given > UNITS) told.over += 1
    if (!(await isWhole(order.id, order.itemId))) told.notWhole += 1
  }
  const sync = async (shop: DispenseShop): Promise<void> => {
    await shop.send(500, false)
    if (!shop.isLocked()) await shop.take()
  }
  const reopened = async (at: number, meanwhile: (folder: string) => void): Promise<void> => {
    const shop = shops[at]
    if (shop === undefined) return
    shop.close()
    meanwhile(shop.folder)
    shops[at] = openShop(world, shop.folder)
  }
  /** The lines are mended, and persons have decided about copies. */
  const heal = async (): Promise<void> => {
    for (let round = 0; round < 2; round += 1) {
      for (const shop of shops) {
        shop.open(null)
        if (shop.isLocked()) await shop.beginEpoch()
        for (let sent = 0; sent < 4 && shop.waiting() > 0; sent += 1) await shop.send(500, false)
        await shop.take()
      }
    }
    // Taking may have let a right go.
    for (const shop of shops) await shop.send(500, false)
    told.stuck += shops.filter((shop) => shop.waiting() > 0).length
    const parked = await hims.inside.store.selectFrom('parked').select('mutation').execute()
    if (parked.length > 0) told.stuck += 1
  }
  const isWhole = async (id: PrescriptionId, item: string): Promise<boolean> => {
    const { store } = hims.inside
    const sum = (rows: readonly { readonly units: number }[]) => rows.reduce((total, { units }) => total + units, 0)
    const rowsOf = async (name: string): Promise<readonly unknown[]> =>
      (
        await store
          .selectFrom('term')
          .innerJoin('record', (on) => on.onRef('record.name', '=', 'term.name').onRef('record.id', '=', 'term.id'))
          .select('record.row')
          .where('term.name', '=', name)
          .where('term.field', '=', 'item')
          .where('term.value', '=', item)
          .execute()
      ).map(({ row }) => JSON.parse(row))
    const count = (rows: readonly unknown[], field: 'left' | 'quantity') =>
      rows.reduce<number>((total, row) => total + Number(Object(row)[field]), 0)
    const ungiven = await store.selectFrom('ungiven_right').select('units').where('prescription', '=', id).execute()
    return count(await rowsOf('right'), 'left') + count(await rowsOf('dispense'), 'quantity') + sum(ungiven) === UNITS
  }

  return async (prescriptions: number): Promise<Told> => {
    await open()
    for (let count = 0; count < prescriptions; count += 1) await one(count % 4 === 0)
    for (const shop of shops) shop.close()
    return told
  }
}
