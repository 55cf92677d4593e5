import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { orHelp } from '../or-help.ts'
import { findRuntime } from './find-runtime.ts'
import { deskMorning } from './tour/morning/desk-morning.ts'
import { pharmacyMorning } from './tour/morning/pharmacy-morning.ts'
import { runMorning } from './tour/morning/run-morning.ts'
import type { Morning } from './tour/morning/run-morning.ts'
import { runTasks } from './tour/morning/tasks.ts'
import { runTour } from './tour/run-tour.ts'

const help = `npm run tour: plays the main job end to end without hands, and writes out/tour/report.json
({runtime, steps: [{name, ok, ms}], artefacts}), a picture of every screen and every paper. Ends with 1 if a step fails.

npm run tour -- desk, npm run tour -- pharmacy: a morning at one counter by keyboard and scanner alone, in four languages.
Counts keys, decisions and the machine's time for each person, and writes out/tour-desk/report.json.

npm run tour -- tasks: the tasks that docs/decision/018 compares with other systems, each once, with what they take.

  -- --people N   how many residents the hospital knows (5000)
  -- --each N     how many of each kind are served in a morning (12)
  -- --cut        stops HIMS before the first of them comes
  -- --yes        installs Chromium without asking where neither Electron nor a browser is found`

const mornings = new Map<string, Morning>([
  ['desk', deskMorning],
  ['pharmacy', pharmacyMorning],
])

const { values, positionals } = orHelp(help, () =>
  parseArgs({
    allowPositionals: true,
    options: {
      people: { type: 'string' },
      each: { type: 'string' },
      cut: { type: 'boolean' },
      yes: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  }),
)
const root = join(import.meta.dirname, '../..')
const [name] = positionals
const morning = name === undefined ? null : mornings.get(name)
if (morning === undefined && name !== 'tasks') {
  console.error(`There is no tour of ${name}; there is ${[...mornings.keys(), 'tasks'].join(', ')}.`)
  process.exit(2)
}
const runtime = await findRuntime(root, values.yes === true)
const people = Number(values.people ?? 5000)
const isCut = values.cut === true
const world = { root, people, isCut, each: Number(values.each ?? 12), folder: join(root, `out/tour-${name}`) }
if (runtime === null) process.exitCode = 1
else if (morning === null) process.exitCode = await runTour({ root, runtime, people })
else if (morning === undefined) process.exitCode = await runTasks({ ...world, runtime })
else process.exitCode = await runMorning(morning, { ...world, runtime })
