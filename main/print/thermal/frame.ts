import type { Facility } from '../../../domain/hospital/facility.ts'
import { rule, gap, spread, stack, type Block } from './block.ts'
import { paragraph } from './paragraph.ts'
import { momentText } from './sentence.ts'
import type { Sheet } from './sheet.ts'

/** The hospital's name in both languages over a rule; one under the other when they do not fit side by side. */
export function heading(sheet: Sheet, facility: Facility, width: number): Block {
  const style = { size: 3, weight: 'strong' } as const
  const own = paragraph(sheet, facility.name[sheet.language], { ...style, language: sheet.language }, width)
  const other = paragraph(sheet, facility.name[sheet.second], { ...style, language: sheet.second }, width)
  return stack([sideBySide(sheet, [own, other], 3 * sheet.mm, width), gap(1 * sheet.mm), rule(width, 0.4 * sheet.mm)])
}

/** In one row that leaves at least `room` white, or one under the other. */
function sideBySide(sheet: Sheet, blocks: readonly Block[], room: number, width: number): Block {
  const used = blocks.reduce((sum, block) => sum + block.width, 0)
  if (used + room <= width) return spread(blocks, width, sheet.direction)
  return stack(blocks.map((block) => spread([block], width, sheet.direction)))
}

/** Date, counter and a closing word under a thin rule. */
export function footing(
  sheet: Sheet,
  paper: { printedAt: string; counter: string },
  last: string,
  width: number,
): Block {
  const pieces = [momentText(sheet.say, paper.printedAt), paper.counter, last]
  const small = { language: sheet.language, size: 2.7, weight: 'regular' } as const
  const blocks = pieces.map((piece) => paragraph(sheet, piece, small, width))
  const row = sideBySide(sheet, blocks, 4 * sheet.mm, width)
  return stack([rule(width, 0.25 * sheet.mm), gap(1 * sheet.mm), row])
}

/** The bar over every copy after the first, in the person's language and in the second one; nothing over an original. */
export function duplicateBar(sheet: Sheet, copy: number, width: number, size = 3.8): Block {
  if (copy === 1) return gap(0)
  const inner = width - 2 * sheet.mm
  const style = { size, weight: 'strong', inverse: true, lines: 1 } as const
  const own = paragraph(sheet, sheet.say('paper.duplicate', { copy }), { ...style, language: sheet.language }, inner)
  const second = { ...style, language: sheet.second } as const
  const other = paragraph(sheet, sheet.saySecond('paper.duplicate', { copy }), second, inner)
  const row = sideBySide(sheet, [own, other], 2 * sheet.mm, inner)
  const pad = Math.round(0.5 * sheet.mm)
  const height = row.height + 2 * pad
  const bar: Block = {
    width,
    height,
    draw: (context, x, y) => {
      context.fillRect(x, y, width, height)
      row.draw(context, x + sheet.mm, y + pad)
    },
  }
  return stack([bar, gap(1 * sheet.mm)])
}
