import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { readInkFont } from './shaping-ink.ts'
import type { Ink } from './shaping-ink.ts'

/** What HarfBuzz asks for: ink and width in font units, from where the text begins. */
export interface Wanted {
  readonly ink: readonly Ink[]
  readonly advance: number
}

/** A shaped glyph as `hb-shape --output-format=json` writes it. */
interface Glyph {
  readonly g: number
  readonly dx: number
  readonly dy: number
  readonly ax: number
}

const most = 1 << 30

/** Runs a command of Debian's on lines of text and gives the lines it answers. */
function answers(command: string, args: (file: string) => readonly string[], lines: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'shaping-'))
  try {
    const file = join(folder, 'lines')
    writeFileSync(file, `${lines.join('\n')}\n`)
    const env = { ...process.env, LC_ALL: 'C' }
    return execFileSync(command, args(file), { encoding: 'utf8', maxBuffer: most, env }).trimEnd().split('\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Debian's own HarfBuzz, another build than the one in the product, on texts of one script and direction. */
export function hbShape(
  font: string,
  script: string,
  direction: 'ltr' | 'rtl',
  texts: readonly string[],
): readonly Wanted[] {
  if (texts.length === 0) return []
  const options = ['--no-glyph-names', '--no-clusters', '--output-format=json']
  const lines = answers(
    'hb-shape',
    (file) => [
      `--font-file=${font}`,
      `--script=${script}`,
      `--direction=${direction}`,
      `--text-file=${file}`,
      ...options,
    ],
    texts,
  )
  if (lines.length !== texts.length) throw new Error(`hb-shape answered ${lines.length} of ${texts.length} lines`)
  const { ink } = readInkFont(readFileSync(font))
  return lines.map((line) => {
    const glyphs: readonly Glyph[] = JSON.parse(line)
    return wanted(glyphs, ink)
  })
}

function wanted(glyphs: readonly Glyph[], inkOf: (glyph: number) => readonly Ink[]): Wanted {
  const ink: Ink[] = []
  let pen = 0
  for (const { g, dx, dy, ax } of glyphs) {
    for (const part of inkOf(g)) ink.push({ ...part, x: part.x + pen + dx, y: part.y + dy })
    pen += ax
  }
  return { ink, advance: pen }
}

/** Level and place from the left of each character, by GNU FriBidi. */
export interface Ordered {
  readonly levels: readonly number[]
  readonly places: readonly number[]
}

export function fribidi(base: 'ltr' | 'rtl', texts: readonly string[]): readonly Ordered[] {
  if (texts.length === 0) return []
  const options = ['--charset', 'UTF-8', '--nopad', '--nobreak', '--novisual', '--ltov', '--levels', `--${base}`]
  const lines = answers('fribidi', (file) => [...options, file], texts).map((line) =>
    line.trim().split(/\s+/).map(Number),
  )
  if (lines.length !== 2 * texts.length) throw new Error(`fribidi answered ${lines.length} lines on ${texts.length}`)
  return texts.map((_, at) => ({ places: lines[2 * at] ?? [], levels: lines[2 * at + 1] ?? [] }))
}

/** Which of Debian's packages are not installed, by a command or file of each. */
export function missing(tools: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(tools)
    .filter(([tool]) => {
      try {
        execFileSync('sh', ['-c', `command -v ${tool} || test -e ${tool}`], { stdio: 'ignore' })
        return false
      } catch {
        return true
      }
    })
    .map(([, name]) => name)
}
