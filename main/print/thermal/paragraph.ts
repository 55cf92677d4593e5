import type { SKRSContext2D } from '@napi-rs/canvas'

import { directionOf, type Language } from '../../../domain/language.ts'
import type { Block } from './block.ts'
import type { Weight } from './fonts.ts'
import type { Sheet } from './sheet.ts'

export type Style = {
  readonly language: Language
  /** Height of the type in millimetres of the design. */
  readonly size: number
  readonly weight: Weight
  /** Centred in the whole width, instead of at the reading start of its own. */
  readonly centred?: boolean
  /** Rather than take one line more than this, the type shrinks by up to a fifth. */
  readonly lines?: number
  /** White on black. */
  readonly inverse?: boolean
}

/** Room above and below the baseline, in parts of the type size; Nastaliq slopes and needs twice the Latin height. */
const lead: Readonly<Record<Language, { readonly above: number; readonly below: number }>> = {
  en: { above: 1, below: 0.3 },
  hi: { above: 1.02, below: 0.4 },
  pa: { above: 1.02, below: 0.38 },
  ur: { above: 1.2, below: 0.66 },
}

/** On a label the ink alone decides, beyond what keeps Latin lines apart. */
const tightLead = { above: 0.9, below: 0.24 }

type Line = Extent & { readonly text: string; readonly above: number; readonly below: number }

/** Text broken at spaces to fit `width`; a word that is still too wide makes the type smaller, never cut. */
export function paragraph(sheet: Sheet, text: string, style: Style, width: number): Block {
  const { size, lines } = fitted(sheet, text, style, width)
  const widest = Math.ceil(Math.max(0, ...lines.map((line) => line.width)))
  const height = Math.ceil(lines.reduce((sum, line) => sum + line.above + line.below, 0))
  const boxWidth = style.centred === true ? width : widest
  return {
    width: boxWidth,
    height,
    draw: (context, x, y) => {
      setType(context, sheet, style, size)
      context.fillStyle = style.inverse === true ? '#fff' : '#000'
      let baseline = y
      for (const line of lines) {
        baseline += line.above
        context.fillText(line.text, x + line.before + indent(sheet, style, boxWidth - line.width), Math.round(baseline))
        baseline += line.below
      }
      context.fillStyle = '#000'
    },
  }
}

function indent(sheet: Sheet, style: Style, room: number): number {
  if (style.centred === true) return room / 2
  return sheet.direction === 'ltr' ? 0 : room
}

type Extent = { readonly width: number; readonly before: number }

/** How wide a line is with strokes that swing out of it, as Nastaliq's do, and how far they swing to the left. */
function extent(box: ReturnType<SKRSContext2D['measureText']>): Extent {
  const before = Math.max(0, box.actualBoundingBoxLeft)
  return { width: before + Math.max(box.width, box.actualBoundingBoxRight), before }
}

const widthOf = (context: SKRSContext2D, text: string): number => extent(context.measureText(text)).width

function setType(context: SKRSContext2D, sheet: Sheet, style: Style, size: number): void {
  context.font = `${size}px ${sheet.fonts[style.weight]}`
  context.direction = directionOf(style.language)
  context.textAlign = 'left'
}

const smallest = 10

function fitted(sheet: Sheet, text: string, style: Style, width: number): { size: number; lines: readonly Line[] } {
  const { measure } = sheet
  const full = style.size * sheet.mm
  let size = full
  let most = style.lines ?? Infinity
  for (;;) {
    setType(measure, sheet, style, size)
    const lines = broken(measure, text, width)
    const widest = Math.max(0, ...lines.map((line) => widthOf(measure, line)))
    if ((widest <= width && lines.length <= most) || size <= smallest) {
      const even = evened(measure, text, lines, width)
      return { size, lines: even.map((line) => measured(sheet, line, style.language, size)) }
    }
    if (widest > width) size *= Math.min(0.98, width / widest)
    else if (size > full * 0.84) size *= 0.95
    else {
      most += 1
      size = full
    }
    size = Math.max(smallest, size)
  }
}

/** The same number of lines, but of like length, so that no word is left alone. */
function evened(context: SKRSContext2D, text: string, lines: readonly string[], width: number): readonly string[] {
  if (lines.length < 2) return lines
  let best = lines
  let enough = width
  for (let tooLittle = width / 2; enough - tooLittle > width / 32;) {
    const middle = (enough + tooLittle) / 2
    const tried = broken(context, text, middle)
    const fits = tried.length === lines.length && tried.every((line) => widthOf(context, line) <= middle)
    if (fits) best = tried
    if (fits) enough = middle
    else tooLittle = middle
  }
  return best
}

function broken(context: SKRSContext2D, text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || widthOf(context, longer) <= width) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return line === '' ? lines : [...lines, line]
}

function measured(sheet: Sheet, text: string, language: Language, size: number): Line {
  const box = sheet.measure.measureText(text)
  const { above, below } = sheet.tight ? tightLead : lead[language]
  return {
    text,
    ...extent(box),
    // A name with a tall stack of marks takes the room it needs.
    above: Math.max(above * size, box.actualBoundingBoxAscent + 1),
    below: Math.max(below * size, box.actualBoundingBoxDescent + 1),
  }
}

/** Type set as tight as its ink, for the token: `size` in millimetres, smaller when the width asks for it. */
export function display(sheet: Sheet, text: string, size: number, width: number): Block {
  const setAt = (context: SKRSContext2D, dots: number): void => {
    context.font = `${dots}px ${sheet.fonts.heavy}`
    context.direction = 'ltr'
    context.textAlign = 'left'
    context.letterSpacing = `${-0.02 * dots}px`
  }
  const full = size * sheet.mm
  setAt(sheet.measure, full)
  const dots = full * Math.min(1, width / (sheet.measure.measureText(text).width + 2))
  setAt(sheet.measure, dots)
  const box = sheet.measure.measureText(text)
  sheet.measure.letterSpacing = '0px'
  const ascent = Math.ceil(box.actualBoundingBoxAscent)
  const left = box.actualBoundingBoxLeft
  const right = box.actualBoundingBoxRight
  return {
    width,
    height: ascent + Math.ceil(Math.max(0, box.actualBoundingBoxDescent)),
    draw: (context, x, y) => {
      setAt(context, dots)
      context.fillText(text, sheet.direction === 'ltr' ? x + left : x + width - right, y + ascent)
      context.letterSpacing = '0px'
    },
  }
}
