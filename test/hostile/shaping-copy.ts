import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

import type { Script } from '../../main/print/pdf/font.ts'
import type { Kept } from './promise.ts'
import { inScript, peopleNames } from './shaping-words.ts'

const scripts: readonly Script[] = ['Latn', 'Deva', 'Guru', 'Arab']
const PER_PAGE = 25

/** Gives the lines that a reader copies out of a PDF. */
type Reader = (pdf: Uint8Array) => string | Promise<string>

const readers: Readonly<Record<string, Reader>> = {
  poppler: (pdf) => copied('pdftotext', (file) => [file, '-'], pdf),
  'mutool 1.21': (pdf) => copied('mutool', (file) => ['draw', '-q', '-F', 'txt', file], pdf),
  'pdf.js': pdfJs,
}

/** Names of the demo's people, each on a line, in four scripts; of each reader what it copies, letter by letter. */
export async function copyProofs(
  pdfOf: (texts: readonly string[], perPage: number) => Promise<Uint8Array>,
  count: number,
): Promise<readonly Kept[]> {
  const kept: Kept[] = []
  const names = peopleNames(count)
  for (const script of scripts) {
    const texts = names.map((words) => inScript(words, script))
    const pdf = await pdfOf(texts, PER_PAGE)
    for (const [reader, read] of Object.entries(readers)) {
      const lines = linesOf(await read(pdf))
      const turned = script === 'Arab' && reader.startsWith('mutool')
      const broken = texts.filter((text, at) => lines[at] !== (turned ? fromLeft(text) : text)).length
      const how = turned ? 'hands out letter by letter from the left' : 'copies exactly'
      kept.push({ promise: `a name in ${script} is what ${reader} ${how}`, tried: texts.length, broken })
    }
  }
  return kept
}

/** Lines of letters alone: poppler wraps Urdu in marks of direction. */
const linesOf = (text: string): readonly string[] =>
  text
    .replace(/[\u202a-\u202e]/g, '')
    .split(/[\n\f]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** From the left, and marks over the last letter at the end. */
const fromLeft = (text: string): string =>
  Array.from(text)
    .toReversed()
    .join('')
    .replace(/^(\p{Mn}+)(.*)$/u, '$2$1')

function copied(command: string, args: (file: string) => readonly string[], pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'copied-'))
  try {
    const file = join(folder, 'names.pdf')
    writeFileSync(file, pdf)
    return execFileSync(command, args(file), {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function pdfJs(pdf: Uint8Array): Promise<string> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: VerbosityLevel.ERRORS })
  const document = await task.promise
  let text = ''
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    for (const item of items) if ('str' in item) text += `${item.str}${item.hasEOL ? '\n' : ''}`
    text += '\n'
  }
  await task.destroy()
  return text
}
