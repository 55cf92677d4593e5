import { z } from 'zod'

import { TerminalStatus } from '../../../contract/shell.ts'
import { StoredMedicine } from '../../../contract/stock.ts'
import { StockEvent } from '../../../domain/pharmacy/medicine.ts'
import { shelfKey, shelvesOf } from '../../../domain/pharmacy/stock-ledger.ts'
import { tableNames } from '../../../domain/wire/table.ts'
import type { TableName } from '../../../domain/wire/table.ts'
import { heldAfter } from '../../../hims/record/visible.ts'
import { facility } from '../../fake/hims-stub.ts'
import { none, rowsFor } from '../simulate/replica.ts'
import type { Book } from './book.ts'
import type { Day } from './deed.ts'
import { lots, ORDERED, stores } from './hospital.ts'
import type { Hospital } from './hospital.ts'
import type { OutageReport } from './plan.ts'

export interface Waiting {
  readonly atHub: number
  readonly atTerminals: number
}

/** What waits to be told; null while somebody does not answer. */
export async function waitingNow({ hub, all }: Hospital): Promise<Waiting | null> {
  const atHub = await hub.hims().inside.hub?.waiting()
  let atTerminals = 0
  for (const each of all) {
    const status = TerminalStatus.safeParse(await each.ask('terminal.status'))
    if (!status.success || status.data.link.kind !== 'online') return null
    atTerminals += status.data.waiting
  }
  return atHub === undefined ? null : { atHub, atTerminals }
}

/** Null once nothing waits and every place has every row that it should; else what differs first. */
export async function unfinished({ hospital, time }: Pick<Day, 'hospital' | 'time'>): Promise<string | null> {
  const waiting = await waitingNow(hospital)
  if (waiting === null) return 'somebody is not online'
  if (waiting.atHub + waiting.atTerminals > 0) return JSON.stringify(waiting)
  const { cloud, hub, all } = hospital
  const seen = new Map<string, Awaited<ReturnType<typeof rowsFor>>>()
  const places = [{ name: 'the hub', role: 'hub', rows: null } as const, ...all]
  const atHub = await rowsFor(hub, { role: 'hub', facility: facility.code })
  for (const { name, role, rows } of places) {
    const viewer = { role, facility: facility.code }
    const wanted = seen.get(role) ?? (await rowsFor(cloud, viewer))
    seen.set(role, wanted)
    const differs = tableNames
      .filter((table) => heldAfter(viewer, table, time.now()) === '' || role === 'hub')
      .map((table) => difference(table, wanted.get(table) ?? none, rows?.(table) ?? atHub.get(table) ?? none))
      .find((each) => each !== null)
    if (differs !== undefined) return `${name}: ${differs}`
  }
  return null
}

function difference(
  table: TableName,
  wanted: ReadonlyMap<string, string>,
  rows: ReadonlyMap<string, string>,
): string | null {
  for (const [id, text] of wanted) if (rows.get(id) !== text) return `${table} ${id} is ${rows.get(id) ?? 'missing'}`
  for (const id of rows.keys()) if (!wanted.has(id)) return `${table} ${id} is not at HIMS`
  return null
}

const Person = z.looseObject({ name: z.looseObject({ latin: z.string() }) })
const Visit = z.looseObject({ token: z.looseObject({ day: z.string(), prefix: z.string(), number: z.int() }) })
const Note = z.looseObject({ visitId: z.string(), kind: z.string() })
const Dispensed = z.looseObject({ prescriptionId: z.string(), quantity: z.int() })
const Right = z.looseObject({ left: z.int() })
const Refused = z.array(z.looseObject({ kind: z.string(), state: z.looseObject({ reason: z.string().optional() }) }))

/** How often each of these was said, told and kept; whatever differs is one broken promise. */
function differing(told: readonly string[], kept: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const each of told) counts.set(each, (counts.get(each) ?? 0) + 1)
  for (const each of kept) counts.set(each, (counts.get(each) ?? 0) - 1)
  return [...counts.values()].reduce((sum, count) => sum + Math.abs(count), 0)
}

