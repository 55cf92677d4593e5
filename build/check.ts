import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, relative } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { parseArgs } from 'node:util'

import { buildApp } from './build.ts'
import { orHelp } from './or-help.ts'

const root = join(import.meta.dirname, '..')

const help = `npm test: types, lint, format, unit tests, hostile suites, journeys in a real browser.
  -- NAME…        only test files whose path holds one of these names
  -- --only-tests skips types, lint and format
  -- --pictures   also keeps a picture of every screen looked at, in out/screens`

/** What took how long, in milliseconds. */
interface Spent {
  readonly what: string
  readonly took: number
}

interface Outcome {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly spent: readonly Spent[]
  /** What tests said beside their result, such as how often a promise was put to the test. */
  readonly said: readonly string[]
}

const nothing: Outcome = { passed: 0, failed: 0, skipped: 0, spent: [], said: [] }

const bin = (name: string): string => join(root, 'node_modules/.bin', name)

/** Each by itself, so that the first line that fails says which. What one found out is kept for the next run. */
const checks: readonly (readonly [string, readonly string[]])[] = [
  ['prettier', ['--check', '--log-level', 'warn', '--cache', '--cache-strategy', 'content', '.']],
  ['oxlint', ['--type-aware', '--deny-warnings', '--threads', '2']],
  // Checkers side by side do much of their work twice; the other core has a check of its own.
  ['tsc', ['-p', 'tsconfig.json', '--singleThreaded']],
  ['tsc', ['-p', 'renderer/tsconfig.json', '--singleThreaded']],
  ['tsc', ['-p', 'build/host/tsconfig.app.json', '--singleThreaded']],
]

/** oxlint's types and tsc are written in Go, whose collector costs less time when it may use more memory. */
const go = { ...process.env, GOMAXPROCS: '2', GOGC: '400' }

function check([name, args]: readonly [string, readonly string[]]): Promise<Outcome> {
  const start = performance.now()
  const child = spawn(bin(name), args, { cwd: root, env: go, shell: process.platform === 'win32' })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => void (output += String(text)))
  return new Promise((resolve) => {
    const end = (good: boolean) => {
      const took = performance.now() - start
      const what = `${name} ${args.join(' ')}`
      console.log(`${output}${good ? '✔' : '✖'} ${what} (${Math.round(took)} ms)`)
      resolve({ ...nothing, failed: good ? 0 : 1, spent: [{ what, took }] })
    }
    child.on('error', (cause) => {
      output += cause.message
      end(false)
    })
    child.on('close', (code) => end(code === 0))
  })
}

/** Two at once: some of them wait for one core while another has work for two. */
async function runChecks(): Promise<readonly Outcome[]> {
  const waiting = [...checks]
  const outcomes: Outcome[] = []
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) outcomes.push(await check(next))
  }
  await Promise.all([lane(), lane()])
  return outcomes
}

/** Tests of plain functions: none has hooks for a whole file, a clock or a folder of its own. */
const plain = 'test/unit/{domain-*,renderer-{desk,kiosk,pharmacy,room,ui},search}/**/*.test.ts'

/** Runs test files with node's own runner; with `argv`, what they are to know. */
function runTests(files: readonly string[], concurrency: number, argv: readonly string[] = []): Promise<Outcome> {
  return new Promise((resolve) => {
    const spent: Spent[] = []
    const said: string[] = []
    let counted = nothing
    if (files.length === 0) return resolve(counted)
    const stream = run({ files: [...files], argv: [...argv], concurrency, timeout: 300_000, cwd: root })
    stream.on('test:diagnostic', ({ file, message }) => {
      if (file !== undefined) said.push(`${relative(root, file)}: ${message}`)
    })
    stream.on('test:summary', ({ file, counts, duration_ms: took }) => {
      if (file !== undefined) {
        spent.push({ what: relative(root, file), took })
        return
      }
      const failed = counts.tests - counts.passed - counts.skipped - counts.todo
      counted = { ...nothing, passed: counts.passed, failed, skipped: counts.skipped }
    })
    stream.on('end', () => resolve({ ...counted, spent, said }))
    stream.compose(spec).pipe(process.stdout, { end: false })
  })
}

const sum = (outcomes: readonly Outcome[], part: 'passed' | 'failed' | 'skipped'): number =>
  outcomes.reduce((all, each) => all + each[part], 0)

const seconds = (took: number): string => `${(took / 1000).toFixed(1)} s`.padStart(8)

function report(outcomes: readonly Outcome[], hostile: readonly string[], took: number): void {
  const said = outcomes.flatMap((outcome) => outcome.said)
  const counts = hostile.flatMap((file) => {
    const own = said.filter((line) => line.startsWith(`${file}: `))
    return own.length > 0 ? own : [`${file}: said no count`]
  })
  if (counts.length > 0) console.log(`\nHow often promises were put to the test:\n${counts.join('\n')}`)
  const slowest = outcomes.flatMap(({ spent }) => spent).toSorted((a, b) => b.took - a.took)
  const lines = slowest.slice(0, 10).map((each) => `${seconds(each.took)}  ${each.what}`)
  console.log(`\nThe slowest of ${seconds(took).trim()} (some ran side by side):\n${lines.join('\n')}\n`)
}

/** Files that run at once: two on the two cores that are promised, three where there are more. */
const lanes = Math.max(2, Math.min(3, availableParallelism() - 1))

async function main(names: readonly string[], onlyTests: boolean, pictures: boolean): Promise<number> {
  const start = performance.now()
  const outcomes: Outcome[] = onlyTests ? [] : [...(await runChecks())]
  const building = performance.now()
  await buildApp()
  outcomes.push({ ...nothing, spent: [{ what: 'build', took: performance.now() - building }] })
  // Galleries then serve these pages instead of building their own.
  process.env['HIMS_TEST_PAGES'] = join(root, 'dist/renderer')
  if (pictures) process.env['HIMS_TEST_PICTURES'] = join(root, 'out/screens')
  const wanted = (file: string) => names.length === 0 || names.some((name) => file.includes(name))
  const files = (pattern: string) => globSync(pattern, { cwd: root }).filter(wanted).toSorted()
  const hostile = files('test/hostile/**/*.test.ts')
  const pages = files('test/journey/**/*-{screens,work}.test.ts')
  const hospitals = files('test/journey/**/*.test.ts').filter((file) => !pages.includes(file))
  const small = files(plain)
  const units = files('test/unit/**/*.test.ts').filter((file) => !small.includes(file))
  if (small.length > 0) outcomes.push(await runTests([join(root, 'build/one-process.ts')], 1, small))
  outcomes.push(await runTests([...hostile, ...units], lanes))
  outcomes.push(await runTests(pages, lanes))
  // A whole hospital is several processes; two of them would wait for each other.
  outcomes.push(await runTests(hospitals, 1))
  report(outcomes, hostile, performance.now() - start)
  const failed = sum(outcomes, 'failed')
  console.log(`${sum(outcomes, 'passed')} passed, ${failed} failed, ${sum(outcomes, 'skipped')} skipped`)
  return failed === 0 ? 0 : 1
}

const { values, positionals } = orHelp(help, () =>
  parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean' }, 'only-tests': { type: 'boolean' }, pictures: { type: 'boolean' } },
  }),
)
process.exitCode = await main(positionals, values['only-tests'] === true, values.pictures === true)
