import { mkdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

export interface StepReport {
  readonly name: string
  readonly ok: boolean
  readonly ms: number
  /** What was measured or seen on the way. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>
  readonly problem?: string
}

export interface Facts {
  readonly [name: string]: string | number | boolean
}

/** Keeps what the tour did, step by step, and where it left its pictures and papers. */
export interface TourLog {
  readonly folder: string
  /** Runs one step; a step that throws is kept as failed, and the tour ends there. */
  readonly step: (name: string, run: () => Promise<Facts | void>) => Promise<void>
  /** A path in the tour's folder for a picture or a paper; it is named in the report. */
  readonly artefact: (name: string) => string
  readonly write: (runtime: string) => TourReport
}

export interface TourReport {
  readonly runtime: string
  readonly steps: readonly StepReport[]
  readonly artefacts: readonly string[]
}

export class TourStopped extends Error {}

export function tourLog(folder: string): TourLog {
  mkdirSync(folder, { recursive: true })
  const steps: StepReport[] = []
  const artefacts: string[] = []
  return {
    folder,
    step: async (name, run) => {
      const start = performance.now()
      const ms = () => Math.round(performance.now() - start)
      try {
        const facts = await run()
        steps.push({ name, ok: true, ms: ms(), ...(facts === undefined ? {} : { facts }) })
        console.log(`✔ ${name} (${ms()} ms)${facts === undefined ? '' : ` ${JSON.stringify(facts)}`}`)
      } catch (fault) {
        const problem = fault instanceof Error ? fault.message : String(fault)
        steps.push({ name, ok: false, ms: ms(), problem })
        console.error(`✖ ${name} (${ms()} ms)\n  ${problem}`)
        throw new TourStopped(name)
      }
    },
    artefact: (name) => {
      if (!artefacts.includes(name)) artefacts.push(name)
      const path = join(folder, name)
      mkdirSync(join(path, '..'), { recursive: true })
      return path
    },
    write: (runtime) => {
      const report = { runtime, steps, artefacts: artefacts.map((name) => relative(folder, join(folder, name))) }
      writeFileSync(join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`)
      return report
    },
  }
}
