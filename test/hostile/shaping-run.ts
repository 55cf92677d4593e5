import { join } from 'node:path'

import type { Script } from '../../main/print/pdf/font.ts'
import { notoFiles } from '../../main/print/pdf/noto.ts'
import { newPaper, penOn } from '../../main/print/pdf/pen.ts'
import type { Kept, Trial } from './promise.ts'
import { copyProofs } from './shaping-copy.ts'
import type { Ink } from './shaping-ink.ts'
import { fribidi, hbShape, missing } from './shaping-peer.ts'
import type { Ordered, Wanted } from './shaping-peer.ts'
import { readPdf } from './shaping-pdf.ts'
import type { ShownLine, ShownRun } from './shaping-pdf.ts'
import { mixedLines, strangeLines, wordsTo } from './shaping-words.ts'

const fonts = notoFiles(join(import.meta.dirname, '../../node_modules/@expo-google-fonts'))

/** Commands that this proof asks and the packages of Debian that have them. */
export const shapingTools = {
  'hb-shape': 'libharfbuzz-bin',
  fribidi: 'libfribidi-bin',
  precat: 'aspell',
  '/usr/share/aspell/hi.cwl.gz': 'aspell-hi',
  '/usr/share/aspell/pa.cwl.gz': 'aspell-pa',
  pdftotext: 'poppler-utils',
  mutool: 'mupdf-tools',
} as const

/** Nothing is proved, and the command says so, where a command is missing. */
export async function proveShaping(trial: Trial): Promise<readonly Kept[]> {
  const lacking = missing(shapingTools)
  if (lacking.length > 0) console.error(`shaping: please install ${lacking.join(' ')}`)
  if (lacking.length > 0) return []
  const tenth = Math.ceil(trial.scale / 10)
  return [
    await provesWords(trial),
    await provesLines(tenth),
    await provesAnything(tenth),
    ...(await copyProofs(pdfOf, Math.min(10_000, trial.scale))),
  ]
}

/** A PDF of these texts, each on a line of its own. */
async function pdfOf(texts: readonly string[], perPage: number, size = 4): Promise<Uint8Array> {
  const paper = newPaper({ size: [595, 842], margin: 0, pdfVersion: '1.7', lang: 'hi-IN' })
  const chunks: Uint8Array[] = []
  const written = new Promise((resolve) =>
    paper.on('data', (chunk: Uint8Array) => chunks.push(chunk)).on('end', resolve),
  )
  const pen = penOn(paper, fonts)
  texts.forEach((text, at) => {
    if (at > 0 && at % perPage === 0) paper.addPage()
    const place = { x: 10, y: 10 + ((at % perPage) * 280) / perPage }
    pen.write(text, { language: 'hi', size, weight: 400, colour: '#000000' }, place)
  })
  paper.end()
  await written
  return Buffer.concat(chunks)
}

async function provesWords({ scale, progress }: Trial): Promise<Kept> {
  const words = wordsTo(scale)
  const shown = readPdf(
    await pdfOf(
      words.map(({ text }) => text),
      250,
    ),
  )
  if (shown.length !== words.length) throw new Error(`${shown.length} lines in the PDF of ${words.length} words`)
  let broken = 0
  for (const script of ['Latn', 'Deva', 'Guru', 'Arab'] as const) {
    const mine = words.flatMap((word, at) => (word.script === script ? [{ ...word, line: shown[at] ?? [] }] : []))
    const wanted = asked(
      script,
      script === 'Arab',
      mine.map(({ text }) => text),
    )
    mine.forEach(({ text, line }, at) => {
      if (differs(line, wanted[at])) report('shaped otherwise', text, (broken += 1))
    })
    progress(mine.length, words.length)
  }
  return { promise: 'a word in a PDF is what HarfBuzz draws, to the font unit', tried: words.length, broken }
}

const asked = (script: Script, rightToLeft: boolean, texts: readonly string[]): readonly Wanted[] =>
  hbShape(fonts[`${script}-400`], script, rightToLeft ? 'rtl' : 'ltr', texts)

function differs(line: ShownLine, wanted: Wanted | undefined): boolean {
  const [run, ...more] = line.filter(hasPlace)
  return run === undefined || more.length > 0 || wanted === undefined || !same(run, wanted)
}

/** Marks at the end of a name are shown a second time, without ink and width, for whoever copies the text. */
const hasPlace = ({ ink, advance }: ShownRun): boolean => ink.length > 0 || advance !== 0

const same = (shown: Pick<ShownRun, 'ink' | 'advance'>, wanted: Wanted): boolean =>
  shown.advance === wanted.advance && listed(shown.ink) === listed(wanted.ink)

const listed = (ink: readonly Ink[]): string =>
  ink
    .map(({ outline, x, y }) => `${outline} ${x} ${y}`)
    .toSorted()
    .join()

