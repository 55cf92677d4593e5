import assert from 'node:assert/strict'
import { test } from 'node:test'

import { languages, type Language } from '../../../domain/language.ts'
import { babyName } from '../../../domain/person/newborn.ts'
import type { PersonName } from '../../../domain/person/person.ts'
import { unknownCode } from '../../../domain/person/unidentified.ts'
import type { Wristband } from '../../../domain/print/document.ts'
import { drawTicket } from '../../../main/print/thermal/draw-ticket.ts'
import { isBlack, type Raster } from '../../../main/print/thermal/raster.ts'
import { facility } from './papers.ts'
import { deps } from './texts.ts'

const mothers: Readonly<Record<Language, PersonName>> = {
  en: { latin: 'Venkatanarasimharajuvaripeta Subrahmanyam', own: null },
  hi: { latin: 'Sunita Devi', own: { script: 'Deva', text: 'सुनीता देवी' } },
  pa: { latin: 'Gurpreet Kaur', own: { script: 'Guru', text: 'ਗੁਰਪ੍ਰੀਤ ਕੌਰ' } },
  ur: { latin: 'Rukhsana Bano', own: { script: 'Arab', text: 'رخسانہ بانو' } },
}

const common = (language: Language) =>
  ({
    kind: 'wristband',
    language,
    facility,
    printedAt: '2026-11-22T09:43',
    counter: 'Counter 7',
    code: 'DLW1:0197a3c2-5a00-7b1e-8c1d-2f00aa11cc01',
    copy: 2,
  }) as const

export const baby = (language: Language): Wristband => ({
  ...common(language),
  name: babyName(mothers[language], 2),
  age: 0,
  sex: 'female',
  born: '2026-11-22',
  guessed: false,
  mother: mothers[language].latin,
})

export const unknown = (language: Language): Wristband => ({
  ...common(language),
  name: unknownCode(217).name(language),
  age: 45,
  sex: 'unknown',
  born: null,
  guessed: true,
  mother: null,
})

/** The smallest distance of any ink from the left and right edge. */
function whiteBeside(raster: Raster): number {
  let least = raster.width
  for (let y = 0; y < raster.height; y += 1) {
    for (let x = 0; x < raster.width; x += 1) {
      if (isBlack(raster, x, y)) least = Math.min(least, x, raster.width - 1 - x)
    }
  }
  return least
}

test('a wristband loses nothing at its edges, in any language, on wide and narrow paper', () => {
  for (const language of languages) {
    for (const band of [baby(language), unknown(language)]) {
      for (const dots of [384, 576]) {
        const room = whiteBeside(drawTicket(band, deps, dots))
        assert.ok(room >= 4, `${language} at ${dots}: ${room} dots`)
      }
    }
  }
})
