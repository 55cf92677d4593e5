import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { createServer } from 'vite'

import { buildMain, rendererConfig } from './build.ts'
import { findRuntime } from './demo/find-runtime.ts'
import { demoRoles, openDemonstration } from './demo/hospital.ts'
import { launch } from './demo/launch.ts'
import { orHelp } from './or-help.ts'

const help = `npm run dev: opens one terminal of the demonstration with its page served by Vite, so that an edit shows at once.

  -- --role desk|pharmacy|kiosk|doctor|display   which one (desk)
  -- --people N                   how many residents the hospital knows (500)

The page then runs without its content security policy, which Vite's reload would break; \`npm start\` has it.`

const root = join(import.meta.dirname, '..')

async function main(): Promise<number> {
  const { values } = orHelp(help, () =>
    parseArgs({ options: { role: { type: 'string' }, people: { type: 'string' }, help: { type: 'boolean' } } }),
  )
  const role = demoRoles.find((each) => each === (values.role ?? 'desk'))
  if (role === undefined) {
    console.error(help)
    return 2
  }
  const runtime = await findRuntime(root, false)
  if (runtime === null) return 1
  const server = await createServer({ ...rendererConfig(), server: { host: '127.0.0.1', port: 5173 } })
  await server.listen()
  await buildMain()
  const people = Number(values.people ?? 500)
  const data = join(root, 'out/dev')
  const demonstration = await openDemonstration({ root, data, keep: false, people, now: () => new Date() })
  const spec = demonstration.terminals[role]
  const address = server.resolvedUrls?.local[0] ?? ''
  const windows = [
    launch(root, runtime, demonstration.room),
    launch(root, runtime, { ...spec, env: { ...spec.env, HIMS_PAGE_SERVER: address } }),
  ]
  process.once('SIGINT', () => windows.forEach((window) => window.kill('SIGTERM')))
  await Promise.all(windows.map((window) => new Promise((resolve) => window.once('exit', resolve))))
  await demonstration.close()
  await server.close()
  return 0
}

process.exitCode = await main()
