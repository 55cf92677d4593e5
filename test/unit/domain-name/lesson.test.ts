import assert from 'node:assert/strict'
import { test } from 'node:test'

import { devanagari } from '../../../domain/name/devanagari.ts'
import { latin } from '../../../domain/name/latin.ts'
import { packLessons, unpackLessons } from '../../../domain/name/kept-lesson.ts'
import { learn, lessonOf } from '../../../domain/name/lesson.ts'
import { spellerOf } from '../../../domain/name/spell.ts'

const words = [
  ['ram', 'राम'],
  ['rami', 'रामी'],
  ['rana', 'राना'],
  ['mira', 'मीरा'],
  ['mina', 'मीना'],
  ['kamla', 'कमला'],
  ['kamran', 'कामरान'],
].map(([from = '', to = '']) => ({ from, to, weight: 1 }))

const learnt = learn(latin, devanagari, words)
const taught = () => lessonOf(latin, devanagari, learnt)

test('a lesson spells what it was taught and what is like it', () => {
  const lesson = taught()
  for (const { from, to } of words) assert.equal(spellerOf(lesson, from).spell(3)[0]?.[0], to)
  assert.equal(spellerOf(lesson, 'rani').spell(3)[0]?.[0], 'रानी')
})

test('what is written as the table writes is likelier than what is not', () => {
  const lesson = taught()
  const mira = spellerOf(lesson, 'mira')
  assert.ok(mira.likelihood('मीरा') > mira.likelihood('मिरा'))
  assert.ok(mira.likelihood('मिरा') > mira.likelihood('कखगघ'))
  const chances = mira.spell(20).reduce((sum, [, chance]) => sum + chance, 0)
  assert.ok(chances > 0.8 && chances <= 1.000001, String(chances))
})

test('a sign that no word of the table has is not guessed', () => {
  const lesson = taught()
  assert.deepEqual(spellerOf(lesson, 'zoya').spell(3), [])
  assert.ok(spellerOf(lesson, 'zoya').likelihood('ज़ोया') < -9)
})

test('a lesson that was kept spells as it did, and anything else is none', () => {
  const packed = packLessons(new Map([['Latn Deva', learnt]]))
  const read = unpackLessons(packed)?.get('Latn Deva')
  assert.ok(read !== undefined)
  const kept = lessonOf(latin, devanagari, read)
  for (const word of ['rani', 'kamli', 'mirana', 'zoya'])
    assert.deepEqual(spellerOf(kept, word).spell(5), spellerOf(taught(), word).spell(5))
  assert.equal(unpackLessons(packed.subarray(0, packed.length - 9)), null)
  assert.equal(unpackLessons(Uint8Array.of(0xa1, 0x61, 0x61, 0xf5)), null)
  assert.equal(unpackLessons(new Uint8Array()), null)
})
