import type { EmbeddedFont, EmbeddedPosition } from './embed.ts'
import type { Run } from './line.ts'

export interface RunPlace {
  /** Points from the lower left corner of the page; the baseline. */
  readonly x: number
  readonly y: number
  readonly size: number
  readonly tracking: number
}

/** A glyph with its place in the run. Lengths are thousandths of an em. */
interface Placed extends EmbeddedPosition {
  readonly hex: string
  readonly cluster: number
  readonly left: number
}

interface Part {
  readonly text: string
  readonly glyphs: readonly Placed[]
}

/**
 * Writes glyphs in the order they are read. Latin letters speak for themselves; elsewhere each word carries the
 * text it stands for, and in Urdu each letter does, because readers turn right-to-left letters around by place.
 */
export function writeRun(paper: PDFKit.PDFDocument, font: EmbeddedFont, run: Run, place: RunPlace): void {
  const moveTo = (thousandths: number) =>
    paper.addContent(`1 0 0 1 ${number(place.x + (thousandths / 1000) * place.size)} ${number(place.y)} Tm`)
  // Nastaliq letters climb above their line and stand over each other; a space at either end of each keeps its place.
  const space = run.script === 'Arab' ? placedGlyphs(font, ' ')[0] : undefined
  const anchorAt = (thousandths: number) => {
    if (space !== undefined) moveTo(thousandths).addContent(`<${space.hex}> Tj`)
  }
  for (const { text, glyphs } of partsOf(font, run)) {
    const left = glyphs[0]?.left ?? 0
    const width = glyphs.reduce((sum, glyph) => sum + glyph.xAdvance, 0)
    // A mark is read after its letter, so from the right it comes just beyond the letter's left edge.
    const edge = width === 0 ? left - 1 : left
    if (run.script !== 'Latn') paper.markContent('Span', { actual: text })
    paper.addContent('BT').addContent(`/${font.id} ${number(place.size)} Tf`)
    if (place.tracking !== 0) paper.addContent(`${number(place.tracking)} Tc`)
    anchorAt(edge)
    moveTo(left)
    showGlyphs(paper, glyphs, place.size)
    anchorAt(left + width - (space?.advanceWidth ?? 0))
    paper.addContent('ET')
    if (run.script !== 'Latn') paper.endMarkedContent()
  }
}

function partsOf(font: EmbeddedFont, run: Run): readonly Part[] {
  const glyphs = placedGlyphs(font, run.text)
  const startsPart: (cluster: number) => boolean = {
    Latn: () => false,
    Deva: (cluster: number) => run.text.charAt(cluster - 1) === ' ',
    Guru: (cluster: number) => run.text.charAt(cluster - 1) === ' ',
    Arab: () => true,
  }[run.script]
  const clusters = [...new Set(glyphs.map(({ cluster }) => cluster))].toSorted((one, other) => one - other)
  const starts = clusters.filter((cluster, place) => place === 0 || startsPart(cluster))
  return starts.map((start, place) => {
    const end = starts[place + 1] ?? run.text.length
    return {
      text: run.text.slice(start, end),
      glyphs: glyphs.filter(({ cluster }) => cluster >= start && cluster < end),
    }
  })
}

function placedGlyphs(font: EmbeddedFont, text: string): readonly Placed[] {
  const { glyphs } = font.font.layout(text)
  const [hexes, positions] = font.encode(text, [])
  let left = 0
  return positions.map((position, at) => {
    const placed = { ...position, hex: hexes[at] ?? '0000', cluster: glyphs[at]?.cluster ?? 0, left }
    left += position.xAdvance
    return placed
  })
}

/** Shows glyphs from left to right; a glyph off the baseline is raised by the text rise. */
function showGlyphs(paper: PDFKit.PDFDocument, glyphs: readonly Placed[], size: number): void {
  let rise = 0
  let shown = ''
  const flush = () => {
    if (shown !== '') paper.addContent(`[${shown}] TJ`)
    shown = ''
  }
  for (const { hex, xAdvance, xOffset, yOffset, advanceWidth } of glyphs) {
    if (yOffset !== rise) {
      flush()
      rise = yOffset
      paper.addContent(`${number((rise / 1000) * size)} Ts`)
    }
    const after = advanceWidth - xAdvance + xOffset
    shown += `${xOffset === 0 ? '' : number(-xOffset)}<${hex}>${after === 0 ? '' : number(after)}`
  }
  flush()
  if (rise !== 0) paper.addContent('0 Ts')
}

const number = (value: number): string => String(Math.round(value * 1000) / 1000)
