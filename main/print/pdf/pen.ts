import PDFDocument from 'pdfkit' // oxlint-disable-line import/no-named-as-default

import type { Language } from '../../../domain/language.ts'
import { embedderOn } from './embed.ts'
import type { FontFiles, Weight } from './font.ts'
import { layOutLine } from './line.ts'
import type { Line } from './line.ts'
import { writeRun } from './write-run.ts'

const POINT = 72 / 25.4

/** Points of some millimetres: everything on a card is measured in millimetres from its upper left corner. */
export const mm = (millimetres: number): number => millimetres * POINT

export interface Style {
  readonly language: Language
  /** Height of the font in millimetres. */
  readonly size: number
  readonly weight: Weight
  readonly colour: string
}

export interface Place {
  /** The edge that `align` names, and the baseline. */
  readonly x: number
  readonly y: number
  readonly align?: 'left' | 'centre' | 'right'
  /** Shrinks the text until it is no wider than this. */
  readonly width?: number
  /** Room added after each letter, in ems. */
  readonly tracking?: number
}

/** Writes texts of any script on one PDF, each with what it says for whoever copies or hears it. */
export interface Pen {
  readonly paper: PDFKit.PDFDocument
  /** Gives the width it took, in millimetres. */
  readonly write: (text: string, style: Style, place: Place) => number
  readonly writeLine: (line: Line, style: Style, place: Place) => number
  readonly widthOf: (text: string, weight: Weight) => number
}

export function penOn(paper: PDFKit.PDFDocument, fonts: FontFiles): Pen {
  const embedded = embedderOn(paper, fonts)

  const writeLine = (line: Line, style: Style, { x, y, align = 'left', width = Infinity, tracking = 0 }: Place) => {
    const ems = line.width + tracking * line.text.length
    const size = ems > 0 ? Math.min(style.size, width / ems) : style.size
    const left = x - (align === 'left' ? 0 : align === 'centre' ? 0.5 : 1) * ems * size
    paper.save().fillColor(style.colour)
    // PDF's own axes, upwards from the lower left corner: readers place a span by the axes at its end.
    paper.transform(1, 0, 0, -1, 0, paper.page.height)
    for (const run of line.runs) {
      const at = {
        x: mm(left + run.left * size),
        y: paper.page.height - mm(y),
        size: mm(size),
        tracking: mm(tracking * size),
      }
      writeRun(paper, embedded(run.font), run, at)
    }
    paper.restore()
    return ems * size
  }

  return {
    paper,
    writeLine,
    write: (text, style, place) => writeLine(layOutLine(text, style.weight, fonts), style, place),
    widthOf: (text, weight) => layOutLine(text, weight, fonts).width,
  }
}

/** BCP 47 tags for readers and screen readers. */
export const tagOf: Readonly<Record<Language, string>> = { en: 'en-IN', hi: 'hi-IN', pa: 'pa-IN', ur: 'ur-IN' }

export const newPaper = (options: PDFKit.PDFDocumentOptions): PDFKit.PDFDocument =>
  new PDFDocument({ font: '', ...options })
