import { directionOf, type Language } from '../../../domain/language.ts'
import type { Block } from './block.ts'
import type { Weight } from './fonts.ts'
import { broken, brokenAnywhere, evened, type Fits } from './line-break.ts'
import { drawText, type Face, type Ruler } from './ruler.ts'
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

/** The smallest type that is read without a glass, in parts of the smallest Latin type. */
const least: Readonly<Record<Language, number>> = { en: 1, hi: 1.1, pa: 1.1, ur: 1.3 }

/** Set type knows how far it was shrunk: 1 is the full size. */
export type Paragraph = Block & { readonly shrunk: number }

type Line = Extent & { readonly text: string; readonly above: number; readonly below: number }

/** Text broken at spaces to fit `width`; a word that is too wide makes the type smaller before it is broken itself. */
export function paragraph(sheet: Sheet, text: string, style: Style, width: number): Paragraph {
  const { size, lines } = fitted(sheet, text, style, width)
  const widest = Math.ceil(Math.max(0, ...lines.map((line) => line.width)))
  const height = Math.ceil(lines.reduce((sum, line) => sum + line.above + line.below, 0))
  const boxWidth = style.centred === true ? width : widest
  return {
    width: boxWidth,
    height,
    shrunk: size / (style.size * sheet.mm),
    draw: (context, x, y) => {
      context.fillStyle = style.inverse === true ? '#fff' : '#000'
      let baseline = y
      for (const line of lines) {
        baseline += line.above
        const left = x + line.before + indent(sheet, style, boxWidth - line.width)
        drawText(context, line.text, faceOf(sheet, style), { x: left, y: Math.round(baseline), size })
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

const faceOf = (sheet: Sheet, style: Style): Face => ({
  families: sheet.fonts[style.weight],
  direction: directionOf(style.language),
})

type Extent = { readonly width: number; readonly before: number }

/** How wide a line is with strokes that swing out of it, as Nastaliq's do, and how far they swing to the left. */
function extent(ruler: Ruler, text: string, face: Face, size: number): Extent {
  const ink = ruler.ink(text, face)
  const before = Math.max(0, ink.left) * size
  return { width: before + Math.max(ruler.advance(text, face), ink.right) * size, before }
}

/** No stroke swings further out of its line than the type is high, so ink need be looked at only near the edge. */
function fitsAt(ruler: Ruler, face: Face, size: number, width: number): Fits {
  return (text) => {
    const advance = ruler.advance(text, face) * size
    if (advance > width) return false
    return advance + 2 * size <= width || extent(ruler, text, face, size).width <= width
  }
}

function fitted(sheet: Sheet, text: string, style: Style, width: number): { size: number; lines: readonly Line[] } {
  const { ruler } = sheet
  const face = faceOf(sheet, style)
  const floor = sheet.least * least[style.language]
  const full = Math.max(floor, style.size * sheet.mm)
  let size = full
  let most = style.lines ?? Infinity
  for (;;) {
    const within = (room: number): Fits => fitsAt(ruler, face, size, room)
    const fits = within(width)
    const lines = broken(text, fits)
    const tooWide = lines.filter((line) => !fits(line))
    if ((tooWide.length === 0 && lines.length <= most) || size <= floor) {
      const set = tooWide.length > 0 ? brokenAnywhere(text, fits) : evened(text, lines, width, within)
      return { size, lines: set.map((line) => measured(sheet, line, style, size)) }
    }
    const widest = Math.max(0, ...tooWide.map((line) => extent(ruler, line, face, size).width))
    if (widest > 0) size *= Math.min(0.98, width / widest)
    else if (size > full * 0.84) size *= 0.95
    else {
      most += 1
      size = full
    }
    size = Math.max(floor, size)
  }
}

function measured(sheet: Sheet, text: string, style: Style, size: number): Line {
  const face = faceOf(sheet, style)
  const ink = sheet.ruler.ink(text, face)
  const { above, below } = sheet.tight ? tightLead : lead[style.language]
  return {
    text,
    ...extent(sheet.ruler, text, face, size),
    // A name with a tall stack of marks takes the room it needs.
    above: Math.max(above * size, ink.above * size + 1),
    below: Math.max(below * size, ink.below * size + 1),
  }
}

/** Type set as tight as its ink, for the token: `size` in millimetres, smaller when the width asks for it. */
export function display(sheet: Sheet, text: string, size: number, width: number): Block {
  const face: Face = { families: sheet.fonts.heavy, direction: 'ltr', spacing: -0.02 }
  const ink = sheet.ruler.ink(text, face)
  const dots = Math.min(size * sheet.mm, width / Math.max(0.01, ink.left + ink.right))
  const ascent = Math.ceil(ink.above * dots)
  return {
    width,
    height: ascent + Math.ceil(Math.max(0, ink.below * dots)),
    draw: (context, x, y) => {
      const left = sheet.direction === 'ltr' ? x + ink.left * dots : x + width - ink.right * dots
      drawText(context, text, face, { x: left, y: y + ascent, size: dots })
    },
  }
}
