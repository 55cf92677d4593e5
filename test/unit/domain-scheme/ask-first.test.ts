import assert from 'node:assert/strict'
import { test } from 'node:test'

import { asksOf, isOneAway } from '../../../domain/scheme/ask-first.ts'
import { checkRules } from '../../../domain/scheme/check-rules.ts'
import { factsTogether } from '../../../domain/scheme/facts-together.ts'
import { judgeBy } from '../../../domain/scheme/judge.ts'
import type { PersonFacts } from '../../../domain/scheme/known.ts'
import { SchemeFact, factRowId } from '../../../domain/scheme/scheme-fact.ts'
import { parts, rule, scheme, textOf } from './fixture.ts'

const schemes = [
  scheme('one', rule('a', 'member', { is: true }, { by: ['letter'] })),
  scheme('two', { all: [rule('b', 'member', { is: true }), rule('c', 'children', { atLeast: 2 })] }),
  scheme('three', {
    all: [rule('d', 'children', { atLeast: 1 }), rule('e', 'income', { atMost: 9 }), rule('f', 'card', { is: 'red' })],
  }),
]
const { file } = checkRules(textOf({ ...parts, schemes }))
assert.ok(file !== null)
const asks = (facts: PersonFacts) => asksOf(judgeBy(file)(facts, '2026-11-22'), file)

test('what one answer settles is asked before what only brings schemes nearer', () => {
  assert.deepEqual(
    asks({}).map(({ fact, kind, documents, schemes: waiting }) => [fact, kind, documents, waiting]),
    [
      ['member', 'answer', ['letter'], ['one', 'two']],
      ['children', 'answer', [], ['two', 'three']],
      ['card', 'answer', [], ['three']],
      ['income', 'answer', [], ['three']],
    ],
  )
})

test('what was told and lacks its paper is asked for by its paper', () => {
  const told = asks({ member: { value: true, how: 'spoken', by: [] } })
  const [member] = told.filter(({ fact }) => fact === 'member')
  assert.deepEqual(member, { fact: 'member', kind: 'document', documents: ['letter'], level: 'seen', schemes: ['one'] })
  const answers = judgeBy(file)({ member: { value: true, how: 'spoken', by: [] } }, '2026-11-22')
  assert.deepEqual(answers.map(isOneAway), [true, true, false])
})

const personId = '01926c00-0000-7000-8000-000000000001'
const row = (fact: string, known: object | null, at: string) =>
  SchemeFact.parse({ id: `${personId}.${fact}`, personId, fact, known, at, by: 'op-1' })
const record = {
  birth: { kind: 'date', on: '1950-01-02' },
  sex: 'female',
  address: { house: '', locality: '', district: 'north', pin: null },
  evidence: null,
} as const
const [early, late] = ['2026-11-22T05:00:00.000Z', '2026-11-22T06:00:00.000Z']

test('the later word counts, and one that was taken back is none', () => {
  const income = (value: number) => ({ value, how: 'spoken', by: [] })
  const rows = [row('income', income(9), late), row('income', income(7), early), row('wage', null, late)]
  const facts = factsTogether(record, rows)
  assert.deepEqual([facts['income']?.value, facts['wage']], [9, undefined])
  assert.equal(factsTogether(record, [...rows, row('income', null, '2026-11-22T07:00:00.000Z')])['income'], undefined)
  assert.equal(rows[0]?.id, factRowId(rows[0]?.personId ?? row('x', null, late).personId, 'income'))
})

test('a paper proves the birthday it was seen for, and not one that was corrected since', () => {
  const seen = row('age', { value: record.birth, how: 'seen', by: ['aadhaar'] }, late)
  assert.equal(factsTogether(record, [seen])['age']?.how, 'seen')
  const corrected = { ...record, birth: { kind: 'date', on: '1951-01-02' } } as const
  assert.deepEqual(factsTogether(corrected, [seen])['age'], { value: corrected.birth, how: 'spoken', by: [] })
  const aged = { ...record, birth: { kind: 'age', years: 76, asOf: '2026-11-22' } } as const
  assert.equal(factsTogether(aged, [seen])['age']?.how, 'seen', 'a day is better than an age')
})

test('where somebody is treated nobody can talk away', () => {
  const said = row('delhi-hospital', { value: false, how: 'spoken', by: [] }, late)
  assert.equal(factsTogether(record, [said])['delhi-hospital']?.value, true)
})
