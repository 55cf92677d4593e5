import { resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

import { unreachable } from '../../domain/result.ts'
import { textNamed } from '../../domain/text/catalogue.ts'
import { layouts } from '../../main/print/batch/layout.ts'
import type { Layout } from '../../main/print/batch/layout.ts'
import type { Entry } from '../../main/print/batch/manifest.ts'
import { runBatch } from '../../main/print/batch/run-batch.ts'
import type { BatchProblem } from '../../main/print/batch/run-batch.ts'
import { notoFiles } from '../../main/print/pdf/noto.ts'

const help = `npm run card -- batch CARDS.ndjson --layout LAYOUT --out FOLDER

Prints cards by the thousand. Each line of the file is one card as JSON (domain/print/document.ts, CardOrder).
Volumes of PDF appear in the folder under their names when they are complete, and manifest.ndjson says which lines
are in which, with SHA-256. A run that was stopped, in whatever way, is gone on with by the same command: every good
line is in one volume, once. Lines that cannot be printed are named and set aside; the rest goes on.

  --layout    cr80      the card, a page a side
              a4        ten cards a sheet with cut marks: fronts, then the backs that meet them (turn on the long edge)
              a5        the large card with detail
              stickers  a sheet of ten stickers for each card (99.1 × 57 mm, as label makers cut A4)
              letter    the letter by post, for a window envelope
  --volume N  lines of the file a PDF takes (500)
  --out       where the volumes go; it is made when it is not there
  --help      this text

Ends with 0 when every line was printed, 1 when some were set aside or the batch could not go on, 2 on a wrong option.
`

const fonts = fileURLToPath(new URL('../../node_modules/@expo-google-fonts', import.meta.url))

export async function batchCommand(args: readonly string[]): Promise<number> {
  const plan = readPlan(args)
  if (typeof plan === 'number') return plan
  const start = performance.now()
  let [fresh, last] = [0, start]
  const progress = (entry: Entry, kept: boolean): void => {
    const now = performance.now()
    if (!kept) fresh += entry.cards
    process.stdout.write(`${lineOf(entry, kept, now - last)}\n`)
    for (const { line, problem } of entry.aside) process.stderr.write(`line ${line} is set aside: ${problem}\n`)
    last = now
  }
  const done = await runBatch(plan, { deps: { fonts: notoFiles(fonts), text: textNamed }, progress })
  if (!done.ok) {
    process.stderr.write(`${sentence(done.problem)}\n`)
    return 1
  }
  const { volumes, cards, aside, bytes } = done.value
  const seconds = (performance.now() - start) / 1000
  const memory = Math.round(process.resourceUsage().maxRSS / 1024)
  process.stdout.write(
    `${cards} cards in ${volumes} volumes, ${aside} set aside, ${(bytes / 1e6).toFixed(1)} MB; ` +
      `${fresh} of them now, in ${seconds.toFixed(1)} s, with at most ${memory} MB of memory\n`,
  )
  return aside === 0 ? 0 : 1
}

function readPlan(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        layout: { type: 'string' },
        out: { type: 'string' },
        volume: { type: 'string', default: '500' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    if (values.help) {
      process.stdout.write(help)
      return 0
    }
    const [input, ...others] = positionals
    const volume = Number(values.volume)
    const layout = layouts.find((each): each is Layout => each === values.layout)
    if (input === undefined || others.length > 0) return refuse('Name one file of cards.')
    if (layout === undefined) return refuse(`--layout is one of ${layouts.join(', ')}.`)
    if (values.out === undefined) return refuse('--out names the folder for the volumes.')
    if (!Number.isInteger(volume) || volume < 1 || volume > 10_000) return refuse('--volume is 1 to 10000 lines.')
    return { input: resolve(input), folder: resolve(values.out), layout, volume }
  } catch (fault) {
    return refuse(fault instanceof Error ? fault.message : String(fault))
  }
}

function refuse(why: string): number {
  process.stderr.write(`${why}\n\n${help}`)
  return 2
}

function lineOf({ number, file, from, to, cards, bytes, aside }: Entry, kept: boolean, ms: number): string {
  const what = `volume ${number}: lines ${from}–${to}, ${cards} cards${aside.length > 0 ? `, ${aside.length} set aside` : ''}`
  if (file === null) return `${what}, nothing to print`
  if (kept) return `${what}, kept: ${file}`
  return `${what}, ${(bytes / 1000).toFixed(0)} kB, ${(ms / Math.max(1, cards)).toFixed(2)} ms a card: ${file}`
}

function sentence(problem: BatchProblem): string {
  switch (problem.kind) {
    case 'no-input':
      return 'The file of cards cannot be found.'
    case 'disk-full':
      return 'There is no room left for the volumes. Make room and run the same command: it goes on where it stopped.'
    case 'not-writable':
      return 'The folder of volumes, or the file of cards, may not be opened. Name another folder or ask for leave.'
    case 'other-batch':
      return `This folder holds another batch: layout ${problem.layout}, ${problem.volume} lines a volume. Name another folder.`
    case 'input-changed': {
      const { from, to, file } = problem.entry
      return `Lines ${from}–${to} are not those that ${file ?? 'volume'} was made of. Name another folder for another file.`
    }
    default:
      return unreachable(problem)
  }
}
