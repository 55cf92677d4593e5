import assert from 'node:assert/strict'
import { test } from 'node:test'

import { languages } from '../../../domain/language.ts'
import type { ShiftPage } from '../../../domain/print/document.ts'
import { textNamed } from '../../../domain/text/catalogue.ts'
import { drawPaper } from '../../../main/print/pdf/draw-card.ts'
import { fonts, paper } from './fixture.ts'
import { readBack } from './paper.ts'

const page: Omit<ShiftPage, 'language'> = {
  kind: 'shift-page',
  facility: paper.facility,
  counter: 'Counter 3',
  day: '2026-11-22',
  what: 'shift',
  from: '08:00',
  to: '14:05',
  clerk: 'Neha Sharma',
  lines: [{ number: 'tokens', count: 148 }],
  differences: [],
  signed: { name: 'Neha Sharma', at: '2026-11-22T14:05', mark: '3f9a22b1' },
  note: '',
  printedAt: '2026-11-22T14:06',
  copy: 1,
}

for (const language of languages) {
  test(`the report of a shift in ${language} names the month in that language, twice`, async (t) => {
    const said = readBack(await drawPaper({ ...page, language }, { fonts, text: textNamed }))
    if (said === null) return t.skip('pdftotext is not installed')
    const month = textNamed(language, 'common.month.11')
    assert.equal(said.normalize('NFC').split(month.normalize('NFC')).length, 3, said)
    if (language !== 'en') assert.doesNotMatch(said, /Nov/)
    for (const words of ['148', 'Neha Sharma', '14:05', '3f9a22b1']) assert.ok(said.includes(words), said)
  })
}
