import assert from 'node:assert/strict'
import { test } from 'node:test'

import { callSentence } from '../../../domain/hospital/call-sentence.ts'
import { counterSign, spokenLabel } from '../../../domain/hospital/call-sentence-label.ts'
import { isQuiet, languagesOf, SpeechSetting } from '../../../domain/hospital/speech-setting.ts'
import { languages } from '../../../domain/language.ts'

const called = { prefix: 'M', number: 148, door: '14', to: 'room' } as const

test('a number is called to a door in a whole sentence of each language', () => {
  assert.deepEqual(
    languages.map((language) => callSentence(language, called)),
    [
      'Token M, 148. Please come to room 14.',
      'टोकन नंबर एम, 148, कमरा नंबर 14 में आइए।',
      'ਟੋਕਨ ਨੰਬਰ ਐੱਮ, 148, ਕਮਰਾ ਨੰਬਰ 14 ਵਿੱਚ ਆਓ ਜੀ।',
      'ٹوکن نمبر ایم، 148، کمرہ نمبر 14 میں تشریف لائیے۔',
    ],
  )
  assert.deepEqual(
    languages.map((language) => callSentence(language, { prefix: 'A', number: 42, door: 'C 3', to: 'counter' })),
    [
      'Token A, 42. Your medicines are ready. Please come to counter C, 3.',
      'टोकन नंबर ए, 42, आपकी दवाइयाँ तैयार हैं, काउंटर नंबर सी, 3 पर आइए।',
      'ਟੋਕਨ ਨੰਬਰ ਏ, 42, ਤੁਹਾਡੀਆਂ ਦਵਾਈਆਂ ਤਿਆਰ ਹਨ, ਕਾਊਂਟਰ ਨੰਬਰ ਸੀ, 3 ਉੱਤੇ ਆਓ ਜੀ।',
      'ٹوکن نمبر اے، 42، آپ کی دوائیں تیار ہیں، کاؤنٹر نمبر سی، 3 پر تشریف لائیے۔',
    ],
  )
})

test('letters are called by their names, long numbers digit by digit, words as they are', () => {
  assert.equal(spokenLabel('hi', 'EN 1150'), 'ई एन, 1 1 5 0')
  assert.equal(spokenLabel('en', '18A'), '18, A')
  assert.equal(spokenLabel('pa', '07'), '0 7')
  assert.equal(spokenLabel('hi', '0'), '0')
  assert.equal(spokenLabel('en', 'Dressing 2'), 'Dressing, 2')
  assert.equal(spokenLabel('ur', 'कक्ष-3'), 'कक्ष، 3')
  assert.equal(spokenLabel('en', ''), '')
})

test('every letter has a name of its own in every script', () => {
  const alphabet = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
  for (const language of ['hi', 'pa', 'ur'] as const) {
    const names = alphabet.map((letter) => spokenLabel(language, letter))
    assert.equal(new Set(names).size, 26, language)
    assert.ok(!names.some((name) => /[A-Z]/.test(name)), language)
  }
})

test('of a counter people look for what stands over it, without the word', () => {
  const signs = ['Window 3', 'C 3', 'Pharmacy C 3', 'Counter 12A', 'C3', 'Window-3', 'OPD 3', 'Main store'].map(
    counterSign,
  )
  assert.deepEqual(signs, ['3', 'C 3', 'C 3', '12A', 'C3', '3', '3', 'Main store'])
})

test('a display says its languages in their order, each once, and the person’s where it is another', () => {
  const usual = SpeechSetting.parse({})
  assert.deepEqual(languagesOf(usual, 'ur'), ['hi', 'ur', 'en'])
  assert.deepEqual(languagesOf(usual, 'hi'), ['hi', 'en'])
  assert.deepEqual(languagesOf(usual, null), ['hi', 'en'])
  assert.deepEqual(languagesOf({ languages: ['person', 'pa'] }, 'pa'), ['pa'])
})

test('quiet hours may go over midnight', () => {
  const night = { quiet: { from: '21:00', to: '07:00' } }
  assert.deepEqual(
    ['20:59', '21:00', '23:59', '00:00', '06:59', '07:00'].map((clock) => isQuiet(night, clock)),
    [false, true, true, true, true, false],
  )
  assert.equal(isQuiet({ quiet: { from: '13:00', to: '14:00' } }, '13:30'), true)
  assert.equal(isQuiet({ quiet: { from: '13:00', to: '14:00' } }, '14:00'), false)
  assert.equal(isQuiet({ quiet: null }, '02:00'), false)
})
