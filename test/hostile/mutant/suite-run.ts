import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { unreachable } from '../../../domain/result.ts'
import type { Suite } from './mutant.ts'

/** What a suite says when it fails in a folder with sources; null when it succeeds. */
export function failureOf(folder: string, suite: Suite): Promise<string | null> {
  switch (suite.kind) {
    case 'unit':
      return complaint(folder, ['--test', '--test-concurrency=1', ...suite.files])
    case 'simulate': {
      const oneThread = pathToFileURL(join(folder, 'test/hostile/simulate/one-thread.ts')).href
      const told = ['test/hostile/mutant/tell-stories.ts', suite.mood, ...suite.seeds.map(String)]
      return complaint(folder, ['--import', oneThread, ...told])
    }
    default:
      return unreachable(suite)
  }
}

/** Longer than any suite takes; one that hangs has noticed as well. */
const PATIENCE = 600_000

/** The first line with a cross, of a test or of a story. */
function complaint(folder: string, given: readonly string[]): Promise<string | null> {
  // What a mistake did not touch need not be compiled again.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'out/compiled') }
  const child = spawn(process.execPath, given, { cwd: folder, env, stdio: ['ignore', 'pipe', 'ignore'] })
  let said = ''
  let hangs = false
  child.stdout.on('data', (text: Buffer) => void (said += String(text)))
  const patience = setTimeout(() => {
    hangs = true
    child.kill('SIGKILL')
  }, PATIENCE)
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(patience)
      if (hangs) resolve('it hangs')
      else resolve(code === 0 ? null : firstCross(said))
    })
  })
}

const firstCross = (said: string): string => {
  const line = said.split('\n').find((each) => each.trimStart().startsWith('✖'))
  return (line ?? 'it breaks down')
    .replace(/\(\d[\d.]*ms\)/, '')
    .replaceAll('✖', '')
    .trim()
}
