import { languages } from '../../../domain/language.ts'
import type { Language } from '../../../domain/language.ts'
import { BLEED, STRIPE, card, colour, drawCardGround, drawMark, drawPicture } from './card-art.ts'
import type { Picture } from './card-art.ts'
import type { Said, Sheet } from './card-sheet.ts'
import { fit } from './fit.ts'
import type { Box } from './fit.ts'
import { mm } from './pen.ts'

const LEFT = 4
const RIGHT = 81.6
const FOOT = 43.4
/** Where the second of the two lines of the foot may end: a card's lowest millimetre may not be printed. */
const LAST = 52.6

const pictures: readonly Picture[] = ['show', 'lost', 'emergency']
const middleOf = (place: number): number => 16.27 + place * 26.53

/** The back: what the card is and how to use it. Nothing on it is about a person, so it can be printed beforehand. */
export function drawBack(sheet: Sheet): void {
  sheet.background(() => {
    const band = { top: FOOT, bottom: card.height + BLEED }
    drawCardGround(sheet, 'back', { band, stripe: FOOT - STRIPE, notch: card.width }, () => drawPictures(sheet))
  })
  sheet.block('P', () =>
    sheet.stamp('back', () => {
      drawHead(sheet)
      pictures.forEach((picture, place) => drawHowTo(sheet, picture, middleOf(place)))
      drawAccepted(sheet)
      drawFoot(sheet)
    }),
  )
}

function drawPictures({ pen: { paper } }: Sheet): void {
  drawMark(paper, LEFT - 0.4, 2.9, 5.4)
  paper.rect(mm(LEFT), mm(31.2), mm(RIGHT - LEFT), mm(0.2)).fill(colour.deep)
  pictures.forEach((picture, place) => drawPicture(paper, picture, middleOf(place) - 5.7, 10.4, 11.4))
}

/** Whoever finds the card face down learns here what it is. */
function drawHead(sheet: Sheet): void {
  const title = { size: 2.9, weight: 700, colour: colour.deep } as const
  const [english, ownTitle] = sheet.both('card.title')
  const width = sheet.say(english, title, { x: 10.2, y: 6.7 })
  const ownLook = { ...title, size: ownTitle[0] === 'ur' ? 2.4 : 2.9 } as const
  sheet.say(ownTitle, ownLook, { x: 11.2 + width, y: 6.7, width: 36 - width })
  const [issuer, own] = sheet.both('card.issuer')
  const right = { x: RIGHT, align: 'right', width: 34 } as const
  sheet.say(issuer, { size: 2.1, weight: 600, colour: colour.ink }, { ...right, y: 5.2 })
  sheet.say(own, { size: own[0] === 'ur' ? 1.9 : 2.1, weight: 400, colour: colour.ink }, { ...right, y: 8.1 })
}

function drawHowTo(sheet: Sheet, picture: Picture, x: number): void {
  const [english, own] = sheet.both(`card.${picture}`)
  const centred = { x, align: 'centre', width: 25.4 } as const
  sheet.say(english, { size: 2.4, weight: 600, colour: colour.ink }, { ...centred, y: 25 })
  sheet.say(own, { size: 2.4, weight: 400, colour: colour.ink }, { ...centred, y: own[0] === 'ur' ? 28.8 : 28.4 })
}

function drawAccepted(sheet: Sheet): void {
  const corner: Readonly<
    Record<Language, { readonly x: number; readonly y: number; readonly align: 'left' | 'right' }>
  > = {
    en: { x: LEFT, y: 35.2, align: 'left' },
    ur: { x: RIGHT, y: 35.2, align: 'right' },
    hi: { x: LEFT, y: 40.3, align: 'left' },
    pa: { x: RIGHT, y: 40.3, align: 'right' },
  }
  for (const language of languages) {
    const text = sheet.text(language, 'card.accepted')
    sheet.say([language, text], { size: 2.25, weight: 400, colour: colour.ink }, { ...corner[language], width: 38 })
  }
}

/** The helpline as large as the card's own number: it is looked for by whoever sees badly and is in need. */
function drawFoot(sheet: Sheet): void {
  const small = { size: 2.2, weight: 400, colour: colour.white } as const
  sheet.sayPair(sheet.both('card.helpline'), small, { x: LEFT, y: 46.9, width: 36 })
  const number = sheet.text('en', 'card.helpline.number')
  sheet.say(['en', number], { size: 4.5, weight: 700, colour: colour.marigold }, { x: LEFT, y: 51.6, width: 36 })
  const [found, own] = sheet.both('card.found')
  // Level with the helpline; Nastaliq needs the height of two lines.
  const [top, below] = own[0] === 'ur' ? [43.9, 48.7] : [44.7, 49.7]
  sayToTheRight(sheet, found, { top, width: 31, height: 4.9 })
  sayToTheRight(sheet, own, { top: below, width: 39, height: LAST - below })
}

function sayToTheRight(sheet: Sheet, [language, text]: Said, { top, ...box }: Box & { readonly top: number }): void {
  const placed = fit([{ text, weight: 400, size: 2.1 }], box, sheet.fonts)
  for (const { line, size, baseline } of placed) {
    const style = { language, size, weight: 400, colour: colour.white } as const
    sheet.sayLine(line, style, { x: RIGHT, y: top + baseline, align: 'right' })
  }
}
