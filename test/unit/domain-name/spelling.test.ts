import assert from 'node:assert/strict'
import { test } from 'node:test'

import { align } from '../../../domain/name/align.ts'
import { devanagari } from '../../../domain/name/devanagari.ts'
import { gurmukhi } from '../../../domain/name/gurmukhi.ts'
import { latin } from '../../../domain/name/latin.ts'
import { nameRows } from '../../../domain/name/lexicon.ts'
import { plainWord } from '../../../domain/name/plain-word.ts'
import { scriptOfWord } from '../../../domain/name/script.ts'
import { urdu } from '../../../domain/name/urdu.ts'

const spellings = { Latn: latin, Deva: devanagari, Guru: gurmukhi, Arab: urdu } as const

test('every word of the table is put together as it was taken apart', () => {
  for (const row of nameRows) {
    for (const script of ['Latn', 'Guru', 'Arab'] as const) {
      for (const word of row[script].map(plainWord)) {
        assert.equal(spellings[script].written(spellings[script].signs(word)), word)
      }
    }
  }
})

test('Hindi takes a nasal before a stop as a dot, and joins what has no vowel between', () => {
  const again = (word: string) => devanagari.written(devanagari.signs(word))
  assert.equal(again('हेमन्त'), 'हेमंत')
  assert.equal(again('शर्मा'), 'शर्मा')
  assert.equal(again('कमला'), 'कमला')
  assert.equal(again('अक्षय'), 'अक्षय')
  assert.equal(again('चंद्र'), 'चंद्र')
  assert.deepEqual(devanagari.signs('कमला'), ['क', 'ə', 'म', 'ə', 'ल', 'ा'])
})

test('Punjabi has tippi over short vowels and bindi over long ones, and vowels that stand alone', () => {
  assert.equal(gurmukhi.written(['ਸ', 'ਿ', '\u0A02', 'ਘ']), 'ਸਿੰਘ')
  assert.equal(gurmukhi.written(['ਸ', '\u0A02', 'ਤ', 'ੋ', 'ਸ਼'.normalize('NFD')]), 'ਸੰਤੋਸ਼'.normalize('NFC'))
  assert.equal(gurmukhi.written(['ਚ', 'ਾ', '\u0A02', 'ਦ', 'ਨ', 'ੀ']), 'ਚਾਂਦਨੀ')
  assert.equal(gurmukhi.written(['ਪ', '\u0A4Dਰ', 'ਿ', 'ਾ']), 'ਪ੍ਰਿਆ')
})

test('the signs of two scripts are cut where they sound alike', () => {
  const cut = (one: string, other: string) =>
    align(latin, latin.signs(one), devanagari, devanagari.signs(other))?.map((piece) => piece.join(''))
  assert.deepEqual(cut('kamla', 'कमला'), ['क', 'ə', 'मə', 'ल', 'ा'])
  assert.deepEqual(cut('sharma', 'शर्मा'), ['श', 'ə', 'र', 'म', 'ा'])
  assert.equal(cut('md', 'मोहम्मद'), undefined)
})

test('a word has one script or none', () => {
  assert.deepEqual(['sunita', 'सुनीता', 'ਸੁਨੀਤਾ', 'سنیتا'].map(scriptOfWord), ['Latn', 'Deva', 'Guru', 'Arab'])
  assert.deepEqual(['', 'sunता', 'a1', '-'].map(scriptOfWord), [null, null, null, null])
})
