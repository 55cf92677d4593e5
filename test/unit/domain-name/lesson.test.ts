import assert from 'node:assert/strict'
import { test } from 'node:test'

import { devanagari } from '../../../domain/name/devanagari.ts'
import { latin } from '../../../domain/name/latin.ts'
import { learn, LESSON_PARTS } from '../../../domain/name/lesson.ts'
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

function taught() {
  const parts = learn(latin, devanagari, words)
  for (let part = 1; ; part += 1) {
    const next = parts.next()
    if (next.done === true) return { part, lesson: next.value }
  }
}

test('a lesson spells what it was taught and what is like it', () => {
  const { part, lesson } = taught()
  assert.equal(part, LESSON_PARTS)
  for (const { from, to } of words) assert.equal(spellerOf(lesson, from).spell(3)[0]?.[0], to)
  assert.equal(spellerOf(lesson, 'rani').spell(3)[0]?.[0], 'रानी')
})

test('what is written as the table writes is likelier than what is not', () => {
  const { lesson } = taught()
  const mira = spellerOf(lesson, 'mira')
  assert.ok(mira.likelihood('मीरा') > mira.likelihood('मिरा'))
  assert.ok(mira.likelihood('मिरा') > mira.likelihood('कखगघ'))
  const chances = mira.spell(20).reduce((sum, [, chance]) => sum + chance, 0)
  assert.ok(chances > 0.8 && chances <= 1.000001, String(chances))
})

test('a sign that no word of the table has is not guessed', () => {
  const { lesson } = taught()
  assert.deepEqual(spellerOf(lesson, 'zoya').spell(3), [])
  assert.ok(spellerOf(lesson, 'zoya').likelihood('ज़ोया') < -9)
})
