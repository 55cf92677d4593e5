import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Figure } from './figure.ts'

/** Writes `NAME.json` into a folder and gives its path. */
export function writeReport(folder: string, name: string, figures: readonly Figure[]): string {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${name}.json`)
  writeFileSync(path, `${JSON.stringify(figures, null, 2)}\n`)
  return path
}

const headings = ['measure', 'unit', 'ours', 'peer', 'ours ÷ peer', 'peer is']
/** Columns that hold words stand at the left. */
const words = new Set([0, 1, 5])

/** The figures as columns for a terminal. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ measure, unit, ours, peer, ratio, peerName }) => {
    const numbers = [ours, peer, ratio].map((value) => (value === null ? '–' : String(value)))
    return [measure, unit, ...numbers, peerName]
  })
  const all = [headings, ...rows]
  const widths = headings.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const cell = (text: string, column: number): string => {
    const width = widths[column] ?? 0
    return words.has(column) ? text.padEnd(width) : text.padStart(width)
  }
  return all.map((row) => row.map(cell).join('  ').trimEnd()).join('\n')
}
