import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { buildApp } from '../build.ts'
import { orHelp } from '../or-help.ts'
import { findRuntime } from './find-runtime.ts'
import { demoRoles, openDemonstration } from './hospital.ts'
import { launch } from './launch.ts'
import { runTour } from './tour/run-tour.ts'

const help = `npm start: opens a demonstration hospital on this machine: a registration desk, a pharmacy and a kiosk,
each its own instance of the app, with a HIMS, virtual printers and a tray of papers to scan.

  -- --role desk|pharmacy|kiosk|doctor|display|admin   opens that terminal (and the room with its papers) alone
  -- --keep                       carries on with the data of the last demonstration
  -- --people N                   how many residents the hospital knows (5000)
  -- --yes                        answers its questions with yes
  -- --help

Without a display it runs the tour instead and names the pictures and papers it left.
Invented staff and their PINs stand in the room's window: Sunita Devi (clerk) 271828, Arvind Negi (pharmacist) 314159,
Dr Meena Rao (doctor) 577215, Ravi Kumar (administrator) 235813. A doctor's room, a waiting room and the page of the
hospital's directory are opened by --role only.`

const root = join(import.meta.dirname, '../..')
const BETWEEN_WINDOWS = 400

/** What opens when nobody says which. */
const usual: readonly string[] = ['desk', 'pharmacy', 'kiosk']

const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])

async function main(): Promise<number> {
  const { values } = orHelp(help, () =>
    parseArgs({
      options: {
        role: { type: 'string' },
        keep: { type: 'boolean' },
        people: { type: 'string' },
        yes: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }),
  )
  const asked = values.role
  const roles = demoRoles.filter((role) =>
    asked === undefined ? usual.includes(role) : asked.split(',').includes(role),
  )
  const people = Number(values.people ?? 5000)
  if (roles.length === 0 || !Number.isInteger(people) || people < 1 || people > 100_000) {
    console.error(help)
    return 2
  }
  const runtime = await findRuntime(root, values.yes === true)
  if (runtime === null) return 1
  if (!hasDisplay()) {
    console.log('There is no display here, so the tour runs instead.')
    return runTour({ root, runtime })
  }

  await buildApp()
  const demonstration = await openDemonstration({
    root,
    data: join(root, 'out/demo'),
    keep: values.keep === true,
    people,
    now: () => new Date(),
  })
  console.log(
    runtime.kind === 'electron'
      ? 'Opening on Electron.'
      : 'Opening on the development host (Chromium), because Electron’s binary is not here. Hospitals run Electron.',
  )
  const windows: ChildProcess[] = []
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      for (const window of windows) window.kill('SIGTERM')
    })
  }
  // Each window comes up over the one before it; a stranger starts at the desk, so the desk comes last.
  const specs = [demonstration.room, ...roles.toReversed().map((role) => demonstration.terminals[role])]
  for (const spec of specs) {
    windows.push(launch(root, runtime, spec))
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_WINDOWS))
  }
  await Promise.all(windows.map(ended))
  await demonstration.close()
  return 0
}

const ended = (window: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (window.exitCode !== null || window.signalCode !== null) resolve()
    else window.once('exit', () => resolve())
  })

process.exitCode = await main()
