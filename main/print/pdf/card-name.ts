import { languageOfScript } from '../../../domain/language.ts'
import type { PersonName } from '../../../domain/person/person.ts'
import { colour } from './card-art.ts'
import type { Sheet } from './card-sheet.ts'
import type { Box, Wanted } from './fit.ts'
import type { Script } from './font.ts'

/** Nastaliq hangs from a slope, so it needs a smaller letter for the same height. */
const share: Readonly<Record<Script, number>> = { Latn: 1, Deva: 1.1, Guru: 1.1, Arab: 0.87 }

/** Long joined words of Nastaliq climb over the line that the font promises, by this many ems of the Latin size. */
const CLIMB = 0.32

/** A name in its own script, then in Latin letters, in the middle of its box. */
export function drawName(
  sheet: Sheet,
  { latin, own }: PersonName,
  size: number,
  box: Box & { readonly x: number; readonly y: number },
): void {
  const wanted: Wanted = { text: latin, weight: 700, size: own === null ? size * 1.15 : size }
  const first: Wanted[] = own === null ? [] : [{ text: own.text, weight: 700, size: size * share[own.script] }]
  const language = own === null ? 'en' : languageOfScript[own.script]
  const drop = own?.script === 'Arab' ? CLIMB * size : 0
  const room = { ...box, y: box.y + drop, height: box.height - drop, middle: true }
  sheet.block('H2', () => sheet.sayIn(room, [...first, wanted], colour.ink, language))
}
