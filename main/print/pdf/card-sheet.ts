import type { Language } from '../../../domain/language.ts'
import type { MessageId, Values } from '../../../domain/text/catalogue.ts'
import { colour } from './card-art.ts'
import type { FontFiles } from './font.ts'
import type { Line } from './line.ts'
import { tagOf } from './pen.ts'
import type { Pen, Place, Style } from './pen.ts'

export type TextOf = (language: Language, id: MessageId, values?: Values) => string

/** A text and the language it is in. */
export type Said = readonly [language: Language, text: string]

type Tag = 'H1' | 'H2' | 'P'
type Look = Omit<Style, 'language'>

/** One side of a card: its texts in two languages, each tagged for a screen reader, over what is only decoration. */
export interface Sheet {
  readonly pen: Pen
  readonly fonts: FontFiles
  readonly text: TextOf
  /** A message in English and in the card's other language. */
  readonly both: (id: MessageId, values?: Values) => readonly [Said, Said]
  /** Each of these gives the width it took, in millimetres. */
  readonly write: (tag: Tag, said: Said, look: Look, place: Place) => number
  readonly writeLine: (tag: Tag, line: Line, style: Style, place: Place) => number
  readonly writePair: (pair: readonly [Said, Said], look: Look, place: Place) => number
  /** The small grey words over a fact. */
  readonly label: (id: MessageId, x: number, y: number) => void
  readonly background: (draw: () => void) => void
  /** A picture that says something; its box is in points, left, top, right, bottom. */
  readonly figure: (alternative: MessageId, box: [number, number, number, number], draw: () => void) => void
}

/** Starts a side; a card in English speaks Hindi beside it, as signs in Delhi do. */
export function sheetOn(
  pen: Pen,
  deps: { readonly fonts: FontFiles; readonly text: TextOf; readonly language: Language; readonly title: MessageId },
): Sheet {
  const { paper } = pen
  const other: Language = deps.language === 'en' ? 'hi' : deps.language
  const section = paper.struct('Sect', { title: deps.text('en', deps.title), lang: tagOf.en })
  paper.addStructure(section)

  const both: Sheet['both'] = (id, values) => [
    ['en', deps.text('en', id, values)],
    [other, deps.text(other, id, values)],
  ]
  const tagged = (tag: Tag, language: Language, draw: () => number): number => {
    let width = 0
    section.add(paper.struct(tag, { lang: tagOf[language] }, () => void (width = draw())))
    return width
  }
  const write: Sheet['write'] = (tag, [language, text], look, place) =>
    tagged(tag, language, () => pen.write(text, { ...look, language }, place))
  const writePair: Sheet['writePair'] = ([[, english], [language, own]], look, place) => {
    const gap = 0.32
    const ems = pen.widthOf(english, look.weight) + gap + pen.widthOf(own, look.weight)
    const size = Math.min(look.size, (place.width ?? Infinity) / ems)
    const width = write('P', ['en', english], { ...look, size }, { x: place.x, y: place.y })
    const x = place.x + width + gap * size
    return write('P', [language, own], { ...look, size }, { x, y: place.y }) + width + gap * size
  }

  return {
    pen,
    fonts: deps.fonts,
    text: deps.text,
    both,
    write,
    writeLine: (tag, line, style, place) => tagged(tag, style.language, () => pen.writeLine(line, style, place)),
    writePair,
    label: (id, x, y) => void writePair(both(id), { size: 2.05, weight: 400, colour: colour.quiet }, { x, y }),
    background(draw) {
      paper.markContent('Artifact', { type: 'Layout' })
      draw()
      paper.endMarkedContent()
    },
    figure(alternative, bbox, draw) {
      const alt = both(alternative).map(([, text]) => text)
      // A box, which PDF/UA asks for and pdfkit writes, though its types leave it out.
      const options = { alt: alt.join(' · '), bbox, placement: 'Block' }
      section.add(paper.struct('Figure', options, draw))
    },
  }
}
