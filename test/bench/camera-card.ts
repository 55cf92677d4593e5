import { create } from 'qrcode'

import type { Random } from '../../build/demo/seed/random.ts'
import { CardId } from '../../domain/id.ts'
import { cardOf } from '../unit/domain-card/fixture.ts'

/** A symbol as a card carries it. */
export interface PrintedCode {
  readonly text: string
  readonly kind: CodeKind
  readonly side: number
  readonly isDark: (column: number, row: number) => boolean
}

export const codeKinds = ['v6-M', 'v8-M', 'v8-Q', 'v11-M'] as const
export type CodeKind = (typeof codeKinds)[number]

const plans = {
  'v6-M': { version: 6, level: 'M', letters: 0 },
  'v8-M': { version: 8, level: 'M', letters: 205 },
  'v8-Q': { version: 8, level: 'Q', letters: 150 },
  'v11-M': { version: 11, level: 'M', letters: 300 },
} as const

/** As `domain/card` begins every card of this format. */
const PREFIX = 'DLH1:'
const base45 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'.split('')

/** Cards of version 6 are signed ones without personal data; the larger ones hold as many letters as named cards do. */
export function printedCode(kind: CodeKind, random: Random): PrintedCode {
  const { version, level, letters } = plans[kind]
  const text = letters === 0 ? signedCard(random) : longText(letters, random)
  const { size, data } = create(text, { errorCorrectionLevel: level, version }).modules
  return { text, kind, side: size, isDark: (column, row) => data[row * size + column] === 1 }
}

function signedCard(random: Random): string {
  const cardId = CardId.parse(Buffer.from(random.bytes(8)).toString('hex'))
  return cardOf({ cardId, statusIndex: random.between(0, 20_000_000) })
}

const longText = (letters: number, random: Random): string =>
  PREFIX + Array.from({ length: letters - PREFIX.length }, () => random.pick(base45)).join('')
