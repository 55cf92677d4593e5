import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { parseArgs } from 'node:util'

import { buildApp } from './build.ts'
import { orHelp } from './or-help.ts'

const root = join(import.meta.dirname, '..')

const help = `npm test: types, lint, format, unit tests, journeys in a real browser, hostile suites.
  -- NAME…        only test files whose path holds one of these names
  -- --only-tests skips types, lint and format`

const bin = (name: string): string => join(root, 'node_modules/.bin', name)

/** Each by itself, so that the first line that fails says which. */
const checks: readonly (readonly [string, readonly string[]])[] = [
  ['tsc', ['-p', 'tsconfig.json']],
  ['tsc', ['-p', 'renderer/tsconfig.json']],
  ['tsc', ['-p', 'build/host/tsconfig.app.json']],
  ['oxlint', ['--type-aware', '--deny-warnings']],
  ['prettier', ['--check', '--log-level', 'warn', '.']],
]

function check([name, args]: readonly [string, readonly string[]]): boolean {
  const start = performance.now()
  const { status } = spawnSync(bin(name), args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  console.log(`${status === 0 ? '✔' : '✖'} ${name} ${args.join(' ')} (${Math.round(performance.now() - start)} ms)`)
  return status === 0
}

interface Count {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** Runs test files with node's own runner. Screens mostly wait, so two go at once; whole hospitals go one at a time. */
function runTests(files: readonly string[], concurrency: number): Promise<Count> {
  return new Promise((resolve) => {
    let count: Count = { passed: 0, failed: 0, skipped: 0 }
    if (files.length === 0) return resolve(count)
    const stream = run({ files: [...files], concurrency, timeout: 300_000, cwd: root })
    stream.on('test:summary', ({ file, counts }) => {
      if (file !== undefined) return
      count = {
        passed: counts.passed,
        failed: counts.tests - counts.passed - counts.skipped - counts.todo,
        skipped: counts.skipped,
      }
    })
    stream.on('end', () => resolve(count))
    stream.compose(spec).pipe(process.stdout, { end: false })
  })
}

const sum = (counts: readonly Count[], part: keyof Count): number => counts.reduce((all, each) => all + each[part], 0)

async function main(names: readonly string[], onlyTests: boolean): Promise<number> {
  const wrong = onlyTests ? 0 : checks.map(check).filter((good) => !good).length
  await buildApp()
  const wanted = (file: string) => names.length === 0 || names.some((name) => file.includes(name))
  const files = (pattern: string) => globSync(pattern, { cwd: root }).filter(wanted).toSorted()
  const counts = [
    await runTests(files('test/unit/**/*.test.ts'), 2),
    await runTests(files('test/hostile/**/*.test.ts'), 1),
    await runTests(files('test/journey/**/*-screens.test.ts'), 2),
    await runTests(files('test/journey/**/!(*-screens).test.ts'), 1),
  ]
  const failed = sum(counts, 'failed') + wrong
  console.log(`${sum(counts, 'passed')} passed, ${failed} failed, ${sum(counts, 'skipped')} skipped`)
  return failed === 0 ? 0 : 1
}

const { values, positionals } = orHelp(help, () =>
  parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' }, 'only-tests': { type: 'boolean' } } }),
)
process.exitCode = await main(positionals, values['only-tests'] === true)
