import assert from 'node:assert/strict'
import { test } from 'node:test'

import { languages } from '../../../domain/language.ts'
import { textIn } from '../../../domain/text/catalogue.ts'
import { placeOf } from '../../../renderer/kiosk/place.ts'

test('a place has its floor, down to the second basement', () => {
  assert.equal(placeOf({ room: '14', floor: 1 }, textIn('en')), 'Room 14, first floor')
  assert.equal(placeOf({ room: '2', floor: 0 }, textIn('hi')), 'कमरा 2, ग्राउंड फ़्लोर')
  assert.equal(placeOf({ room: '7', floor: -2 }, textIn('en')), 'Room 7, basement 2')
})

test('screens and slips call a floor line by the same colour', () => {
  const colour = {
    blue: ['blue', 'नीली', 'ਨੀਲੀ', 'نیلی'],
    green: ['green', 'हरी', 'ਹਰੀ', 'ہری'],
    plum: ['purple', 'बैंगनी', 'ਜਾਮਣੀ', 'جامنی'],
    brick: ['red', 'लाल', 'ਲਾਲ', 'لال'],
  } as const
  languages.forEach((language, at) => {
    const t = textIn(language)
    for (const line of ['blue', 'green', 'plum', 'brick'] as const) {
      const word = colour[line][at] ?? ''
      const said = [t(`paper.line.${line}`), t(`kiosk.line.${line}`), t(`kiosk.step.${line}`, { room: '1' })]
      for (const text of said) assert.ok(text.toLowerCase().includes(word), `${text}: ${word}`)
      assert.ok(!/[Bb]rick|ईंट|ਇੱਟ|اینٹ/.test(said.join(' ')), said.join(' '))
    }
  })
})
