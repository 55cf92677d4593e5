import { colour } from './card-art.ts'
import type { Sheet } from './card-sheet.ts'
import { mm } from './pen.ts'

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Allergies as they were told, behind the triangle that says "look first"; that none is known is said plainly. */
export function drawAllergies(sheet: Sheet, allergies: readonly string[], { x, y, width, height }: Area): void {
  const { paper } = sheet.pen
  const warn = allergies.length > 0
  sheet.background(() => {
    paper.lineWidth(mm(0.35)).roundedRect(mm(x), mm(y), mm(width), mm(height), mm(1.4))
    if (warn) paper.fillAndStroke(colour.careTint, colour.care)
    else paper.fillAndStroke(colour.white, colour.deep)
    if (warn) drawTriangle(paper, x + 3, y + 3)
  })
  const ink = warn ? colour.care : colour.quiet
  const left = x + (warn ? 15 : 4)
  sheet.block('P', () => {
    sheet.sayPair(sheet.both('card.allergies'), { size: 3, weight: 600, colour: ink }, { x: left, y: y + 5 })
    const none = sheet.both('card.allergies.none')
    const look = { size: 4.6, weight: 700, colour: colour.ink } as const
    const room = x + width - 3 - left
    if (!warn) sheet.sayPair(none, look, { x: left, y: y + 11.6, width: room })
    else {
      const box = { x: left, y: y + 5.6, width: room, height: height - 6.4 }
      sheet.sayIn(box, [{ text: allergies.join(', '), weight: 700, size: 4.6 }], colour.ink, sheet.other)
    }
  })
}

function drawTriangle(paper: PDFKit.PDFDocument, x: number, y: number): void {
  paper
    .save()
    .translate(mm(x), mm(y))
    .scale(mm(9) / 24)
  paper.lineJoin('round').lineWidth(2).path('M12 3L22.5 21.5H1.5Z').fillAndStroke(colour.care, colour.care)
  paper.lineCap('round').lineWidth(2.4).path('M12 9.5V15').stroke(colour.white)
  paper.circle(12, 18.4, 1.4).fill(colour.white).restore()
}
