import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { after, suite, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'

import { _electron } from 'playwright'

import { chooseRuntime, machineRuntimeWorld } from '../../../build/host/electron-binary.ts'

const repoRoot = join(import.meta.dirname, '../../..')
const app = join(import.meta.dirname, 'app')
const world = machineRuntimeWorld(repoRoot)
const runtime = chooseRuntime({ ...world, environment: { ...world.environment, HIMS_RUNTIME: 'host' } })
const skip = runtime.kind === 'host' && process.platform === 'linux' ? false : 'no host, or no /proc to look into'
const scratch = mkdtempSync(join(tmpdir(), 'host-life-'))
after(() => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }))
// Playwright asks the `electron` package for its binary in this process, so this one needs the environment too.
if (runtime.kind === 'host') Object.assign(process.env, runtime.environment, { HIMS_HEADLESS: '1' })

const launch = (instance: string) =>
  _electron.launch({ args: [app, `--user-data-dir=${join(scratch, instance)}`, `--instance=${instance}`] })

/** Every process of this run carries its user data folder on its command line. */
function processesOf(instance: string): readonly number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(join(scratch, instance)) ? [Number(name)] : []
    } catch {
      return []
    }
  })
}

async function noneLeft(instance: string, alsoGone: number): Promise<boolean> {
  for (let tries = 0; tries < 100; tries++) {
    const isChildAlive = readdirSync('/proc').includes(String(alsoGone))
    if (processesOf(instance).length === 0 && !isChildAlive) return true
    await pause(50)
  }
  return false
}

async function startBare(instance: string) {
  const binary = join(repoRoot, 'build/host/bin/electron')
  const args = [app, `--user-data-dir=${join(scratch, instance)}`, `--instance=${instance}`]
  const child = spawn(binary, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  const lines: string[] = []
  const up = Promise.withResolvers<number>()
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    if (line.startsWith('up ')) up.resolve(Number(line.slice(3)))
  })
  return { child, lines, utility: await up.promise, ended: once(child, 'close') }
}

suite('the life of a host', { skip, concurrency: true }, () => {
  test('two instances run side by side under Playwright, each with its own page and exact size', async () => {
    const apps = await Promise.all([launch('one'), launch('two')])
    const seen = await Promise.all(
      apps.map(async (instance) => {
        const page = await instance.firstWindow()
        await page.waitForSelector('p')
        const picture = await page.screenshot()
        return {
          name: await instance.evaluate(({ app: inMain }) => inMain.getName()),
          text: await page.textContent('p'),
          size: [picture.readUInt32BE(16), picture.readUInt32BE(20)],
        }
      }),
    )
    await Promise.all(apps.map((instance) => instance.close()))
    const common = { name: 'small-app', size: [777, 555] }
    assert.deepEqual(seen, [
      { ...common, text: 'instance one' },
      { ...common, text: 'instance two' },
    ])
  })

  test('a termination signal quits in order and leaves no process and no profile', async () => {
    const { child, lines, utility, ended } = await startBare('terminated')
    child.kill('SIGTERM')
    await ended
    assert.equal(child.exitCode, 0)
    assert.deepEqual(lines.slice(1), ['event before-quit', 'event will-quit', 'event quit'])
    assert.ok(await noneLeft('terminated', utility))
    assert.deepEqual(readdirSync(join(scratch, 'terminated')), [])
  })

  test('a killed host takes Chromium and its utility processes with it', async () => {
    const { child, utility, ended } = await startBare('killed')
    assert.ok(processesOf('killed').length > 1)
    child.kill('SIGKILL')
    await ended
    assert.ok(await noneLeft('killed', utility))
  })

  test('when Chromium falls the windows close and the app quits in order', async () => {
    const { child, lines, utility, ended } = await startBare('fallen')
    for (const pid of processesOf('fallen')) if (pid !== child.pid) process.kill(pid, 'SIGKILL')
    await ended
    assert.equal(child.exitCode, 0)
    assert.deepEqual(lines.slice(1), ['event before-quit', 'event will-quit', 'event quit'])
    assert.ok(await noneLeft('fallen', utility))
  })
})
