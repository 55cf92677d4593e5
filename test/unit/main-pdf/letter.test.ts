import assert from 'node:assert/strict'
import { test } from 'node:test'

import { languages } from '../../../domain/language.ts'
import { drawPaper } from '../../../main/print/pdf/draw-card.ts'
import { besideEnglish } from '../../../main/print/pdf/card-sheet.ts'
import { fonts, text } from './fixture.ts'
import { infoOf, letter, readBack } from './paper.ts'

const plain = (words: string) => words.normalize('NFC').replace(/[\s\u2066-\u2069،۔।,.]/g, '')

for (const language of languages) {
  test(`the letter in ${language} says what a card is, that nobody is refused, and what to do when it is lost`, async (t) => {
    const pdf = await drawPaper(letter(language), { fonts, text })
    const said = readBack(pdf)
    if (said === null) return t.skip('pdftotext is not installed')
    assert.match(infoOf(pdf) ?? '', /Pages: +1\n/)
    for (const section of ['what', 'care', 'lost', 'absent'] as const) {
      // Columns are read by place, so a line of the other language may come between two lines.
      for (const each of ['en', besideEnglish(language)] as const) {
        for (const word of text(each, `card.letter.${section}`).split(' ')) {
          assert.ok(plain(said).includes(plain(word)), `${word} in ${said}`)
        }
      }
    }
    for (const line of ['Central Delhi, Delhi 110002', text('en', 'card.helpline.number'), 'R3ZY-W093-N']) {
      assert.ok(said.includes(line), line)
    }
  })
}
