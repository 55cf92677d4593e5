import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'

import { conform } from './suite.ts'

const HELP = `npm run conform -- [--runtime host|electron]

Runs an Electron app that checks, case by case, what Electron's documentation promises and this project uses,
on real Electron where its binary is installed, else on the development host.
Writes out/conform/report.json: [{case, runtime, ok, detail}]. Exits with 1 if a case fails, 2 if nothing can run it.
Electron on Linux needs a display: xvfb-run npm run conform.`

const { values } = parseArgs({ options: { help: { type: 'boolean' }, runtime: { type: 'string' } } })
const { runtime = null } = values
const repoRoot = join(import.meta.dirname, '../../..')

async function main(): Promise<number> {
  if (values.help) {
    console.log(HELP)
    return 0
  }
  if (runtime !== null && runtime !== 'host' && runtime !== 'electron') {
    console.error(`--runtime is host or electron, not ${runtime}`)
    return 2
  }
  const scratch = mkdtempSync(join(tmpdir(), 'conform-'))
  const cases = await conform({ repoRoot, scratch, runtime }).finally(() =>
    rmSync(scratch, { recursive: true, force: true }),
  )
  if (!cases) {
    console.error('Neither Electron nor Chromium is installed here.')
    return 2
  }
  const folder = join(repoRoot, 'out/conform')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'report.json'), `${JSON.stringify(cases, null, 2)}\n`)
  const failed = cases.filter(({ ok }) => !ok)
  for (const { case: name, detail } of failed) console.error(`FAILED ${name}: ${detail}`)
  console.log(
    `${cases.length - failed.length} of ${cases.length} cases hold on ${cases[0]?.runtime}: out/conform/report.json`,
  )
  return failed.length === 0 ? 0 : 1
}

process.exitCode = await main()
