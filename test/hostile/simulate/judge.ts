import { z } from 'zod'

import { canonical } from './canonical.ts'
import { fine } from './line.ts'
import type { Run } from './steps.ts'

/** Every line is mended and every server runs again; from here on thirty seconds are enough for all to be told. */
export async function heal({ hospital, time }: Run): Promise<void> {
  for (const weather of [hospital.trunk, ...hospital.terminals.flatMap((terminal) => terminal.weather)]) {
    Object.assign(weather, fine())
  }
  for (const place of [hospital.cloud, hospital.hub]) {
    if (place.server() === null) await time.during(place.start)
  }
}

const Status = z.looseObject({
  waiting: z.int(),
  refused: z.int(),
  link: z.looseObject({ kind: z.string() }),
  people: z.int(),
})

/** Healed means: nothing waits anywhere, and every terminal has what HIMS has. */
export async function isHealed(run: Run): Promise<boolean> {
  const { hospital } = run
  if ((await hospital.hub.hims().inside.hub?.waiting()) !== 0) return false
  const known = await rowsAt(run, 'person')
  if (known.size < run.model.people.size) return false
  for (const terminal of hospital.terminals) {
    const status = Status.safeParse(await terminal.ask('terminal.status'))
    if (!status.success || status.data.waiting > 0 || status.data.link.kind !== 'online') return false
    if (status.data.people < known.size) return false
  }
  for (const terminal of hospital.terminals) {
    for (const [id, text] of known) {
      const opened = await terminal.row('person', id)
      if (opened === null || opened !== text) return false
    }
  }
  return true
}

/** The rows of a table at HIMS, by id, as canonical JSON. */
async function rowsAt({ hospital }: Run, name: string): Promise<ReadonlyMap<string, string>> {
  const { store } = hospital.cloud.hims().inside
  const rows = await store.selectFrom('record').select(['id', 'row']).where('name', '=', name).execute()
  return new Map(rows.map(({ id, row }) => [id, canonical(JSON.parse(row))]))
}

const Dispensed = z.looseObject({ prescriptionId: z.string(), quantity: z.int() })

/** Holds HIMS against what people were told; each difference is one broken promise. */
export async function judge(run: Run): Promise<readonly string[]> {
  const { hospital, model } = run
  const wrong = [...model.violations, ...hospital.faults]
  const people = await rowsAt(run, 'person')
  for (const id of model.people.keys()) if (!people.has(id)) wrong.push(`person ${id} was saved and is not at HIMS`)
  for (const id of people.keys())
    if (![...model.people.keys()].some((known) => known === id))
      wrong.push(`person ${id} is at HIMS and nobody was told`)
  const visits = await rowsAt(run, 'visit')
  for (const [label, visit] of model.tokens)
    if (!visits.has(visit)) wrong.push(`token ${label} was given and is not at HIMS`)
  if (visits.size !== model.tokens.size) wrong.push(`${visits.size} visits at HIMS, ${model.tokens.size} tokens given`)
  const given = new Map<string, number>()
  for (const text of (await rowsAt(run, 'dispense')).values()) {
    const { prescriptionId, quantity } = Dispensed.parse(JSON.parse(text))
    given.set(prescriptionId, (given.get(prescriptionId) ?? 0) + quantity)
  }
  for (const [id, order] of model.orders) {
    const counted = given.get(id) ?? 0
    if (counted !== order.given) wrong.push(`order ${id}: ${order.given} were given, HIMS counts ${counted}`)
  }
  for (const terminal of hospital.terminals) {
    const status = Status.safeParse(await terminal.ask('terminal.status'))
    if (status.success && status.data.refused > 0) {
      wrong.push(
        `${terminal.name}: ${status.data.refused} refused: ${JSON.stringify(await terminal.ask('sync.waiting'))}`,
      )
    }
  }
  return wrong
}
