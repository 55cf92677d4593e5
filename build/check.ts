import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { join, relative } from 'node:path'
import { run } from 'node:test'
import type { EventData } from 'node:test'
import type { TestEvent } from 'node:test/reporters'
import { spec } from 'node:test/reporters'
import { finished } from 'node:stream/promises'
import { inspect, parseArgs } from 'node:util'

import { buildApp } from './build.ts'
import { inLanes } from './lane.ts'
import type { Job } from './lane.ts'
import { orHelp } from './or-help.ts'

const root = join(import.meta.dirname, '..')

const help = `npm test: types, lint, format, unit tests, hostile suites, journeys in a real browser.
  -- NAME…        only test files whose path holds one of these names
  -- --only-tests skips types, lint and format
  -- --pictures   also keeps a picture of every screen looked at, in out/screens
  -- --full       looks at every screen in all languages, sizes and themes, and plays every task with HIMS stopped:
                  half an hour more`

/** What the command line says beside names of test files. */
interface Wish {
  readonly onlyTests: boolean
  readonly pictures: boolean
  readonly full: boolean
}

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
  /** What failed and why, to be read where the run ends. */
  readonly failures: readonly string[]
}

const nothing: Outcome = { passed: 0, failed: 0, skipped: 0, spent: [], said: [], failures: [] }

const bin = (name: string): string => join(root, 'node_modules/.bin', name)

/** Each by itself, so that the first line that fails says which. */
const checks: readonly (readonly [string, readonly string[]])[] = [
  ['oxfmt', ['--check']],
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
      const failures = good ? [] : [`${what}\n${output}`]
      resolve({ ...nothing, failed: good ? 0 : 1, spent: [{ what, took }], failures })
    }
    child.on('error', (cause) => {
      output += cause.message
      end(false)
    })
    child.on('close', (code) => end(code === 0))
  })
}

/** Tests of plain functions: none has hooks for a whole file, a clock or a folder of its own. */
const plain = [
  'test/unit/{domain-*,renderer-{desk,kiosk,pharmacy,room,ui},search,seed}/**/*.test.ts',
  'test/unit/{build-host/{codec,refusal,scheme},build/lane,fake-printer/escpos-decoder,renderer-scan/{filter,symbol}}.test.ts',
  'test/unit/{main/{hid-report,hid-scanner,serve},main-foreign/{config,read},main-printer/{encode,reply}}.test.ts',
  'test/unit/{main-thermal/{catalogue,line-break,ruler,sentence},sync/{hello,pull}}.test.ts',
]

const spoken = spec()

/** How long a test file may take, in milliseconds. */
const patience = (): number => (process.env['HIMS_TEST_FULL'] === 'yes' ? 5_400_000 : 300_000)

/** So much of a failure is shown where the run ends. */
const MOST_LINES = 30
const MOST_LETTERS = 200

/** A test that fails since one within it did. */
const isOfAnother = ({ details: { error } }: EventData.TestFail): boolean =>
  'failureType' in error && error.failureType === 'subtestsFailed'

const failureOf = ({ file, name, details: { error } }: EventData.TestFail): string => {
  const cause = error.cause instanceof Error ? error.cause : error
  const where = file === undefined ? '' : `${relative(root, file)}: `
  return `${where}${name}\n${inspect(cause)}`
}

/** What a file may take beyond its tests' patience before it is ended, in milliseconds. */
const LAST_WORDS = 60_000

