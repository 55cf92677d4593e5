import type { Language } from '../../../domain/language.ts'
import type { MessageId, Values } from '../../../domain/text/catalogue.ts'
import { colour } from './card-art.ts'
import { fit } from './fit.ts'
import type { Box, Wanted } from './fit.ts'
import type { FontFiles } from './font.ts'
import type { Line } from './line.ts'
import { scriptOf } from './line.ts'
import { tagOf } from './pen.ts'
import type { Pen, Place, Style } from './pen.ts'
import { dayIn } from './printed-day.ts'
import type { Spot } from './sheet-book.ts'

export type TextOf = (language: Language, id: MessageId, values?: Values) => string

/** A text and the language it is in. */
export type Said = readonly [language: Language, text: string]

type Tag = 'H1' | 'H2' | 'P'
export type Look = Omit<Style, 'language'>

/** One side of a paper: its texts in two languages, tagged for a screen reader, over what is only decoration. */
export interface Sheet {
  readonly pen: Pen
  readonly fonts: FontFiles
  readonly text: TextOf
  readonly language: Language
  /** What it says beside English. */
  readonly other: Language
  /** A message in English and in the other language. */
  readonly both: (id: MessageId, values?: Values) => readonly [Said, Said]
  /** The same of a message with a `{date}`, each with the day in its own words. */
  readonly dated: (id: MessageId, day: string) => readonly [Said, Said]
  /** What belongs together for a reader; all text is written inside of one. */
  readonly block: (tag: Tag, draw: () => void) => void
  /** Each of these gives the width it took, in millimetres. */
  readonly say: (said: Said, look: Look, place: Place) => number
  readonly sayLine: (line: Line, style: Style, place: Place) => number
  readonly sayPair: (pair: readonly [Said, Said], look: Look, place: Place) => number
  /** Sets texts under each other in a box, from its top or in its middle, each whole however long it is. */
  readonly sayIn: (box: Box & CornerOf, wanted: readonly Wanted[], colour: string, language: Language) => void
  /** The small words over a fact. */
  readonly label: (id: MessageId, x: number, y: number, size?: number) => void
  /** Drawn once a language and then only shown; the key names everything that makes it differ. */
  readonly stamp: (key: string, draw: () => void) => void
  /** Drawn once a volume: what no language changes. */
  readonly art: (key: string, draw: () => void) => void
  readonly background: (draw: () => void) => void
  /** A picture that says something; its box is in points, left, top, right, bottom. */
  readonly figure: (alternative: MessageId, box: [number, number, number, number], draw: () => void) => void
}

interface CornerOf {
  readonly x: number
  readonly y: number
  readonly middle?: boolean
}

interface Ground {
  readonly pen: Pen
  /** What the part is added to. */
  readonly root: PDFKit.PDFStructureElement
  readonly stamp: (key: string, draw: () => void) => void
  readonly at: Spot
}

/** The language beside English; a paper in English speaks Hindi too, as signs in Delhi do. */
export const besideEnglish = (language: Language): Language => (language === 'en' ? 'hi' : language)

export function sheetOn(
  { pen, root, stamp, at }: Ground,
  deps: { readonly fonts: FontFiles; readonly text: TextOf; readonly language: Language; readonly title: MessageId },
): Sheet {
  const { paper } = pen
  const other = besideEnglish(deps.language)
  const section = paper.struct('Sect', { title: deps.text('en', deps.title), lang: tagOf.en })
  root.add(section)

  const both: Sheet['both'] = (id, values) => [
    ['en', deps.text('en', id, values)],
    [other, deps.text(other, id, values)],
  ]
  const dated: Sheet['dated'] = (id, day) => [
    ['en', deps.text('en', id, { date: dayIn(deps.text, 'en', day) })],
    [other, deps.text(other, id, { date: dayIn(deps.text, other, day) })],
  ]
  const inLanguage = (language: Language, write: () => number): number => {
    if (language === 'en') return write()
    paper.markContent('Span', { lang: tagOf[language] })
    const width = write()
    paper.endMarkedContent()
    return width
  }
  const say: Sheet['say'] = ([language, text], look, place) =>
    inLanguage(language, () => pen.write(text, { ...look, language }, place))
  const sayLine: Sheet['sayLine'] = (line, style, place) =>
    inLanguage(style.language, () => pen.writeLine(line, style, place))
  const sayPair: Sheet['sayPair'] = ([[, english], [language, own]], look, place) => {
    const gap = 0.32
    const ems = pen.widthOf(english, look.weight) + gap + pen.widthOf(own, look.weight)
    const size = Math.min(look.size, (place.width ?? Infinity) / ems)
    const width = say(['en', english], { ...look, size }, { x: place.x, y: place.y })
    const x = place.x + width + gap * size
    return say([language, own], { ...look, size }, { x, y: place.y }) + width + gap * size
  }
  const here: Sheet['stamp'] = (key, draw) => stamp(`${deps.language} ${key}`, draw)

  return {
    pen,
    fonts: deps.fonts,
    text: deps.text,
    language: deps.language,
    other,
    both,
    dated,
    block: (tag, draw) => void section.add(paper.struct(tag, {}, draw)),
    say,
    sayLine,
    sayPair,
    sayIn(box, wanted, ink, language) {
      const { x, y, height, middle = false } = box
      const placed = fit(wanted, box, deps.fonts)
      const last = placed.at(-1)
      const slack = last === undefined ? 0 : height - last.baseline - 0.3 * last.size
      const top = y + (middle ? Math.max(0, slack / 2) : 0)
      for (const { line, size, baseline } of placed) {
        const spoken = scriptOf(line.text) === 'Latn' ? 'en' : language
        // The line has its weight already.
        sayLine(line, { language: spoken, size, weight: 400, colour: ink }, { x, y: top + baseline })
      }
    },
    label: (id, x, y, size = 2.05) =>
      here(`label ${id} ${x} ${y} ${size}`, () =>
        sayPair(both(id), { size, weight: 400, colour: colour.ink }, { x, y }),
      ),
    stamp: here,
    art: stamp,
    background(draw) {
      paper.markContent('Artifact', { type: 'Layout' })
      draw()
      paper.endMarkedContent()
    },
    figure(alternative, [left, top, right, bottom], draw) {
      const alt = both(alternative).map(([, text]) => text)
      // A box, which PDF/UA asks for and pdfkit writes, though its types leave it out.
      const bbox = [left + at.x, top + at.y, right + at.x, bottom + at.y]
      const options = { alt: alt.join(' · '), bbox, placement: 'Block' }
      section.add(paper.struct('Figure', options, draw))
    },
  }
}
