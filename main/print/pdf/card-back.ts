import { languages } from '../../../domain/language.ts'
import type { Language } from '../../../domain/language.ts'
import { BLEED, card, colour, drawGuilloche, drawPicture } from './card-art.ts'
import type { Picture } from './card-art.ts'
import type { Sheet } from './card-sheet.ts'
import { fit } from './fit.ts'
import { mm } from './pen.ts'

const LEFT = 4
const RIGHT = 81.6
const FOOT = 44.98

const pictures: readonly Picture[] = ['show', 'lost', 'emergency']

/** The back: how to use the card. Nothing on it is about a person, so it can be printed beforehand. */
export function drawBack(sheet: Sheet): void {
  sheet.background(() => sheet.stamp('back art', () => drawGround(sheet)))
  sheet.block('P', () =>
    sheet.stamp('back', () => {
      pictures.forEach((picture, place) => drawHowTo(sheet, picture, 16.27 + place * 26.53))
      drawAccepted(sheet)
      drawFoot(sheet)
    }),
  )
}

function drawGround(sheet: Sheet): void {
  const { paper } = sheet.pen
  drawGuilloche(paper)
  paper.rect(-mm(BLEED), mm(FOOT), mm(card.width + 2 * BLEED), mm(card.height - FOOT + BLEED)).fill(colour.deep)
  paper.rect(mm(LEFT), mm(29.6), mm(RIGHT - LEFT), mm(0.25)).fill(colour.deep)
  pictures.forEach((picture, place) => drawPicture(paper, picture, 9.67 + place * 26.53, 3.8, 13.2))
}

function drawHowTo(sheet: Sheet, picture: Picture, x: number): void {
  const [english, own] = sheet.both(`card.${picture}`)
  const centred = { x, align: 'centre', width: 25.4 } as const
  sheet.say(english, { size: 2.25, weight: 600, colour: colour.ink }, { ...centred, y: 20.6 })
  sheet.say(own, { size: 2.25, weight: 400, colour: colour.ink }, { ...centred, y: own[0] === 'ur' ? 24.5 : 24 })
}

function drawAccepted(sheet: Sheet): void {
  const corner: Readonly<
    Record<Language, { readonly x: number; readonly y: number; readonly align: 'left' | 'right' }>
  > = {
    en: { x: LEFT, y: 34.6, align: 'left' },
    ur: { x: RIGHT, y: 34.6, align: 'right' },
    hi: { x: LEFT, y: 40.6, align: 'left' },
    pa: { x: RIGHT, y: 40.6, align: 'right' },
  }
  for (const language of languages) {
    const text = sheet.text(language, 'card.accepted')
    sheet.say([language, text], { size: 2.25, weight: 400, colour: colour.ink }, { ...corner[language], width: 38 })
  }
}

function drawFoot(sheet: Sheet): void {
  const small = { size: 2.2, weight: 400, colour: colour.white } as const
  const [english, own] = sheet.both('card.helpline')
  const width = sheet.say(english, small, { x: LEFT, y: 48.3, width: 18 })
  sheet.say(own, small, { x: LEFT + width + 1.6, y: 48.3, width: 36 - width })
  const number = sheet.text('en', 'card.helpline.number')
  sheet.say(['en', number], { size: 3.1, weight: 600, colour: colour.marigold }, { x: LEFT, y: 52.1 })
  const [found, ownFound] = sheet.both('card.found')
  for (const [text, top, height] of [
    [found, 45.6, 4.1],
    [ownFound, 49.7, 4.2],
  ] as const) {
    const [language, words] = text
    for (const { line, size, baseline } of fit(
      [{ text: words, weight: 400, size: 2.1 }],
      { width: 38, height },
      sheet.fonts,
    )) {
      sheet.sayLine(line, { ...small, language, size }, { x: RIGHT, y: top + baseline, align: 'right' })
    }
  }
}
