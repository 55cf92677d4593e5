import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'

import { chooseRuntime, machineRuntimeWorld } from '../electron-binary.ts'
import type { Runtime } from '../electron-binary.ts'

export interface ConformCase {
  readonly case: string
  readonly runtime: 'host' | 'electron'
  readonly ok: boolean
  readonly detail: string
}

export interface ConformPlan {
  readonly repoRoot: string
  /** Where the two apps keep their data; the caller removes it. */
  readonly scratch: string
  readonly runtime: 'host' | 'electron' | null
}

const WHOLE_RUN_WITHIN = 120_000
const NEVER_READY_WITHIN = 3000

interface Ran {
  readonly lines: readonly string[]
  readonly code: number | null
}

/** Runs the conformance app on whichever runtime is here; null when there is none. */
export async function conform(plan: ConformPlan): Promise<readonly ConformCase[] | null> {
  const world = machineRuntimeWorld(plan.repoRoot)
  const asked = plan.runtime === null ? {} : { HIMS_RUNTIME: plan.runtime }
  const runtime = chooseRuntime({ ...world, environment: { ...world.environment, ...asked } })
  if (runtime.kind === 'none') return null

  const start = (app: string, within: number) => run(runtime, plan, app, within)
  const [whole, topLevelAwait] = await Promise.all([
    start('app', WHOLE_RUN_WITHIN),
    start('top-level-await', NEVER_READY_WITHIN),
  ])
  const { kind } = runtime
  const cases = whole.lines.flatMap((line) => readCase(line, kind))
  const reached = topLevelAwait.lines.some((line) => line.includes('ready was reached'))
  return [
    ...cases,
    { case: 'the app ends by itself', runtime: kind, ok: whole.code === 0, detail: `exit code ${whole.code}` },
    { case: 'a top-level await of ready is never answered', runtime: kind, ok: !reached, detail: '' },
  ]
}

function readCase(line: string, runtime: ConformCase['runtime']): readonly ConformCase[] {
  if (!line.startsWith('CONFORM {')) return []
  const read: unknown = JSON.parse(line.slice('CONFORM '.length))
  if (typeof read !== 'object' || read === null || !('case' in read) || !('ok' in read)) return []
  const detail = 'detail' in read ? String(read.detail) : ''
  return [{ case: String(read.case), runtime, ok: read.ok === true, detail }]
}

async function run(
  runtime: Exclude<Runtime, { kind: 'none' }>,
  plan: ConformPlan,
  app: string,
  within: number,
): Promise<Ran> {
  const binary = runtime.kind === 'electron' ? runtime.binary : join(plan.repoRoot, 'build/host/bin/electron')
  const asRoot = runtime.kind === 'electron' && process.getuid?.() === 0
  const child = spawn(
    binary,
    [
      join(plan.repoRoot, 'build/host/conform', app),
      `--user-data-dir=${join(plan.scratch, app)}`,
      '--use-fake-device-for-media-stream',
      ...(asRoot ? ['--no-sandbox'] : []),
    ],
    { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, ...runtime.environment } },
  )
  const lines: string[] = []
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line))
  const timer = setTimeout(() => child.kill('SIGKILL'), within)
  await once(child, 'close')
  clearTimeout(timer)
  return { lines, code: child.exitCode }
}
