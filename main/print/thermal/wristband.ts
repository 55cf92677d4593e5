import type { Wristband } from '../../../domain/print/document.ts'
import { gap, spread, stack, type Block } from './block.ts'
import { duplicateBar, footing, heading } from './frame.ts'
import { nameLines } from './owed-slip.ts'
import { paragraph } from './paragraph.ts'
import { qrBlock } from './qr-block.ts'
import { dateText } from './sentence.ts'
import { isolated, type Sheet } from './sheet.ts'
import { stackAt } from './token-slip.ts'

/** What goes into a wristband, `width` dots of ink wide: the code beside who it is, large enough to read at a bedside. */
export function wristband(sheet: Sheet, band: Wristband, width: number): Block {
  const { mm, language, say } = sheet
  const code = qrBlock(sheet.qr(band.code), 22 * mm, mm)
  const beside = width - code.width - 2 * mm
  const style = { language, size: 3.8, weight: 'strong' } as const
  const words = stackAt(sheet, beside, [
    ...nameLines(sheet, band.name, beside, 5),
    gap(1.2 * mm),
    paragraph(sheet, whoText(sheet, band), style, beside),
    ...(band.mother === null
      ? []
      : [paragraph(sheet, say('paper.band.mother', { name: isolated(band.mother) }), style, beside)]),
    ...(band.guessed ? [paragraph(sheet, say('paper.band.guessed'), { ...style, size: 3 }, beside)] : []),
  ])
  return stack([
    duplicateBar(sheet, band.copy, width),
    heading(sheet, band.facility, width),
    gap(1.6 * mm),
    spread([words, code], width, sheet.direction, 'top'),
    gap(1.2 * mm),
    footing(sheet, band, say('paper.band.title'), width),
  ])
}

/** `Female, born 22 Nov 2026`, or the age where nobody knows the day. */
function whoText({ say }: Sheet, { sex, born, age, mother }: Wristband): string {
  const when =
    born === null ? say('paper.band.age', { age }) : say('paper.band.born', { day: isolated(dateText(say, born)) })
  if (sex === 'unknown') return begun(when)
  const word = mother !== null && sex !== 'other' ? `paper.band.${sex}` : `paper.sex.${sex}`
  return begun(`${say(word)}${say('paper.comma')}${when}`)
}

/** As a line begins; only Latin letters have capitals here. */
const begun = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