/** Runs a test file with node's own runner; with `argv`, what it is to know. Its lines are shown when it is done. */
function runFile(file: string, argv: readonly string[] = []): Promise<Outcome> {
  return new Promise((resolve) => {
    const events: TestEvent[] = []
    const said: string[] = []
    const failures: string[] = []
    let counted = nothing
    const begun = performance.now()
    // A hook or a page that never answers has no end of its own.
    const signal = AbortSignal.timeout(patience() + LAST_WORDS)
    const files = [join(root, file)]
    const stream = run({ files, argv: [...argv], concurrency: 1, timeout: patience(), cwd: root, signal })
    stream.on('data', (event: TestEvent) => {
      if (event.type === 'test:summary') {
        const { file: own, counts } = event.data
        const failed = counts.tests - counts.passed - counts.skipped - counts.todo
        if (own === undefined) counted = { ...nothing, passed: counts.passed, failed, skipped: counts.skipped }
        return
      }
      if (event.type === 'test:diagnostic') {
        if (event.data.file === undefined) return
        said.push(`${relative(root, event.data.file)}: ${event.data.message}`)
      }
      if (event.type === 'test:fail' && !isOfAnother(event.data)) failures.push(failureOf(event.data))
      events.push(event)
    })
    stream.on('end', () => {
      for (const event of events) spoken.write(event)
      resolve({ ...counted, spent: [{ what: file, took: performance.now() - begun }], said, failures })
    })
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

/** What runs at once on the two cores that are promised: some always wait for a disk, some for a page. */
const lanes = 4

const BUILD = 'build'

async function build(): Promise<Outcome> {
  const start = performance.now()
  await buildApp()
  return { ...nothing, spent: [{ what: BUILD, took: performance.now() - start }] }
}

/** All test files that are wanted, by what they ask of the machine. */
function testFiles(names: readonly string[]) {
  const wanted = (file: string) => names.length === 0 || names.some((name) => file.includes(name))
  const files = (pattern: string | readonly string[]) => globSync(pattern, { cwd: root }).filter(wanted).toSorted()
  const hostile = files('test/hostile/**/*.test.ts')
  const pages = files('test/journey/**/*-{screens,work}.test.ts')
  const hospitals = files('test/journey/**/*.test.ts').filter((file) => !pages.includes(file))
  const small = files(plain)
  const units = files('test/unit/**/*.test.ts').filter((file) => !small.includes(file))
  return { hostile, pages, hospitals, small, units }
}

/** Real keys must come as fast as a scanner strikes them, so nothing else may want the machine. */
const isHasty = (file: string): boolean => file.endsWith('wedge.test.ts')

async function main(names: readonly string[], { onlyTests, pictures, full }: Wish): Promise<number> {
  const start = performance.now()
  // Galleries serve these pages instead of building their own.
  process.env['HIMS_TEST_PAGES'] = join(root, 'dist/renderer')
  // Hundreds of processes load the same modules: stripped of types and compiled once.
  process.env['NODE_COMPILE_CACHE'] ??= join(root, 'node_modules/.cache/compiled')
  if (pictures) process.env['HIMS_TEST_PICTURES'] = join(root, 'out/screens')
  if (full) process.env['HIMS_TEST_FULL'] = 'yes'
  spoken.pipe(process.stdout, { end: false })
  const { hostile, pages, hospitals, small, units } = testFiles(names)
  const job = (what: string): Job<Outcome> => ({ what, run: () => runFile(what) })
  const calm = [...hostile, ...units].filter((file) => !isHasty(file))
  const jobs: readonly Job<Outcome>[] = [
    // First what most others wait for.
    { what: BUILD, run: build },
    ...(onlyTests ? [] : checks).map((each) => ({ what: each[1].join(' '), run: () => check(each) })),
    // The build learns names, and others read what it learnt.
    ...(small.length > 0 ? [{ what: 'plain', after: BUILD, run: () => runFile('build/one-process.ts', small) }] : []),
    // A whole hospital is several processes; two of them would wait for each other.
    ...hospitals.map((file) => ({ ...job(file), kind: 'hospital', after: BUILD })),
    ...pages.map((file) => ({ ...job(file), after: BUILD })),
    ...calm.map(job),
  ]
  const outcomes = [...(await inLanes(jobs, lanes)), ...(await inLanes(hostile.filter(isHasty).map(job), 1))]
  spoken.end()
  await finished(spoken)
  report(outcomes, hostile, performance.now() - start)
  for (const failure of outcomes.flatMap(({ failures }) => failures)) {
    const lines = failure.trimEnd().split('\n').slice(0, MOST_LINES)
    console.log(`✖ ${lines.map((line) => line.slice(0, MOST_LETTERS)).join('\n  ')}\n`)
  }
  const failed = sum(outcomes, 'failed')
  console.log(`${sum(outcomes, 'passed')} passed, ${failed} failed, ${sum(outcomes, 'skipped')} skipped`)
  return failed === 0 ? 0 : 1
}

const flag = { type: 'boolean', default: false } as const
const { values, positionals } = orHelp(help, () =>
  parseArgs({
    allowPositionals: true,
    options: { help: flag, 'only-tests': flag, pictures: flag, full: flag },
  }),
)
process.exitCode = await main(positionals, {
  onlyTests: values['only-tests'],
  pictures: values.pictures,
  full: values.full,
})
