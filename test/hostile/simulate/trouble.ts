import { z } from 'zod'

import type { SimTerminal } from './hospital.ts'
import { fine } from './line.ts'
import type { Run, Step } from './run-state.ts'
import type { ServerPlace } from './server-place.ts'

export const fallTerminal: Step = async ({ hospital, chance }) => {
  await chance.one(hospital.terminals).fall()
}

export const fallServer: Step = async ({ hospital, chance, time }) => {
  const place = chance.one([hospital.cloud, hospital.hub])
  await place.fall()
  time.after(500 + chance.real() * 20_000, () => void (place.server() === null ? place.start() : undefined))
}

export const changeWeather: Step = async ({ hospital, chance }) => {
  const weather = chance.one([hospital.trunk, ...hospital.terminals.flatMap((terminal) => terminal.weather)])
  const bad = (share: number, most: number): number => (chance.yes(share) ? chance.real() * most : 0)
  Object.assign(weather, {
    up: !chance.yes(0.35),
    lost: bad(0.3, 0.3),
    answerLost: bad(0.3, 0.3),
    cut: bad(0.2, 0.3),
    twice: bad(0.3, 0.3),
    portal: bad(0.15, 0.5),
    busy: bad(0.15, 0.5),
    slow: chance.yes(0.2) ? 4000 : 60,
  })
}

const HOUR = 3_600_000
const YEAR = 365.25 * 24 * HOUR

/** The clock of one computer jumps; none of its work may be refused for it. */
export const moveClock: Step = async ({ hospital, chance, time }) => {
  const { clock } = chance.one(hospital.terminals)
  const to = (date: string): number => Date.parse(date) - time.now()
  clock.ahead = chance.one([
    0,
    0,
    3 * HOUR,
    -3 * HOUR,
    to('1970-01-02T00:00:00.000Z'),
    to('2038-01-19T03:14:07.000Z'),
    10 * YEAR,
    Math.round((chance.real() - 0.5) * 10 * 60_000),
  ])
}

export const fullDisk: Step = async ({ hospital, chance, time }) => {
  const terminal = chance.one(hospital.terminals)
  terminal.fillDisk()
  time.after(chance.real() * 5000, terminal.emptyDisk)
}

const Status = z.looseObject({ waiting: z.int() })

const hasNothingToSend = async (terminal: SimTerminal): Promise<boolean> =>
  Status.safeParse(await terminal.ask('terminal.status')).data?.waiting === 0

/**
 * Somebody keeps a copy of a disk, and puts back what was kept. What no server has would be lost with any disk; a kiosk,
 * where nobody can say that it goes on, is enrolled anew.
 */
export const copyOrRestore: Step = async ({ hospital, chance }) => {
  const terminal = chance.one(hospital.terminals.filter(({ role }) => role !== 'kiosk'))
  if (chance.yes(0.5)) return terminal.copy()
  if (!terminal.isOld() && (await hasNothingToSend(terminal))) await terminal.restore(chance.yes(0.5))
}

/** The orders at a server and the rights in them, whose first word no terminal keeps. */
async function ordersAt({ hims }: ServerPlace): Promise<readonly string[]> {
  const { store } = hims().inside
  const rows = await store.selectFrom('record').select('id').where('name', 'in', ['prescription', 'right']).execute()
  return rows.map(({ id }) => id)
}

/**
 * The hospital’s own server comes back over an older copy, but not while it alone has an order: that would be lost with
 * any disk.
 */
export const restoreHub: Step = async ({ hospital: { cloud, hub }, chance }) => {
  if (hub.server() === null) return
  if (chance.yes(0.5)) return hub.copy()
  if (cloud.server() === null) return
  const above = new Set(await ordersAt(cloud))
  if ((await ordersAt(hub)).every((id) => above.has(id))) await hub.restore()
}

const Link = z.looseObject({ link: z.looseObject({ kind: z.string(), cause: z.string().optional() }) })

/** Whoever stands at a computer that was put back says that it goes on, as soon as HIMS has fenced it off. */
export async function tendOld({ hospital }: Pick<Run, 'hospital'>): Promise<void> {
  for (const terminal of hospital.terminals.filter((each) => each.wasPutBack())) {
    const status = Link.safeParse(await terminal.ask('terminal.status'))
    if (!status.success) continue
    const { kind, cause } = status.data.link
    if (kind === 'refused' && cause === 'fenced') {
      await terminal.ask('sync.begin-again')
      terminal.goesOn()
    } else if (kind === 'online') terminal.goesOn()
  }
}

export const tend: Step = (run) => tendOld(run)

/** Every line is mended, every server runs and there is room on every disk; clocks stay as they are. */
export async function heal({ hospital, time }: Run): Promise<void> {
  for (const weather of [hospital.trunk, ...hospital.terminals.flatMap((terminal) => terminal.weather)]) {
    Object.assign(weather, fine())
  }
  for (const terminal of hospital.terminals) terminal.emptyDisk()
  for (const place of [hospital.cloud, hospital.hub]) {
    if (place.server() === null) await time.during(place.start)
  }
}
