import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { OutageReport } from './outage/plan.ts'
import type { OutagePlan } from './outage/plan.ts'
import type { Kept, Proof } from './promise.ts'

const here = (file: string): URL => new URL(file, import.meta.url)

/** In a process with one thread and a clock of its own: eight hours take some seven minutes of work. */
function inChild(plan: OutagePlan): Promise<OutageReport> {
  const execArgv = ['--import', here('simulate/one-thread.ts').href]
  const child = fork(fileURLToPath(here('outage/child.ts')), { execArgv, serialization: 'advanced' })
  return new Promise((resolve, reject) => {
    let heard: OutageReport | null = null
    child.on('message', (said: unknown) => {
      heard = OutageReport.parse(said)
      child.disconnect()
    })
    child.on('error', reject)
    child.on('exit', () => (heard === null ? reject(new Error('The outage broke down')) : resolve(heard)))
    child.send(plan)
  })
}

const promises: Readonly<Record<string, string>> = {
  people: 'Whoever is registered while HIMS is away is there once',
  tokens: 'No number of an outage is given twice, and each is a visit at HIMS',
  notes: 'Calls, transfers and who was seen arrive once each',
  dispensings: 'What is handed over while HIMS is away is counted there once',
  rights: 'No right is overdrawn while HIMS is away',
  papers: 'Stock papers of an outage arrive once each',
  shelves: 'After an outage shelf is ledger at every counter, the hub and HIMS',
  refused: 'HIMS refuses nothing of an outage',
  calls: 'Whoever is called hears the number in the waiting room, through the hub alone',
  stick: 'What a stick carried counts once, although the hub sends it too',
  drained: 'Fifteen minutes after the return all of it is everywhere',
  faults: 'No terminal fails, and nobody is sent away',
}

const USUAL = 500
/** Hours of an outage with so many registrations. */
const hoursOf = (registrations: number): number => Math.min(8, Math.max(0.1, (8 * registrations) / USUAL))
const whole = { desks: 4, pharmacies: 3, rooms: 3 }
/** Of a hospital that has a few people only. */
const small = { desks: 2, pharmacies: 2, rooms: 1 }

const keptBy = ({ kept }: OutageReport): readonly Kept[] =>
  Object.entries(promises).map(([key, promise]) => ({ promise, ...(kept[key] ?? { tried: 0, broken: 1 }) }))

const say = ({ written, ofToday, waitedAtHub, waitedAtTerminals, drained, work, exchanges }: OutageReport): string =>
  `${written} orders were written while HIMS was away, ${ofToday} dispensings were on these; ${waitedAtHub} records ` +
  `waited at the hub and ${waitedAtTerminals} at terminals; all was everywhere ` +
  `${drained === null ? 'never' : `${(drained / 1000).toFixed(1)} s`} after the return ` +
  `(${Math.round(work)} ms of work, ${exchanges.toLocaleString('en')} exchanges in all)`

/** Registrations are the scale. */
export const outage: Proof = {
  title: 'an eight-hour outage with a hub: all that was done arrives once, and every ledger ties',
  usual: USUAL,
  async run({ scale, seed = 1 }) {
    const report = await inChild({
      seed,
      registrations: scale,
      hours: hoursOf(scale),
      ...(scale < 100 ? small : whole),
    })
    console.log(say(report))
    for (const line of report.wrong.slice(0, 10)) console.error(`  ${line.slice(0, 1000)}`)
    return keptBy(report)
  },
}
