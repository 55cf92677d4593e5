import { mkdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'

import { orHelp } from '../../build/or-help.ts'
import type { Kept, Proof } from './promise.ts'
import { proofs } from './registry.ts'

const root = join(import.meta.dirname, '../..')

const help = `npm run prove -- [NAME…] [--scale N] [--seed N | --from N]

Tries to break what docs/promise.md promises and writes out/prove/NAME.json: [{promise, tried, broken}].
Without a name all of them run. The exit code is 1 when a promise broke, or when nothing was tried.

${[...proofs].map(([name, { title, usual }]) => `  ${name.padEnd(8)} ${title} (${usual.toLocaleString('en')})`).join('\n')}

  --scale N   how many tries; the numbers in brackets without it
  --seed N    what one seed stands for, where a proof says which seed failed
  --from N    begins with this seed: simulate, clock, kill, power, restore and card, told in parts, each written to
              NAME-from-N.json; each 150 kills, 2000 images a session, 12 restores and 2500 cards are a seed of their own
  --help      this text
`

/** Says how far a run has come, at most once in five seconds. */
function slowly(name: string): (done: number, of: number) => void {
  let last = performance.now()
  return (done, of) => {
    if (performance.now() - last < 5000) return
    last = performance.now()
    console.error(`${name}: ${done.toLocaleString('en')} of ${of.toLocaleString('en')}`)
  }
}

async function prove(name: string, { usual, run }: Proof): Promise<boolean> {
  const start = performance.now()
  const kept = await run({
    scale: scale ?? usual,
    seed: seed ?? undefined,
    from: from ?? undefined,
    progress: slowly(name),
  })
  const path = join(root, 'out/prove', `${name}${from === null ? '' : `-from-${from}`}.json`)
  mkdirSync(join(root, 'out/prove'), { recursive: true })
  writeFileSync(path, `${JSON.stringify(kept, null, 2)}\n`)
  for (const line of kept) console.log(say(name, line))
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${relative(root, path)} (${seconds} s)\n`)
  return kept.length > 0 && kept.every(({ tried, broken }) => tried > 0 && broken === 0)
}

const say = (name: string, { promise, tried, broken }: Kept): string =>
  `${name}: ${promise}: ${broken.toLocaleString('en')} broken of ${tried.toLocaleString('en')}`

const { values, positionals } = orHelp(help, () =>
  parseArgs({
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      scale: { type: 'string' },
      seed: { type: 'string' },
      from: { type: 'string' },
    },
  }),
)
const numberIn = (text: string | undefined): number | null => (text === undefined ? null : Number(text))
const isCount = (value: number | null): boolean => value === null || (Number.isInteger(value) && value > 0)
const scale = numberIn(values.scale)
const seed = numberIn(values.seed)
const from = numberIn(values.from)
const unknown = positionals.filter((name) => !proofs.has(name))
if (unknown.length > 0 || ![scale, seed, from].every(isCount)) {
  console.error(
    unknown.length > 0
      ? `There is no proof called ${unknown.join(' or ')}; there is ${[...proofs.keys()].join(', ')}.`
      : '--scale, --seed and --from take a whole number above 0.',
  )
  process.exitCode = 2
} else {
  for (const [name, proof] of proofs) {
    const wanted = positionals.length === 0 || positionals.includes(name)
    if (wanted && !(await prove(name, proof))) process.exitCode = 1
  }
}
