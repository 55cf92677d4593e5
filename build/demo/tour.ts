import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { orHelp } from '../or-help.ts'
import { findRuntime } from './find-runtime.ts'
import { runTour } from './tour/run-tour.ts'

const help = `npm run tour: plays the main job end to end without hands, and writes out/tour/report.json
({runtime, steps: [{name, ok, ms}], artefacts}), a picture of every screen and every paper. Ends with 1 if a step fails.

  -- --people N   how many residents the hospital knows (5000)
  -- --yes        installs Chromium without asking where neither Electron nor a browser is found`

const { values } = orHelp(help, () =>
  parseArgs({ options: { people: { type: 'string' }, yes: { type: 'boolean' }, help: { type: 'boolean' } } }),
)
const root = join(import.meta.dirname, '../..')
const runtime = await findRuntime(root, values.yes === true)
process.exitCode = runtime === null ? 1 : await runTour({ root, runtime, people: Number(values.people ?? 5000) })