/** A part of a line in one font and direction, as the peer would set it. */
interface Part {
  readonly line: number
  readonly script: Script
  readonly rightToLeft: boolean
  readonly text: string
  readonly place: number
}

/** Thousandths of an em that a run may stand away from where it belongs, however many stand before it. */
const TOLERANCE = 1

async function provesLines(count: number): Promise<Kept> {
  const lines = mixedLines(count)
  const shown = readPdf(await pdfOf(lines, 100))
  const parts = partsOf(lines)
  const wanted = new Map<Part, Wanted>()
  for (const script of ['Latn', 'Deva', 'Guru', 'Arab'] as const) {
    for (const rightToLeft of [false, true]) {
      const mine = parts.filter((part) => part.script === script && part.rightToLeft === rightToLeft)
      const answers = asked(
        script,
        rightToLeft,
        mine.map(({ text }) => text),
      )
      mine.forEach((part, at) => wanted.set(part, answers[at] ?? { ink: [], advance: NaN }))
    }
  }
  const perLine = Map.groupBy(parts, ({ line }) => line)
  let broken = 0
  lines.forEach((text, at) => {
    const fromLeft = (perLine.get(at) ?? []).toSorted((one, other) => one.place - other.place)
    if (
      !standsAs(
        shown[at] ?? [],
        fromLeft.flatMap((part) => wanted.get(part) ?? []),
      )
    )
      report('set otherwise', text, (broken += 1))
  })
  return { promise: 'so is a line of several scripts, run by run from the left (UAX #9)', tried: lines.length, broken }
}

function standsAs(line: ShownLine, wanted: readonly Wanted[]): boolean {
  const runs = line.filter(hasPlace).toSorted((one, other) => one.x - other.x)
  let left = 0
  return (
    runs.length === wanted.length &&
    runs.every((run, at) => {
      const part = wanted[at]
      const offset = ((run.x - (runs[0]?.x ?? 0)) / run.size) * 1000
      const fits = part !== undefined && same(run, part) && Math.abs(offset - left) <= TOLERANCE
      left += part?.advance ?? 0
      return fits
    })
  )
}

/** The blocks of each font; everything else is Latin, and spaces and dandas go with what stands before them. */
const blocks: readonly (readonly [Script, RegExp])[] = [
  ['Deva', /[\u0900-\u0963\u0966-\u097f\ua8e0-\ua8ff]/],
  ['Guru', /[\u0a00-\u0a7f]/],
  ['Arab', /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]/],
]
const fontOf = (letter: string): Script => blocks.find(([, block]) => block.test(letter))?.[0] ?? 'Latn'

function partsOf(lines: readonly string[]): readonly Part[] {
  const base = (text: string) =>
    Array.from(text, fontOf).find((script) => script !== 'Latn') === 'Arab' ? 'rtl' : 'ltr'
  const ordered = new Map<string, Ordered>()
  for (const direction of ['ltr', 'rtl'] as const) {
    const mine = lines.filter((line) => base(line) === direction)
    fribidi(direction, mine).forEach((order, at) => ordered.set(mine[at] ?? '', order))
  }
  return lines.flatMap((text, line) => split(text, line, ordered.get(text) ?? { levels: [], places: [] }))
}

function split(text: string, line: number, { levels, places }: Ordered): readonly Part[] {
  const parts: (Part & { readonly level: number })[] = []
  Array.from(text).forEach((letter, at) => {
    const last = parts.at(-1)
    const level = levels[at] ?? NaN
    const place = places[at] ?? NaN
    const script = letter === ' ' && last !== undefined ? last.script : fontOf(letter)
    if (last?.script === script && last.level === level)
      parts[parts.length - 1] = { ...last, text: last.text + letter, place: Math.min(last.place, place) }
    else parts.push({ line, script, level, rightToLeft: level % 2 === 1, text: letter, place })
  })
  return parts
}

/** Marks that only steer the order of a line are not written. */
const steering = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Whatever the text, it is written, and every letter of it can be read. */
async function provesAnything(count: number): Promise<Kept> {
  const lines = strangeLines(count)
  const meant = lines.map((line) => line.toWellFormed().replace(/\s+/g, ' ').replace(steering, ''))
  const written = lines.filter((_, at) => meant[at] !== '')
  const shown = readPdf(await pdfOf(written, 100))
  let broken = 0
  meant
    .filter((line) => line !== '')
    .forEach((line, at) => {
      const letters = shown[at]?.flatMap((run) => run.letters).join('') ?? ''
      if (sorted(letters) !== sorted(line)) report('lost letters', JSON.stringify(line), (broken += 1))
    })
  return { promise: 'any Unicode text can be written and each of its letters read', tried: written.length, broken }
}

const sorted = (text: string): string => Array.from(text).toSorted().join('')

function report(what: string, text: string, so: number): void {
  if (so <= 5) console.error(`shaping: ${what}: ${text}`)
}
