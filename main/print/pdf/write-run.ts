import type { Cell } from './cell.ts'
import type { EmbeddedFont } from './embed.ts'
import type { Run } from './line.ts'

export interface RunPlace {
  /** Points from the lower left corner of the page; the baseline. */
  readonly x: number
  readonly y: number
  readonly size: number
  readonly tracking: number
}

/** Ems: near enough to its letter for any reader, and surely to the left of it. */
const BEFORE = 0.02

/** Writes the glyphs of a run from left to right; what they stand for is in the font. */
export function writeRun(paper: PDFKit.PDFDocument, font: EmbeddedFont, run: Run, place: RunPlace): void {
  const { x, y, size, tracking } = place
  const show = (left: number, cells: readonly Cell[]) =>
    `1 0 0 1 ${number(left)} ${number(y)} Tm [${font.show(cells)}] TJ`
  const spaced = tracking === 0 ? '' : `${number(tracking)} Tc `
  const marks = run.marks.length === 0 ? '' : ` /Span BMC ${show(x - BEFORE * size, run.marks)} EMC`
  const unspaced = tracking === 0 ? '' : ' 0 Tc'
  paper.addContent(`BT /${font.id} ${number(size)} Tf ${spaced}${show(x, run.cells)}${marks}${unspaced} ET`)
}

const number = (value: number): string => String(Math.round(value * 10_000) / 10_000)
