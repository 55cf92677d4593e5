import type { MedicineLabel } from '../../../domain/print/document.ts'
import { languageOfScript } from '../../../domain/language.ts'
import { gap, rule, spread, stack, type Block } from './block.ts'
import { dosePictures, timesOfDay, type TimeOfDay } from './dose-picture.ts'
import { duplicateBar } from './frame.ts'
import { iconBlock } from './icon.ts'
import { paragraph } from './paragraph.ts'
import { countText, dateText, doseText, foodText, medicineText, monthText, quantityText } from './sentence.ts'
import { isolated, type Sheet } from './sheet.ts'
import { stackAt } from './token-slip.ts'

/** The label on a medicine, filling `width` × `height` dots: what, how often, for whom, from which lot. */
export function medicineLabel(sheet: Sheet, label: MedicineLabel, width: number, height: number): Block {
  for (const { scale, named } of attempts) {
    const parts = labelParts({ ...sheet, mm: sheet.mm * scale }, label, width, named)
    const used = parts.reduce((sum, part) => sum + part.height, 0)
    if (used > height) continue
    const between = gap(Math.floor((height - used) / (parts.length - 1)))
    return stack(parts.flatMap((part, index) => (index === 0 ? [part] : [between, part])))
  }
  throw new Error(`No size fits ${label.medicine.name} on a label of ${width} × ${height} dots`)
}

/** Words under the pictures go before the type gets small: the directions below say them again. */
const attempts: readonly { readonly scale: number; readonly named: boolean }[] = [
  ...[1, 0.96, 0.92].map((scale) => ({ scale, named: true })),
  ...[1, 0.96, 0.92, 0.88, 0.84, 0.8, 0.75, 0.7, 0.65, 0.6, 0.5, 0.4, 0.3].map((scale) => ({ scale, named: false })),
]

function labelParts(sheet: Sheet, label: MedicineLabel, width: number, named: boolean): readonly Block[] {
  return [
    stack([duplicateBar(sheet, label.copy, width, 2.6), title(sheet, label, width)]),
    doses(sheet, label, width, named),
    directions(sheet, label, width),
    origin(sheet, label, width),
  ]
}

function title(sheet: Sheet, label: MedicineLabel, width: number): Block {
  const { language, mm, say } = sheet
  const { medicine } = label
  const quantity = quantityText(say, medicine.form, label.quantity)
  const end = paragraph(sheet, quantity, { language, size: 3.1, weight: 'strong', lines: 1 }, width * 0.4)
  const rest = width - end.width - 2 * mm
  const start = paragraph(sheet, medicineText(medicine), { language: 'en', size: 3.9, weight: 'heavy', lines: 1 }, rest)
  return stack([spread([start, end], width, sheet.direction), gap(0.6 * mm), rule(width, 0.25 * mm)])
}

function doses(sheet: Sheet, label: MedicineLabel, width: number, named: boolean): Block {
  const cell = Math.floor(width / timesOfDay.length)
  const cells = timesOfDay.map((time) => doseCell(sheet, label.dose[time], time, named, cell))
  return spread(cells, width, sheet.direction)
}

/** A time without a dose keeps its place but loses its picture, so that a glance counts only what is taken. */
function doseCell(sheet: Sheet, count: number, time: TimeOfDay, named: boolean, width: number): Block {
  const { mm, language, say } = sheet
  const icon = count > 0 ? iconBlock(dosePictures[time], Math.round(6.4 * mm), 2.2) : gap(0)
  const number = { language: 'en', size: 5, weight: 'heavy', lines: 1 } as const
  const amount = paragraph(sheet, countText(count), number, width - icon.width - 2.4 * mm)
  const word = { language, size: 2.4, weight: 'regular', lines: 1, centred: true } as const
  const name = named ? paragraph(sheet, say(`paper.time.${time}`), word, width - mm) : gap(0)
  const height = Math.round(6.4 * mm)
  return {
    width,
    height: height + name.height,
    draw: (context, x, y) => {
      const middle = x + width / 2
      if (count > 0) {
        const together = icon.width + mm + amount.width
        icon.draw(context, Math.round(middle - together / 2), y)
        amount.draw(context, middle - together / 2 + icon.width + mm, y + (height - amount.height) / 2)
      } else context.fillRect(Math.round(middle - 1.5 * mm), Math.round(y + height / 2), Math.round(3 * mm), 2)
      name.draw(context, x + (width - name.width) / 2, y + height)
    },
  }
}

function directions(sheet: Sheet, label: MedicineLabel, width: number): Block {
  const { language, say } = sheet
  const food = foodText(say, label.dose.food)
  const more = [food, say('paper.days', { days: label.days })].filter((part) => part !== null).join(' · ')
  return stackAt(sheet, width, [
    paragraph(
      sheet,
      doseText(say, label.medicine.form, label.dose),
      { language, size: 3.3, weight: 'strong', lines: 1 },
      width,
    ),
    paragraph(sheet, more, { language, size: 3, weight: 'regular' }, width),
  ])
}

function origin(sheet: Sheet, label: MedicineLabel, width: number): Block {
  const { language, mm, say } = sheet
  const { own, latin } = label.personName
  const nameLanguage = own === null ? 'en' : languageOfScript[own.script]
  const small = { language, size: 2.4, weight: 'regular', lines: 1 } as const
  const date = paragraph(sheet, dateText(say, label.printedAt), small, width * 0.45)
  const nameWidth = width - date.width - 2 * mm
  const name = { language: nameLanguage, size: 3, weight: 'strong', lines: 2 } as const
  const lot = say('paper.lot', { lot: isolated(label.lot) })
  const expiry = say('paper.expiry', { date: monthText(say, label.expiry) })
  return stack([
    rule(width, 0.25 * mm),
    gap(0.4 * mm),
    spread([paragraph(sheet, own?.text ?? latin, name, nameWidth), date], width, sheet.direction),
    spread(
      [lot, expiry].map((text) => paragraph(sheet, text, small, width / 2 - mm)),
      width,
      sheet.direction,
    ),
  ])
}
