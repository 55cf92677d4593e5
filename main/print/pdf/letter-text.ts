import type { Language } from '../../../domain/language.ts'
import { directionOf } from '../../../domain/language.ts'
import type { Look, Said, Sheet } from './card-sheet.ts'
import { wrap } from './fit.ts'
import type { Place } from './pen.ts'

/** Lines of a paragraph stand this many ems apart: Nastaliq climbs, and Indic scripts carry marks above and below. */
export const leading: Readonly<Record<Language, number>> = { en: 1.42, hi: 1.55, pa: 1.52, ur: 2.02 }

/** The column of a text, in millimetres: its left edge, its first baseline and its width. */
export interface Column {
  readonly x: number
  readonly y: number
  readonly width: number
}

/** A paragraph's lines for a width, and the height that they take. */
export function layParagraph(sheet: Sheet, [language, text]: Said, { size, weight }: Look, width: number) {
  const lines = wrap(text, width / size, (part) => sheet.pen.widthOf(part, weight))
  return { lines, height: lines.length * leading[language] * size }
}

/** Sets a paragraph from the side that its language starts at. */
export function sayParagraph(sheet: Sheet, said: Said, look: Look, { x, y, width }: Column): void {
  const [language] = said
  const fromRight = directionOf(language) === 'rtl'
  layParagraph(sheet, said, look, width).lines.forEach((line, at) => {
    const baseline = y + at * leading[language] * look.size
    const place: Place = fromRight ? { x: x + width, y: baseline, align: 'right' } : { x, y: baseline }
    sheet.say([language, line], look, place)
  })
}
