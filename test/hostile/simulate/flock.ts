import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

import { z } from 'zod'

import type { RunPlan, RunReport } from './run.ts'

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url))

const Report: z.ZodType<RunReport> = z.strictObject({
  seed: z.int(),
  steps: z.int(),
  mood: z.enum(['all', 'clock']),
  done: z.int(),
  exchanges: z.int(),
  healed: z.number().nullable(),
  wrong: z.array(z.string()),
  trace: z.string(),
})

/** Runs plans in as many processes as there are cores; each process has one thread and does one plan at a time. */
export async function runAll(plans: readonly RunPlan[], heard: (report: RunReport) => void): Promise<void> {
  const queue = [...plans]
  const children = Math.min(availableParallelism(), plans.length)
  await Promise.all(Array.from({ length: children }, () => work(queue, heard)))
}

function work(queue: RunPlan[], heard: (report: RunReport) => void): Promise<void> {
  const execArgv = ['--import', new URL('one-thread.ts', import.meta.url).href]
  const child = fork(here('child.ts'), { execArgv, serialization: 'advanced' })
  let doing: RunPlan | undefined
  const next = (): void => {
    doing = queue.shift()
    if (doing === undefined) child.disconnect()
    else child.send(doing)
  }
  return new Promise((resolve, reject) => {
    child.on('message', (said: unknown) => {
      heard(Report.parse(said))
      next()
    })
    child.on('error', reject)
    child.on('exit', () => {
      if (doing === undefined) resolve()
      else reject(new Error(`A simulated hospital broke down: seed ${doing.seed}, ${doing.steps} steps`))
    })
    next()
  })
}
