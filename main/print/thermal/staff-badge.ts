import type { StaffBadge } from '../../../domain/print/document.ts'
import { gap, rule, spread, stack, type Block } from './block.ts'
import { duplicateBar, footing, heading } from './frame.ts'
import { paragraph } from './paragraph.ts'
import { qrBlock } from './qr-block.ts'
import type { Sheet } from './sheet.ts'
import { stackAt } from './token-slip.ts'

/** The badge of a member of staff, `width` dots of ink wide: small enough for a badge holder. */
export function staffBadge(sheet: Sheet, badge: StaffBadge, width: number): Block {
  const { mm, language, second, say, saySecond } = sheet
  const code = qrBlock(sheet.qr(badge.code), 24 * mm, mm)
  const beside = width - code.width - 2 * mm
  // On narrow paper the QR goes under the words.
  const fits = beside >= 26 * mm
  const room = fits ? beside : width
  // The dot stays behind the word before it.
  const roles = (told: Sheet['say']) => badge.roles.map((role) => told(`paper.badge.role.${role}`)).join('\u00a0· ')
  const words = stackAt(sheet, room, [
    paragraph(sheet, badge.name, { language, size: 5, weight: 'heavy' }, room),
    paragraph(sheet, roles(say), { language, size: 3.6, weight: 'strong' }, room),
    paragraph(sheet, roles(saySecond), { language: second, size: 2.9, weight: 'regular' }, room),
  ])
  return stack([
    duplicateBar(sheet, badge.copy, width),
    heading(sheet, badge.facility, width),
    gap(1.6 * mm),
    fits
      ? spread([words, code], width, sheet.direction, 'top')
      : stack([words, gap(mm), spread([code], width, sheet.direction)]),
    gap(1.2 * mm),
    rule(width, 0.25 * mm),
    gap(1.2 * mm),
    stackAt(sheet, width, [paragraph(sheet, say('paper.badge.keep'), { language, size: 3, weight: 'regular' }, width)]),
    gap(1.2 * mm),
    footing(sheet, badge, say('paper.badge.title'), width),
  ])
}
