import { languageOfScript } from '../../../domain/language.ts'
import type { CardLetter } from '../../../domain/print/document.ts'
import { card, colour, drawMark } from './card-art.ts'
import { addressLines } from './card-person.ts'
import type { Sheet } from './card-sheet.ts'
import { drawBody } from './letter-body.ts'
import { mm } from './pen.ts'
import { printedDay } from './printed-day.ts'
import { drawQr, planQr } from './qr.ts'

const LEFT = 20
const RIGHT = 190
/** The window of a DL envelope for A4 in three folds (DIN 5008, form B): what shows through it, in millimetres. */
const window = { x: 22, y: 50, width: 82, height: 38 } as const
const folds = [105, 210]
const place = { x: LEFT, y: 228 } as const

/** The letter a card is posted with, in the person's language and English side by side. */
export function drawLetter(sheet: Sheet, letter: CardLetter): void {
  sheet.background(() => sheet.stamp('letter art', () => drawGround(sheet)))
  sheet.block('P', () => sheet.stamp('letter head', () => drawHead(sheet)))
  drawAddress(sheet, letter)
  drawReference(sheet, letter)
  drawBody(sheet, letter)
  drawPlace(sheet)
  drawHelp(sheet)
}

function drawGround({ pen: { paper } }: Sheet): void {
  drawMark(paper, LEFT, 13, 15)
  paper.rect(mm(LEFT), mm(33), mm(RIGHT - LEFT), mm(0.9)).fill(colour.marigold)
  for (const fold of folds) paper.rect(mm(5), mm(fold), mm(4), 0.4).fill(colour.quiet)
  paper.lineWidth(0.7).dash(3, { space: 3 }).strokeColor(colour.quiet)
  paper.roundedRect(mm(place.x), mm(place.y), mm(card.width), mm(card.height), mm(3.18)).stroke().undash()
}

function drawHead({ both, say }: Sheet): void {
  const [issuer, ownIssuer] = both('card.issuer')
  const [title, ownTitle] = both('card.title')
  say(issuer, { size: 5, weight: 600, colour: colour.deep }, { x: 39, y: 19.6, width: 80 })
  say(ownIssuer, { size: 5, weight: 400, colour: colour.deep }, { x: 39, y: 27, width: 80 })
  const style = { size: 5, weight: 700, colour: colour.deep } as const
  say(title, style, { x: RIGHT, y: 19.6, align: 'right', width: 60 })
  say(ownTitle, { ...style, size: ownTitle[0] === 'ur' ? 4.3 : 4.8 }, { x: RIGHT, y: 27, align: 'right', width: 60 })
}

/** Who it is for, where the window shows it; the postman reads English, the person their own name first. */
function drawAddress(sheet: Sheet, { name, guardian, address, facility }: CardLetter): void {
  sheet.block('P', () => {
    const [back, ownBack] = sheet.both('card.letter.return')
    const grey = { size: 2.3, weight: 400, colour: colour.quiet } as const
    const to = `${back[1]}: ${facility.name.en}, Delhi`
    sheet.say(['en', to], grey, { x: window.x, y: window.y - 1, width: window.width })
    const own = `${ownBack[1]}: ${facility.name[sheet.other]}`
    sheet.say([sheet.other, own], grey, { x: window.x, y: window.y + 3, width: window.width })
  })
  const strong = { weight: 600, size: 4.5 } as const
  const own =
    name.own === null ? [] : [{ ...strong, text: name.own.text, size: name.own.script === 'Arab' ? 3.7 : 4.5 }]
  const care = guardian === null ? [] : [`C/o ${guardian.name}`]
  const plain = [...care, ...addressLines(address, sheet.text)].map((text) => ({ text, weight: 400, size: 4 }) as const)
  const drop = name.own?.script === 'Arab' ? 6.4 : 5.4
  const box = { ...window, y: window.y + drop, height: window.height - drop }
  const language = name.own === null ? 'en' : languageOfScript[name.own.script]
  sheet.block('P', () => {
    sheet.sayIn(box, [...own, { ...strong, text: name.latin }, ...plain], colour.ink, language)
  })
}

/** The number of the card, to read and for the machine that puts cards to letters: it proves nothing by itself. */
function drawReference(sheet: Sheet, { shortCode, issued, copy }: CardLetter): void {
  const x = 128
  sheet.block('P', () => {
    sheet.say(['en', printedDay(issued)], { size: 3.8, weight: 400, colour: colour.ink }, { x, y: 54 })
    sheet.label('card.number', x, 62, 2.9)
    sheet.say(['en', shortCode], { size: 5.6, weight: 700, colour: colour.ink }, { x, y: 68.4, tracking: 0.03 })
    if (copy > 1)
      sheet.sayPair(sheet.both('card.duplicate'), { size: 3, weight: 700, colour: colour.ink }, { x, y: 92 })
  })
  const qr = planQr(shortCode, { side: 14, atMost: 16, level: 'M' })
  const half = qr.side / 2
  const centre = { x: mm(x) + half, y: mm(72) + half }
  const box: [number, number, number, number] = [centre.x - half, centre.y - half, centre.x + half, centre.y + half]
  sheet.figure('card.letter.match', box, () => drawQr(sheet.pen.paper, qr, centre))
}

function drawPlace(sheet: Sheet): void {
  sheet.block('P', () =>
    sheet.stamp('letter place', () => {
      const [english, own] = sheet.both('card.letter.place')
      const look = { size: 3, weight: 400, colour: colour.quiet } as const
      const x = place.x + card.width / 2
      sheet.say(english, look, { x, y: place.y + 25.4, align: 'centre' })
      sheet.say(own, look, { x, y: place.y + 31, align: 'centre' })
    }),
  )
}

function drawHelp(sheet: Sheet): void {
  const x = 116
  sheet.block('P', () =>
    sheet.stamp('letter help', () => {
      const look = { size: 3.8, weight: 600, colour: colour.deep } as const
      sheet.sayPair(sheet.both('card.helpline'), look, { x, y: place.y + 7, width: RIGHT - x })
      const number = sheet.text('en', 'card.helpline.number')
      sheet.say(['en', number], { size: 7.6, weight: 700, colour: colour.ink }, { x, y: place.y + 16.6 })
      // Under each other: beside each other the number would stand twice in a row in Urdu.
      const [emergency, ownEmergency] = sheet.both('card.emergency')
      sheet.say(emergency, { ...look, size: 4.6 }, { x, y: place.y + 24.6, width: RIGHT - x })
      sheet.say(ownEmergency, { ...look, size: 3.8 }, { x, y: place.y + 30.4, width: RIGHT - x })
      const [english, own] = sheet.both('card.accepted')
      const note = { size: 3.2, weight: 400, colour: colour.ink } as const
      sheet.say(english, note, { x, y: place.y + 36.6, width: RIGHT - x })
      sheet.say(own, note, { x, y: place.y + 42.6, width: RIGHT - x })
    }),
  )
}
