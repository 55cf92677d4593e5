import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { unreachable } from '../../../domain/result.ts'
import { hubMutants } from './hub-mutants.ts'
import type { Edit, Mutant, Suite } from './mutant.ts'
import { serverMutants } from './server-mutants.ts'
import { terminalMutants } from './terminal-mutants.ts'

export const mutantsAll: readonly Mutant[] = [...serverMutants, ...terminalMutants, ...hubMutants]

const root = join(import.meta.dirname, '../../..')
const sources = [
  'build',
  'contract',
  'domain',
  'hims',
  'main',
  'preload',
  'renderer',
  'sync',
  'test',
  'package.json',
  'tsconfig.json',
]

/** What is wrong with an edit: it would not change what it means to change any more. Null when all is well. */
export function rotten({ file, find }: Edit): string | null {
  const times = readFileSync(join(root, file), 'utf8').split(find).length - 1
  return times === 1 ? null : `${file} has this ${times} times: ${find}`
}

/** The suite that noticed; null when none did. Throws for an edit that does not apply exactly once. */
export async function tryMutant({ name, edits, suites }: Mutant): Promise<string | null> {
  const copy = mkdtempSync(join(tmpdir(), 'mutant-'))
  try {
    for (const part of sources) cpSync(join(root, part), join(copy, part), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
    for (const edit of edits) {
      const wrong = rotten(edit)
      if (wrong !== null) throw new Error(`${name}: ${wrong}`)
      const path = join(copy, edit.file)
      writeFileSync(
        path,
        readFileSync(path, 'utf8').replace(edit.find, () => edit.put),
      )
    }
    for (const suite of suites) if (await fails(copy, suite)) return nameOf(suite)
    return null
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

function nameOf(suite: Suite): string {
  switch (suite.kind) {
    case 'unit':
      return suite.files.join(' ')
    case 'simulate':
      return `simulate, seeds ${suite.seeds.join(' ')}`
    default:
      return unreachable(suite)
  }
}

async function fails(copy: string, suite: Suite): Promise<boolean> {
  switch (suite.kind) {
    case 'unit':
      return !(await succeeds(copy, ['--test', ...suite.files]))
    case 'simulate':
      for (const seed of suite.seeds) {
        const name = suite.mood === 'all' ? 'simulate' : 'clock'
        const asked = [name, '--seed', String(seed), '--scale', '400']
        if (!(await succeeds(copy, ['test/hostile/prove.ts', ...asked]))) return true
      }
      return false
    default:
      return unreachable(suite)
  }
}

/** Longer than any suite takes; one that hangs has noticed as well. */
const PATIENCE = 300_000

const succeeds = (copy: string, given: readonly string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, given, { cwd: copy, stdio: 'ignore', timeout: PATIENCE })
    child.on('exit', (code) => resolve(code === 0))
  })
