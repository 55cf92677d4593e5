import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { takeBundle } from '../../../hims/bundle/take-bundle.ts'
import type { Chance } from '../simulate/chance.ts'
import { arrive, arriveAt, consult, dispense, paper, transfer } from './deed.ts'
import type { Day, Deed } from './deed.ts'
import type { OutagePlan } from './plan.ts'

const HOUR = 3_600_000
/** The hospital's own server is gone for so much of the outage, and a stick goes to HIMS meanwhile. */
const HUB_FALLS = 0.45
const HUB_RETURNS = 0.52
const DESK_FALLS = 0.25
const STICK_GOES = 0.5
const STICK_RETURNS = 0.6
/** What could not be done is tried again so often, each time a little later: nobody leaves without it. */
const TRIES = 60
const LATER = 45_000

interface Planned {
  readonly at: number
  readonly deed: Deed
  /** It has to be done; whatever else can be left out. */
  readonly must: boolean
}

function plannedDay({ registrations, hours }: OutagePlan, chance: Chance): readonly Planned[] {
  const long = hours * HOUR
  const many = (count: number, deed: Deed, must: boolean, from = 0, to = 0.97): readonly Planned[] =>
    Array.from({ length: Math.ceil(count) }, () => ({
      at: (from + chance.real() * (to - from)) * long,
      deed,
      must,
    }))
  return [
    ...many(registrations, arrive, true),
    ...many(registrations * 0.1, transfer, false, 0.05),
    ...many(registrations * 0.9, consult, false, 0.02),
    ...many(registrations * 0.8, dispense, true, 0.05),
    ...many(registrations * 0.08, paper, true),
  ].toSorted((one, other) => one.at - other.at)
}

/** HIMS is cut off, and people go on coming. */
export async function outage(day: Day, plan: OutagePlan): Promise<void> {
  const { hospital, book, chance, time } = day
  const { cloud, hub, desks } = hospital
  setLines(day, false)
  const began = time.now()
  const long = plan.hours * HOUR
  const troubles = [
    { at: DESK_FALLS, run: () => desks[1]?.restart() },
    { at: HUB_FALLS, run: () => hub.fall() },
    { at: STICK_GOES, run: () => stickGoes() },
    { at: HUB_RETURNS, run: () => time.during(hub.start) },
    { at: STICK_RETURNS, run: () => stickReturns() },
  ]
  const carrier = desks[0]
  let receipt: { readonly name: string; readonly bytes: Uint8Array } | null = null

  /** The line is cut; the stick goes by motorcycle. */
  async function stickGoes(): Promise<void> {
    if (carrier === undefined) return
    // Whoever came a moment ago waits here and nowhere else.
    await arriveAt(day, carrier)
    const said: unknown = await carrier.ask('sync.export')
    book.carried = Number(Object(said).records ?? 0)
    const [file] = readdirSync(carrier.stick).filter((name) => name.endsWith('.bundle'))
    if (file === undefined) return void book.wrong.push('no bundle came on the stick')
    const taken = await time.during(() => takeBundle(cloud.hims().inside, readFileSync(join(carrier.stick, file))))
    if (!taken.ok) return void book.wrong.push(`the bundle is ${taken.problem}`)
    receipt = { name: file.replace(/bundle$/, 'receipt'), bytes: taken.value.receipt }
  }
  async function stickReturns(): Promise<void> {
    if (carrier === undefined || receipt === null) return
    writeFileSync(join(carrier.stick, receipt.name), receipt.bytes)
    const said: unknown = await carrier.ask('sync.receipt')
    if (Object(said).kind !== 'taken') book.wrong.push(`the receipt was not taken: ${JSON.stringify(said)}`)
  }
  const passTo = async (moment: number): Promise<void> => {
    for (let next = troubles[0]; next !== undefined && next.at * long <= moment; next = troubles[0]) {
      troubles.shift()
      await time.pass(Math.max(0, began + next.at * long - time.now()))
      await next.run()
    }
    await time.pass(Math.max(1, began + moment - time.now()))
  }
  const work = [...plannedDay(plan, chance)]
  const tries = new Map<Planned, number>()
  for (let next = work.shift(); next !== undefined; next = work.shift()) {
    await passTo(next.at)
    if (await next.deed(day)) continue
    const tried = (tries.get(next) ?? 0) + 1
    if (!next.must) continue
    if (tried > TRIES) {
      book.wrong.push(`${next.deed.name} could not be done`)
      continue
    }
    const again = { ...next, at: Math.min(next.at + LATER, long * 0.999) }
    tries.set(again, tried)
    const place = work.findIndex(({ at }) => at > again.at)
    work.splice(place < 0 ? work.length : place, 0, again)
  }
  await passTo(long)
}

/** The line to HIMS, of the hub and of every terminal. */
export function setLines({ hospital: { trunk, all } }: Pick<Day, 'hospital'>, up: boolean): void {
  trunk.up = up
  for (const { toCloud } of all) toCloud.up = up
}
