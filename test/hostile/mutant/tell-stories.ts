import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { simulate } from '../simulate/run.ts'
import { STORY } from './mutant.ts'

const [mood, ...seeds] = process.argv.slice(2)
const home = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'stories-'))
process.on('exit', () => rmSync(home, { recursive: true, force: true }))

/** Tells stories of the simulated hospital one after another, up to the first that goes wrong. */
for (const seed of seeds.map(Number)) {
  // A quiet day leaves time for all that a mistake can spoil.
  const plan = { seed, steps: STORY, mood: mood === 'clock' ? 'clock' : 'all', pace: 1 } as const
  const { wrong } = await simulate(plan, join(home, String(seed)))
  const [first] = wrong
  if (first === undefined) continue
  console.log(`✖ seed ${seed}: ${first.slice(0, 200).replaceAll(/\s+/g, ' ')}`)
  process.exit(1)
}
process.exit(0)
