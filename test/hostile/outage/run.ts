import { chanceOf } from '../simulate/chance.ts'
import { watchDisks } from '../simulate/disk.ts'
import { traceTo } from '../simulate/trace.ts'
import { virtualTime } from '../simulate/virtual-time.ts'
import { newBook } from './book.ts'
import { outage, setLines } from './day.ts'
import type { Day } from './deed.ts'
import { openHospital, ORDERED } from './hospital.ts'
import { judge, unfinished, waitingNow } from './judge.ts'
import type { OutagePlan, OutageReport } from './plan.ts'

/** Nine in the morning in Delhi. */
const START = Date.parse('2026-11-22T03:30:00.000Z')
/** After this it is taken to be never: what is promised of a morning's backlog. */
const NEVER = 15 * 60_000
const LOOK_EVERY = 500

watchDisks()

/** One outage, from the cut to the moment at which every place has everything again. */
export async function liveThrough(plan: OutagePlan, folder: string): Promise<OutageReport> {
  const time = virtualTime(START)
  const chance = chanceOf(plan.seed)
  const trace = traceTo()
  const returning = Math.ceil(plan.registrations * 0.8) + 2
  const hospital = await openHospital({ folder, time, chance, trace, returning, size: plan })
  const day: Day = { hospital, book: newBook(hospital, ORDERED), time, chance }
  const { book } = day
  try {
    await settled(day, 'before the cut')
    await outage(day, plan)
    const waited = await waitingAtReturn(day)
    const began = { at: time.now(), work: performance.now() }
    setLines(day, true)
    const left = await untilFinished(day, NEVER)
    const drained = left === null ? time.now() - began.at : null
    const work = performance.now() - began.work
    if (left !== null) book.wrong.push(`not arrived after ${NEVER / 60_000} minutes: ${left}`)
    const kept = await judge(day)
    return {
      kept: {
        ...kept,
        calls: { tried: book.calls, broken: book.unheard },
        stick: { tried: book.carried, broken: book.carried > 0 ? 0 : 1 },
        drained: { tried: 1, broken: drained === null ? 1 : 0 },
        faults: { tried: hospital.all.length, broken: hospital.faults.length + book.wrong.length },
      },
      written: [...book.orders.values()].filter(({ isOfToday }) => isOfToday).length,
      ofToday: book.ofToday,
      waitedAtHub: waited.atHub,
      waitedAtTerminals: waited.atTerminals,
      drained,
      work,
      exchanges: trace.exchanges(),
      wrong: [...book.wrong, ...hospital.faults],
    }
  } finally {
    await hospital.close()
  }
}

async function settled(day: Day, when: string): Promise<void> {
  const left = await untilFinished(day, NEVER)
  if (left !== null) throw new Error(`The hospital is not at rest ${when}: ${left}`)
}

/** Null once all is told; else what was not when the time was over. */
async function untilFinished(day: Day, within: number): Promise<string | null> {
  const end = day.time.now() + within
  for (;;) {
    const left = await unfinished(day)
    if (left === null || day.time.now() >= end) return left
    await day.time.pass(LOOK_EVERY)
  }
}

const waitingAtReturn = async ({ hospital }: Day) =>
  (await waitingNow(hospital)) ?? { atHub: (await hospital.hub.hims().inside.hub?.waiting()) ?? 0, atTerminals: 0 }
