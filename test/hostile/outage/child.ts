import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { OutagePlan } from './plan.ts'
import { liveThrough } from './run.ts'

/** Files that no power cut is to be survived for lie in memory where there is such a place. */
const base = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
const home = mkdtempSync(join(base, 'outage-'))
process.on('exit', () => rmSync(home, { recursive: true, force: true }))
process.on('disconnect', () => process.exit(0))

process.on('message', (said: unknown) => {
  liveThrough(OutagePlan.parse(said), join(home, 'hospital')).then(
    (report) => process.send?.(report),
    (fault: unknown) => {
      console.error(fault)
      process.exit(1)
    },
  )
})
