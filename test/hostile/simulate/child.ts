import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { z } from 'zod'

import { simulate } from './run.ts'

const Plan = z.strictObject({ seed: z.int(), steps: z.int(), mood: z.enum(['all', 'clock']) })

/** Files that no power cut is to be survived for lie in memory where there is such a place. */
const base = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
const home = mkdtempSync(join(base, 'hospital-'))
process.on('exit', () => rmSync(home, { recursive: true, force: true }))
process.on('disconnect', () => process.exit(0))

/** Runs the plans that it is sent, one after another. */
process.on('message', (said: unknown) => {
  const plan = Plan.parse(said)
  simulate(plan, join(home, String(plan.seed))).then(
    (report) => process.send?.(report),
    (fault: unknown) => {
      console.error(`seed ${plan.seed}`, fault)
      process.exit(1)
    },
  )
})
