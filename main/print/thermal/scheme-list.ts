import type { SchemeList } from '../../../domain/print/document.ts'
import { gap, rule, spread, stack, type Block } from './block.ts'
import { duplicateBar, footing, heading } from './frame.ts'
import { nameLines } from './owed-slip.ts'
import { paragraph } from './paragraph.ts'
import { dateText } from './sentence.ts'
import type { Sheet } from './sheet.ts'
import { stackAt } from './token-slip.ts'

/** The schemes of one person, `width` dots of ink wide: what there is, what may be, and what to bring for it. */
export function schemeList(sheet: Sheet, list: SchemeList, width: number): Block {
  const { mm, language, second, say, saySecond } = sheet
  return stack([
    duplicateBar(sheet, list.copy, width),
    heading(sheet, list.facility, width),
    gap(1.6 * mm),
    stackAt(sheet, width, [
      paragraph(sheet, say('paper.scheme.title'), { language, size: 5.4, weight: 'heavy', lines: 1 }, width),
      paragraph(sheet, saySecond('paper.scheme.title'), { language: second, size: 3.2, weight: 'regular' }, width),
      gap(1.2 * mm),
      ...nameLines(sheet, list.personName, width),
    ]),
    ...part(
      sheet,
      say('paper.scheme.yes'),
      list.yes.map(({ name, benefit }) => [name, benefit]),
      width,
    ),
    ...part(
      sheet,
      say('paper.scheme.perhaps'),
      list.perhaps.map(({ name, bring }) => [name, ...bring]),
      width,
    ),
    gap(1.2 * mm),
    rule(width, 0.25 * mm),
    gap(1.2 * mm),
    stackAt(sheet, width, [edition(sheet, list, width)]),
    gap(1.2 * mm),
    footing(sheet, list, say('paper.free'), width),
  ])
}

/** A heading, and under it each scheme with its sentences. */
function part(sheet: Sheet, title: string, entries: readonly (readonly string[])[], width: number): readonly Block[] {
  if (entries.length === 0) return []
  const { mm, language } = sheet
  return [
    gap(1.6 * mm),
    rule(width, 0.4 * mm),
    gap(1 * mm),
    stackAt(sheet, width, [paragraph(sheet, title, { language, size: 4.4, weight: 'heavy' }, width)]),
    ...entries.flatMap(([name = '', ...sentences]) => [gap(1.4 * mm), entry(sheet, name, sentences, width)]),
  ]
}

/** The scheme's name at the edge, what is said of it a little further in. */
function entry(sheet: Sheet, name: string, sentences: readonly string[], width: number): Block {
  const { mm, language } = sheet
  const inner = width - 4 * mm
  const words = stackAt(sheet, inner, [
    paragraph(sheet, name, { language, size: 3.9, weight: 'strong' }, inner),
    ...sentences.map((each) => paragraph(sheet, each, { language, size: 3.3, weight: 'regular' }, inner)),
  ])
  return spread([square(2.2 * mm), words], width, sheet.direction, 'top')
}

/** A box to tick off. */
function square(side: number): Block {
  const size = Math.round(side)
  const line = Math.max(1, Math.round(size / 9))
  return {
    width: size,
    height: size + line * 3,
    draw(context, x, y) {
      context.fillRect(x, y + line * 3, size, line)
      context.fillRect(x, y + line * 2 + size, size, line)
      context.fillRect(x, y + line * 3, line, size)
      context.fillRect(x + size - line, y + line * 3, line, size)
    },
  }
}

function edition(sheet: Sheet, { rules }: SchemeList, width: number): Block {
  const { language, say } = sheet
  const day = dateText(say, rules.day)
  const text = say('paper.scheme.rules', { version: rules.version, day, issuer: rules.issuer })
  return paragraph(sheet, text, { language, size: 2.9, weight: 'regular' }, width)
}
