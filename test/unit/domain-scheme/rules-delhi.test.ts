import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

import { languages } from '../../../domain/language.ts'
import { checkRules } from '../../../domain/scheme/check-rules.ts'
import { rulesIn } from '../../../domain/scheme/condition.ts'
import { judgeBy } from '../../../domain/scheme/judge.ts'
import type { PersonFacts } from '../../../domain/scheme/known.ts'
import { factsOfRecord } from '../../../domain/scheme/person-facts.ts'
import { sayAnswer, sayMissing, sayReason } from '../../../domain/scheme/say-answer.ts'

const text = readFileSync(new URL('../../../domain/scheme/rules-delhi.json', import.meta.url), 'utf8')
const { file, problems } = checkRules(text)
assert.ok(file !== null, JSON.stringify(problems))
const judge = judgeBy(file)
const today = '2026-11-22'

const kamla: PersonFacts = {
  ...factsOfRecord(
    {
      birth: { kind: 'date', on: '1954-01-04' },
      sex: 'female',
      address: { house: '', locality: 'Trilokpuri', district: 'east', pin: null },
      evidence: { kind: 'aadhaar', signedBy: 'UIDAI', reference: '1234', readOn: '2025-03-03' },
    },
    { government: true, delhiGovernment: true },
  ),
  'delhi-since': { value: '1998', how: 'seen', by: ['voter-card'] },
  'other-government-cover': { value: false, how: 'spoken', by: [] },
}
const answered = judge(kamla, today)
const find = (id: string) => {
  const found = answered.find(({ scheme }) => scheme === id)
  assert.ok(found !== undefined, id)
  return found
}

test('the rules of Delhi are in order but for the sources that nobody has found', () => {
  assert.deepEqual(
    problems.map(({ kind, text: words }) => `${kind}: ${words}`),
    [
      ['farishte', 'still-open'],
      ['cghs', 'dearness'],
      ['jssk', 'six-weeks'],
      ['ntep', 'free-test'],
      ['jsy', 'claim-in-time'],
      ['pmmvy', 'age-of-mother'],
    ].map(([scheme, rule]) => `warning: "${scheme}": "${rule}" has no source and can only answer perhaps`),
  )
})

test('a woman of 72 with a verified Aadhaar is told what she has and what is one paper away', () => {
  assert.equal(find('vay-vandana').answer, 'yes')
  assert.equal(find('free-care').answer, 'yes')
  const kosh = find('arogya-kosh')
  assert.equal(kosh.answer, 'perhaps')
  assert.deepEqual(kosh.missing, [
    { kind: 'answer', fact: 'income', documents: ['income-certificate'] },
    { kind: 'answer', fact: 'ration-card', documents: ['ration-card'] },
  ])
  for (const id of ['farishte', 'jssk', 'ntep', 'rbsk', 'pmsma']) assert.equal(find(id).answer, 'no', id)
})

test('every reason and everything missing can be said in four languages', () => {
  const open = judge({}, today)
  for (const language of languages) {
    const said: readonly string[] = [...answered, ...open].flatMap(({ answer, reasons, missing }) => [
      sayAnswer(answer, language),
      ...reasons.map((reason) => sayReason(reason, file, language)),
      ...missing.map((each) => sayMissing(each, file, language)),
    ])
    assert.ok(said.length > 150)
    assert.deepEqual(
      said.filter((sentence) => sentence.trim() === '' || sentence.includes('⟦') || sentence.includes('undefined')),
      [],
    )
    const script = { en: /[a-z]/, hi: /\p{Script=Devanagari}/u, pa: /\p{Script=Gurmukhi}/u, ur: /\p{Script=Arabic}/u }
    assert.deepEqual(
      said.filter((sentence) => !script[language].test(sentence)),
      [],
    )
  }
  const sentences = find('arogya-kosh').missing.map((each) => sayMissing(each, file, 'en'))
  assert.deepEqual(sentences, [
    'Please ask: How much does the whole family earn in a year? Paper: Income certificate from the SDM',
    'Please ask: Has the family a ration card? Of which kind? Paper: Ration card (National Food Security Card)',
  ])
})

test('every rule names a source that was read, or says that it has none', () => {
  for (const { id, when } of file.schemes) {
    const sourced = rulesIn(when).filter(({ source }) => source !== null)
    assert.ok(sourced.length > 0, `${id} rests on nothing`)
  }
})

test('the same facts give the same answer, to the letter', () => {
  assert.equal(JSON.stringify(judge(kamla, today)), JSON.stringify(judgeBy(file)({ ...kamla }, today)))
})
