import { countText, timesOfDay, type TimeOfDay } from '../../../domain/pharmacy/measure.ts'
import type { MedicineLabel } from '../../../domain/print/document.ts'
import { languageOfScript } from '../../../domain/language.ts'
import { gap, rule, spread, stack, type Block } from './block.ts'
import { dosePictures } from './dose-picture.ts'
import { duplicateBar } from './frame.ts'
import { iconBlock } from './icon.ts'
import { paragraph, type Paragraph } from './paragraph.ts'
import { dateText, doseText, foodText, medicineText, monthText, quantityText } from './sentence.ts'
import { isolated, type Sheet } from './sheet.ts'
import { stackAt } from './token-slip.ts'

/**
 * What gives way when a label has too much to say, the least important first. Times are said again by the
 * directions; the date, the quantity and the lot stand in the pharmacy's record; the pictures are said in words.
 * The medicine, how to take it, the person and the expiry never give way.
 */
const givesWay = ['words of the pictures', 'date', 'quantity', 'lot', 'pictures'] as const
type Extra = (typeof givesWay)[number]

/** The label on a medicine, filling `width` × `height` dots: what, how often, for whom, from which lot. */
export function medicineLabel(sheet: Sheet, label: MedicineLabel, width: number, height: number): Block {
  const partsAt = ({ without, least }: Level, scale: number): readonly Block[] => {
    const extras = new Set(givesWay.slice(without))
    return labelParts({ ...sheet, mm: sheet.mm * scale, least: sheet.least * least }, label, width, extras)
  }
  const fits = (parts: readonly Block[]): boolean => heightOf(parts) <= height
  let parts: readonly Block[] = []
  for (const level of levels) {
    parts = partsAt(level, level.smallest)
    if (!fits(parts)) continue
    for (let scale = 1; scale > level.smallest; scale -= 0.03) {
      const larger = partsAt(level, scale)
      if (fits(larger)) return filling(larger, height)
    }
    break
  }
  return filling(parts, height)
}

const heightOf = (parts: readonly Block[]): number => parts.reduce((sum, part) => sum + part.height, 0)

/** Shares the height that is left between the parts. */
function filling(parts: readonly Block[], height: number): Block {
  const between = gap(Math.max(0, Math.floor((height - heightOf(parts)) / (parts.length - 1))))
  return stack(parts.flatMap((part, index) => (index === 0 ? [part] : [between, part])))
}

/** How many things are left out, how far the design may shrink, and the smallest type in parts of the readable one. */
type Level = { readonly without: number; readonly smallest: number; readonly least: number }

/** All of it, then without more and more, and last of all smaller than is good to read. */
const levels: readonly Level[] = [
  { without: 0, smallest: 0.92, least: 1 },
  ...givesWay.map((_, index) => ({ without: index + 1, smallest: 0.55, least: 1 })),
  ...[0.9, 0.8, 0.7, 0.6, 0.5, 0.4].map((least) => ({ without: givesWay.length, smallest: 0.55 * least, least })),
]

type Extras = ReadonlySet<Extra>

function labelParts(sheet: Sheet, label: MedicineLabel, width: number, extras: Extras): readonly Block[] {
  return [
    stack([duplicateBar(sheet, label.copy, width, 2.6), title(sheet, label, width, extras)]),
    ...(extras.has('pictures') ? [doses(sheet, label, width, extras.has('words of the pictures'))] : []),
    directions(sheet, label, width),
    origin(sheet, label, width, extras),
  ]
}

function title(sheet: Sheet, label: MedicineLabel, width: number, extras: Extras): Block {
  const { language, mm, say } = sheet
  const { medicine } = label
  const quantity = extras.has('quantity') ? quantityText(say, medicine.form, label.quantity) : ''
  const end = paragraph(sheet, quantity, { language, size: 3.1, weight: 'strong', lines: 1 }, width * 0.4)
  const set = (room: number): Paragraph =>
    paragraph(sheet, medicineText(medicine), { language: 'en', size: 3.9, weight: 'heavy', lines: 1 }, room)
  const start = set(end.width === 0 ? width : width - end.width - 2 * mm)
  const words =
    start.shrunk > 0.8
      ? spread([start, end], width, sheet.direction)
      : stack([spread([set(width)], width, sheet.direction), spread([gap(0), end], width, sheet.direction)])
  return stack([words, gap(0.6 * mm), rule(width, 0.25 * mm)])
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

function origin(sheet: Sheet, label: MedicineLabel, width: number, extras: Extras): Block {
  const { language, mm, say } = sheet
  const { own, latin } = label.personName
  const nameLanguage = own === null ? 'en' : languageOfScript[own.script]
  const small = { language, size: 2.4, weight: 'regular', lines: 1 } as const
  const date = paragraph(sheet, extras.has('date') ? dateText(say, label.printedAt) : '', small, width * 0.45)
  const nameWidth = date.width === 0 ? width : width - date.width - 2 * mm
  const name = { language: nameLanguage, size: 3, weight: 'strong', lines: 2 } as const
  const expiry = paragraph(sheet, say('paper.expiry', { date: monthText(say, label.expiry) }), small, width * 0.6)
  const lotWidth = width - expiry.width - 2 * mm
  const lot = extras.has('lot')
    ? [paragraph(sheet, say('paper.lot', { lot: isolated(label.lot) }), small, lotWidth)]
    : []
  return stack([
    rule(width, 0.25 * mm),
    gap(0.4 * mm),
    spread([paragraph(sheet, own?.text ?? latin, name, nameWidth), date], width, sheet.direction),
    spread([...lot, expiry], width, sheet.direction),
  ])
}
