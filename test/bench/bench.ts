import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'

import type { Bench } from './figure.ts'
import { benches } from './registry.ts'
import { tableOf, writeReport } from './report.ts'

const root = join(import.meta.dirname, '../..')

const help = `npm run bench -- [NAME…]

Measures this project beside a peer that does the same work in the same run, prints a table and writes
out/bench/NAME.json: [{measure, unit, ours, peer, peerName, ratio}]. Without a name all of them run.
Milliseconds are of this machine, and of what else it is doing: compare the two columns, not two days.

${[...benches].map(([name, { title }]) => `  ${name.padEnd(8)} ${title}`).join('\n')}

  --scale N  how many, where a bench says so
  --help     this text
`

async function runBench(name: string, bench: Bench, scale: number | undefined): Promise<void> {
  const start = performance.now()
  const figures = await bench.run('full', scale)
  const path = writeReport(join(root, 'out/bench'), name, figures)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${name}: ${bench.title}\n\n${tableOf(figures)}\n\n${relative(root, path)} (${seconds} s)\n`)
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h', default: false }, scale: { type: 'string' } },
  })
  if (values.help) {
    process.stdout.write(help)
    return 0
  }
  const scale = values.scale === undefined ? undefined : Number(values.scale)
  if (scale !== undefined && !(Number.isInteger(scale) && scale > 0)) {
    console.error('--scale takes a whole number above 0.')
    return 2
  }
  const unknown = positionals.filter((name) => !benches.has(name))
  if (unknown.length > 0) {
    console.error(`There is no bench called ${unknown.join(' or ')}; there is ${[...benches.keys()].join(', ')}.`)
    return 2
  }
  for (const [name, bench] of benches) {
    if (positionals.length === 0 || positionals.includes(name)) await runBench(name, bench, scale)
  }
  return 0
}

process.exitCode = await main()
