import type { FontFiles, FontName, ShapedRun } from './font.ts'
import { openFont } from './font.ts'

/** One font inside one PDF, as pdfkit keeps it: `encode` adds the glyphs it names to the embedded subset. */
export interface EmbeddedFont {
  readonly id: string
  readonly font: { readonly layout: (text: string) => ShapedRun }
  /** Glyph numbers in hexadecimal, and their positions in thousandths of an em. */
  readonly encode: (text: string, features: readonly string[]) => [string[], readonly EmbeddedPosition[]]
  readonly ref: () => PDFKit.PDFKitReference
}

export interface EmbeddedPosition {
  readonly xAdvance: number
  readonly xOffset: number
  readonly yOffset: number
  /** What the font itself says, and a reader will move by. */
  readonly advanceWidth: number
}

/** Embeds fonts as they are needed; `name` has been used on the current page after the call. */
export function embedderOn(paper: PDFKit.PDFDocument, fonts: FontFiles): (name: FontName) => EmbeddedFont {
  const known = new Map<FontName, EmbeddedFont>()
  return (name) => {
    let embedded = known.get(name)
    if (embedded === undefined) {
      embedded = current(paper.registerFont(name, openFont(fonts[name])).font(name))
      known.set(name, embedded)
    }
    paper.page.fonts[embedded.id] ??= embedded.ref()
    return embedded
  }
}

/** The font that pdfkit keeps to itself; its own `text` reverses Urdu and cuts words at spaces. */
function current(paper: PDFKit.PDFDocument): EmbeddedFont {
  const font: unknown = Reflect.get(paper, '_font')
  if (!isEmbedded(font)) throw new Error('This pdfkit keeps its fonts in another way')
  return font
}

function isEmbedded(font: unknown): font is EmbeddedFont {
  return (
    typeof font === 'object' && font !== null && 'encode' in font && 'ref' in font && 'id' in font && 'font' in font
  )
}
