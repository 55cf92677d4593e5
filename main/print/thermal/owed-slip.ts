import type { OwedSlip } from '../../../domain/print/document.ts'
import { languageOfScript } from '../../../domain/language.ts'
import type { PersonName } from '../../../domain/person/person.ts'
import { gap, rule, spread, stack, type Block } from './block.ts'
import { duplicateBar, footing, heading } from './frame.ts'
import { paragraph } from './paragraph.ts'
import { medicineText, momentText, quantityText } from './sentence.ts'
import type { Sheet } from './sheet.ts'
import { stackAt } from './token-slip.ts'

/** What the pharmacy still owes, `width` dots of ink wide. */
export function owedSlip(sheet: Sheet, slip: OwedSlip, width: number): Block {
  const { mm, language, second, say, saySecond } = sheet
  return stack([
    duplicateBar(sheet, slip.copy, width),
    heading(sheet, slip.facility, width),
    gap(1.6 * mm),
    stackAt(sheet, width, [
      paragraph(sheet, say('paper.owed.title'), { language, size: 6.2, weight: 'heavy', lines: 1 }, width),
      paragraph(sheet, saySecond('paper.owed.title'), { language: second, size: 3.4, weight: 'regular' }, width),
      gap(1.2 * mm),
      ...nameLines(sheet, slip.personName, width),
    ]),
    gap(1.2 * mm),
    ...slip.lines.map((line) => owedLine(sheet, line, width)),
    ...asOf(sheet, slip, width),
    rule(width, 0.25 * mm),
    gap(1.4 * mm),
    stackAt(sheet, width, [
      paragraph(sheet, say('paper.owed.bring'), { language, size: 3.8, weight: 'strong' }, width),
      paragraph(sheet, saySecond('paper.owed.bring'), { language: second, size: 3, weight: 'regular' }, width),
    ]),
    gap(1.4 * mm),
    footing(sheet, slip, say('paper.free'), width),
  ])
}

/** A name in its own script, large, over its Latin letters; Latin alone is as large. */
export function nameLines(sheet: Sheet, { latin, own }: PersonName, width: number, size = 4.2): readonly Block[] {
  const first = { size, weight: 'strong' } as const
  if (own === null) return [paragraph(sheet, latin, { language: 'en', ...first }, width)]
  return [
    paragraph(sheet, own.text, { language: languageOfScript[own.script], ...first }, width),
    paragraph(sheet, latin, { language: 'en', size: 0.81 * size, weight: 'regular' }, width),
  ]
}

/** Stock elsewhere is only as true as it is new. */
function asOf(sheet: Sheet, { lines, stockAsOf }: OwedSlip, width: number): readonly Block[] {
  const { mm, language, say } = sheet
  if (stockAsOf === undefined || lines.every(({ elsewhere = [] }) => elsewhere.length === 0)) return []
  const told = say('paper.owed.as-of', { time: momentText(say, stockAsOf) })
  return [
    stackAt(sheet, width, [paragraph(sheet, told, { language, size: 2.7, weight: 'regular' }, width)]),
    gap(1 * mm),
  ]
}

function owedLine(sheet: Sheet, line: OwedSlip['lines'][number], width: number): Block {
  const { mm, language, say } = sheet
  const owed = say('paper.owed.owed', { amount: quantityText(say, line.medicine.form, line.owed) })
  const given = say('paper.owed.given', { amount: quantityText(say, line.medicine.form, line.given) })
  const name = medicineText(line.medicine)
  const half = (width - 3 * mm) / 2
  const counts = [
    paragraph(sheet, given, { language, size: 3.4, weight: 'regular', lines: 1 }, half),
    paragraph(sheet, owed, { language, size: 4, weight: 'heavy', lines: 1 }, half),
  ]
  return stack([
    rule(width, 0.25 * mm),
    gap(1.2 * mm),
    stackAt(sheet, width, [paragraph(sheet, name, { language: 'en', size: 4.2, weight: 'strong' }, width)]),
    spread(counts, width, sheet.direction, 'bottom'),
    stackAt(
      sheet,
      width,
      (line.elsewhere ?? []).map(({ store, units }) => {
        const amount = quantityText(say, line.medicine.form, units)
        return paragraph(
          sheet,
          say('paper.owed.elsewhere', { store, amount }),
          { language, size: 3, weight: 'regular' },
          width,
        )
      }),
    ),
    gap(1.2 * mm),
  ])
}
