import { directionOf } from '../../../domain/language.ts'
import type { Language } from '../../../domain/language.ts'
import type { CardLetter } from '../../../domain/print/document.ts'
import type { MessageId } from '../../../domain/text/catalogue.ts'
import { colour } from './card-art.ts'
import type { Look, Said, Sheet, TextOf } from './card-sheet.ts'
import { layParagraph, sayParagraph } from './letter-text.ts'

const WIDTH = 82
const [LEFT, RIGHT] = [20, 108]
const TITLE = 113
const FIRST = 122.4
const HEADING = 5.2
const BETWEEN = 2.5

const sections = ['what', 'care', 'lost', 'absent'] as const

const titleLook = { size: 6, weight: 700, colour: colour.deep } as const
const headingLook = { size: 3.8, weight: 700, colour: colour.deep } as const
const bodyLook = { size: 3.3, weight: 400, colour: colour.ink } as const
const termLook = { size: 3.3, weight: 600, colour: colour.ink } as const

/** What the letter tells, in two columns that keep level; only its last sentence differs from letter to letter. */
export function drawBody(sheet: Sheet, { term, expires }: CardLetter): void {
  const says = (said: readonly [Said, Said], y: number, look: Look) => sayBoth(sheet, said, y, look)
  sheet.block('H1', () => sheet.stamp('letter title', () => says(sheet.both('card.letter.title'), TITLE, titleLook)))
  const tops = topsOf(sheet)
  sections.forEach((section, at) => {
    const [title, body]: readonly [MessageId, MessageId] = [`card.letter.${section}.title`, `card.letter.${section}`]
    const y = tops[at] ?? FIRST
    sheet.block('H2', () => sheet.stamp(title, () => says(sheet.both(title), y, headingLook)))
    sheet.block('P', () => sheet.stamp(body, () => says(sheet.both(body), y + HEADING, bodyLook)))
  })
  const y = (tops.at(-1) ?? FIRST) - 0.4
  const said = sheet.dated(`card.letter.${term}`, expires)
  sheet.block('P', () => sheet.stamp(`letter ${term} ${expires}`, () => says(said, y, termLook)))
}

const known = new WeakMap<TextOf, Map<Language, readonly number[]>>()

/** Where each section begins, and what follows them: as low as the longer of the two languages needs. */
function topsOf(sheet: Sheet): readonly number[] {
  const languages = known.get(sheet.text) ?? new Map<Language, readonly number[]>()
  known.set(sheet.text, languages)
  const tops = languages.get(sheet.other) ?? measured(sheet)
  languages.set(sheet.other, tops)
  return tops
}

function measured(sheet: Sheet): readonly number[] {
  const tops = [FIRST]
  for (const section of sections) {
    const heights = sheet.both(`card.letter.${section}`).map((said) => {
      return layParagraph(sheet, said, looked(bodyLook, said), WIDTH).height
    })
    tops.push((tops.at(-1) ?? FIRST) + HEADING + Math.max(...heights) + BETWEEN)
  }
  return tops
}

/** Nastaliq says as much in a smaller letter, and needs the room. */
const looked = (look: Look, [language]: Said): Look => (language === 'ur' ? { ...look, size: look.size * 0.92 } : look)

/** What the person reads stands where they begin: Urdu at the right, the others at the left. */
function sayBoth(sheet: Sheet, [english, own]: readonly [Said, Said], y: number, look: Look): void {
  const fromRight = directionOf(own[0]) === 'rtl'
  const englishFirst = fromRight || sheet.language === 'en'
  // The first line of Nastaliq climbs towards the heading over it.
  const drop = fromRight && look.weight !== 700 ? 0.9 : 0
  sayParagraph(sheet, own, looked(look, own), { x: englishFirst ? RIGHT : LEFT, y: y + drop, width: WIDTH })
  sayParagraph(sheet, english, look, { x: englishFirst ? LEFT : RIGHT, y, width: WIDTH })
}
