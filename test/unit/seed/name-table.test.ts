import assert from 'node:assert/strict'
import { test } from 'node:test'

import {
  communities,
  familyWords,
  femaleWords,
  maleWords,
  nameWords,
  wordFor,
} from '../../../build/demo/seed/name-table.ts'
import { spellings } from '../../../build/demo/seed/spelling.ts'

const blocks = {
  latin: /^[A-Z][a-z]+$/,
  Deva: /^[\u0900-\u097F]+$/,
  Guru: /^[\u0A00-\u0A7F]+$/,
  Arab: /^[\u0600-\u06FF]+$/,
} as const
const scripts = ['latin', 'Deva', 'Guru', 'Arab'] as const

test('at least 295 names are written in four scripts, each within its own block and in NFC', () => {
  assert.ok(nameWords.length >= 295, String(nameWords.length))
  for (const word of nameWords)
    for (const script of scripts) {
      assert.match(word[script], blocks[script], `${word.latin} in ${script}`)
      assert.equal(word[script], word[script].normalize('NFC'), `${word.latin} in ${script}`)
    }
})

test('no row stands twice', () => {
  assert.equal(new Set(nameWords.map(({ latin }) => latin)).size, nameWords.length)
  const rows = nameWords.map(({ Deva, Guru, Arab }) => `${Deva} ${Guru} ${Arab}`)
  assert.equal(new Set(rows).size, rows.length)
})

test('Urdu is spelt with Urdu letters, not with their Arabic cousins', () => {
  for (const { Arab } of nameWords) assert.doesNotMatch(Arab, /[\u0643\u064A\u0647\u0649\u0629]/u, Arab)
})

test('tippi stands after no vowel, sihari or aunkar, bindi after the other vowels', () => {
  for (const { Guru } of nameWords) {
    assert.doesNotMatch(Guru, /[\u0A3E\u0A40\u0A47-\u0A4C]\u0A70/u, Guru)
    assert.doesNotMatch(Guru, /(?:[\u0A15-\u0A39]|\u0A3C|\u0A3F|\u0A41|\u0A42)\u0A02/u, Guru)
    assert.doesNotMatch(Guru, /\u0A71[^\u0A15-\u0A39]|\u0A71$/u, Guru)
  }
})

test('every community has given names for women and men, and family names', () => {
  for (const community of communities) {
    assert.ok(femaleWords(community).length >= 8, community)
    assert.ok(maleWords(community).length >= 8, community)
    assert.ok(familyWords(community).length >= 7, community)
  }
})

test('a variant spelling keeps itself in Latin and its row elsewhere', () => {
  assert.deepEqual(wordFor('Laxmi'), { ...wordFor('Lakshmi'), latin: 'Laxmi' })
  for (const [standard, variants] of Object.entries(spellings)) {
    assert.equal(wordFor(standard).latin, standard)
    for (const variant of variants) assert.ok(!nameWords.some(({ latin }) => latin === variant), variant)
  }
})