/** Holds HIMS and every counter against what people were told and what stands on the shelves. */
export async function judge({ hospital, book }: Day): Promise<OutageReport['kept']> {
  const all = await rowsFor(hospital.cloud, { role: 'hub', facility: facility.code })
  const rows = <Row>(table: TableName, shape: z.ZodType<Row>): ReadonlyMap<string, Row> =>
    new Map([...(all.get(table) ?? none)].map(([id, row]) => [id, shape.parse(JSON.parse(row))]))
  const known = new Set(hospital.before.map(({ personId }) => personId))
  const people = [...rows('person', Person)].filter(([id]) => !known.has(id))
  const tokens = [...rows('visit', Visit)].map(
    ([
      id,
      {
        token: { day, prefix, number },
      },
    ]) => [id, `${day} ${prefix} ${number}`],
  )
  const notes = [...rows('visit_event', Note).values()].map(({ visitId, kind }) => `${visitId} ${kind}`)
  const dispensed = [...rows('dispense', Dispensed).values()]
  const given = Map.groupBy(dispensed, ({ prescriptionId }) => prescriptionId)
  const units = (id: string): number => (given.get(id) ?? []).reduce((sum, { quantity }) => sum + quantity, 0)
  const rights = [...rows('right', Right).values()]
  const orders = [...book.orders]
  const byName = (entries: readonly (readonly [string, string])[]) => entries.map(([id, name]) => `${id} ${name}`)
  return {
    people: {
      tried: book.people.size,
      broken: differing(byName([...book.people]), byName(people.map(([id, { name }]) => [id, name.latin]))),
    },
    tokens: {
      tried: book.tokens.size,
      broken:
        differing(
          byName([...book.tokens]),
          tokens.map(([id, label]) => `${id} ${label}`),
        ) +
        (book.tokens.size - new Set(book.tokens.values()).size),
    },
    notes: { tried: book.notes.length, broken: differing(book.notes, notes) },
    dispensings: {
      tried: book.dispensings,
      broken:
        Math.abs(dispensed.length - book.dispensings) +
        orders.filter(([id, order]) => units(id) !== order.given).length,
    },
    rights: {
      tried: orders.length,
      broken: orders.filter(([id]) => units(id) > ORDERED).length + rights.filter(({ left }) => left < 0).length,
    },
    papers: {
      tried: book.papers.size,
      broken: differing([...book.papers], [...(all.get('stock_paper') ?? none).keys()]),
    },
    shelves: await shelves(hospital, book, all.get('stock_event') ?? none),
    refused: await refused(hospital),
  }
}

const eventsIn = (rows: ReadonlyMap<string, string>) =>
  [...rows.values()].map((row) => StockEvent.parse(JSON.parse(row)))

/** What stands there against the ledgers: of HIMS, of the hub, and of every counter as its page reads it. */
async function shelves(
  { hub, pharmacies }: Hospital,
  book: Book,
  atHims: ReadonlyMap<string, string>,
): Promise<{ readonly tried: number; readonly broken: number }> {
  const atHub = (await rowsFor(hub, { role: 'hub', facility: facility.code })).get('stock_event') ?? none
  const ledgers = [atHims, atHub].map((rows) => shelvesOf(eventsIn(rows)))
  for (const each of pharmacies) {
    const seen = new Map<string, number>()
    for (const { medicine } of lots) {
      const said = z.array(StoredMedicine).parse(await each.ask('stock.shelf', { text: medicine }))
      for (const { lot, stands } of said.flatMap((stored) => stored.lots)) {
        for (const { store, units } of stands) seen.set(shelfKey(lot.id, store), units)
      }
    }
    ledgers.push(seen)
  }
  const keys = [...book.shelves.keys()]
  const wrong = ledgers.flatMap((ledger) => keys.filter((key) => (ledger.get(key) ?? 0) !== book.shelves.get(key)))
  if (wrong.length > 0) book.wrong.push(`shelves differ: ${wrong.join(', ')}`)
  return { tried: ledgers.length * lots.length * stores.length, broken: wrong.length }
}

/** Nothing of an outage is anybody's fault: HIMS takes all of it. */
async function refused({ all, cloud }: Hospital): Promise<{ readonly tried: number; readonly broken: number }> {
  const staff = all.filter(({ role }) => role !== 'display')
  let broken = 0
  for (const each of staff) {
    const waits = Refused.parse((await each.ask('sync.waiting')) ?? [])
    broken += waits.filter(({ state }) => state.reason !== undefined).length
  }
  const { store } = cloud.hims().inside
  const noted = await store.selectFrom('notice').selectAll().where('kind', '=', 'contradicts').execute()
  return { tried: staff.length, broken: broken + noted.length }
}
