import type { EmbeddedFont } from './embed.ts'
import type { Run } from './line.ts'

export interface RunPlace {
  /** Points from the lower left corner of the page; the baseline. */
  readonly x: number
  readonly y: number
  readonly size: number
  readonly tracking: number
}

/** Writes the glyphs of a run from left to right; what they stand for is in the font. */
export function writeRun(paper: PDFKit.PDFDocument, font: EmbeddedFont, run: Run, place: RunPlace): void {
  const { x, y, size, tracking } = place
  const spaced = tracking === 0 ? '' : `${number(tracking)} Tc `
  const shown = font.show(run.cells)
  paper.addContent(`BT /${font.id} ${number(size)} Tf ${spaced}1 0 0 1 ${number(x)} ${number(y)} Tm [${shown}] TJ ET`)
  if (tracking !== 0) paper.addContent('0 Tc')
}

const number = (value: number): string => String(Math.round(value * 10_000) / 10_000)
