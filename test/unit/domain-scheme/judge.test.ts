import assert from 'node:assert/strict'
import { test } from 'node:test'

import type { Condition } from '../../../domain/scheme/condition.ts'
import { judgeBy } from '../../../domain/scheme/judge.ts'
import type { PersonFacts } from '../../../domain/scheme/known.ts'
import { answerTo, fileOf, known, rule, scheme, today } from './fixture.ts'

const yes = rule('yes', 'member', { is: true })
const open = rule('open', 'children', { atLeast: 1 })
const no = rule('no', 'income', { atMost: 10 })
const facts: PersonFacts = { member: known(true), income: known(11) }

const answers = (when: Condition, more: PersonFacts = facts, day = today) => answerTo(when, more, day).answer

test('all, any and not follow Kleene', () => {
  const truth = [
    [{ all: [yes, yes] }, 'yes'],
    [{ all: [yes, open] }, 'perhaps'],
    [{ all: [open, no] }, 'no'],
    [{ all: [yes, no] }, 'no'],
    [{ any: [no, no] }, 'no'],
    [{ any: [no, open] }, 'perhaps'],
    [{ any: [open, yes] }, 'yes'],
    [{ not: yes }, 'no'],
    [{ not: no }, 'yes'],
    [{ not: open }, 'perhaps'],
    [{ not: { all: [yes, open] } }, 'perhaps'],
    [{ not: { any: [no, no] } }, 'yes'],
  ] as const
  for (const [when, answer] of truth) assert.equal(answers(when), answer, JSON.stringify(when))
})

test('the rules that decided are the reasons', () => {
  const names = (when: Condition) =>
    answerTo(when, facts).reasons.map((reason) => (reason.kind === 'rule' ? reason.rule : reason.kind))
  assert.deepEqual(names({ all: [yes, no, open] }), ['no'])
  assert.deepEqual(names({ any: [no, yes, open] }), ['yes'])
  assert.deepEqual(names({ all: [yes, open] }), ['yes', 'open'])
  assert.deepEqual(names({ any: [no, open] }), ['open'])
})

test('what is not known is asked, with the paper that has to be shown', () => {
  const when = rule('open', 'children', { atLeast: 1 }, { by: ['letter'] })
  assert.deepEqual(answerTo(when, {}).missing, [{ kind: 'answer', fact: 'children', documents: ['letter'] }])
  assert.deepEqual(answerTo({ all: [open, when] }, {}).missing, [
    { kind: 'answer', fact: 'children', documents: ['letter'] },
  ])
})

test('a spoken word is not enough where a paper is wanted', () => {
  const when = rule('member', 'member', { is: true }, { by: ['letter'] })
  const told = answerTo(when, { member: known(true) })
  assert.equal(told.answer, 'perhaps')
  assert.deepEqual(told.missing, [{ kind: 'document', fact: 'member', documents: ['letter'], level: 'seen' }])
  assert.equal(answers(when, { member: known(true, 'seen', 'aadhaar') }), 'perhaps')
  assert.equal(answers(when, { member: known(true, 'verified') }), 'perhaps')
  assert.equal(answers(when, { member: known(true, 'spoken', 'letter') }), 'perhaps')
  assert.equal(answers(when, { member: known(true, 'seen', 'aadhaar', 'letter') }), 'yes')
  assert.equal(answers(when, { member: known(true, 'verified', 'letter') }), 'yes')
})

test('a rule can want the issuer’s word', () => {
  const when = rule('member', 'member', { is: true }, { by: ['letter'], level: 'verified' })
  assert.equal(answers(when, { member: known(true, 'seen', 'letter') }), 'perhaps')
  assert.equal(answers(when, { member: known(true, 'verified', 'letter') }), 'yes')
})

test('what somebody says against himself counts as said', () => {
  const when = rule('member', 'member', { is: true }, { by: ['letter'] })
  assert.equal(answers(when, { member: known(false) }), 'no')
  // Under a not, "no" is what helps, and so what has to be proved.
  assert.equal(answers({ not: when }, { member: known(false) }), 'perhaps')
  assert.equal(answers({ not: when }, { member: known(true) }), 'no')
  assert.equal(answers({ not: when }, { member: known(false, 'seen', 'letter') }), 'yes')
  assert.equal(answers({ not: { not: when } }, { member: known(true) }), 'perhaps')
})

test('a rule without a source leaves its answer open', () => {
  const loose = rule('loose', 'member', { is: true }, { source: null })
  for (const value of [true, false]) {
    const answer = answerTo(loose, { member: known(value, 'verified', 'letter') })
    assert.equal(answer.answer, 'perhaps')
    assert.deepEqual(answer.missing, [{ kind: 'source', rule: 'loose' }])
  }
  assert.equal(answers({ all: [loose, no] }), 'no')
  assert.equal(answers({ any: [loose, yes] }), 'yes')
})

test('what nobody asked can say no and never yes', () => {
  assert.equal(answers(rule('hurt', 'hurt', { is: true }), {}), 'no')
  assert.equal(answers({ not: rule('hurt', 'hurt', { is: true }) }, {}), 'perhaps')
  const [reason] = answerTo(rule('hurt', 'hurt', { is: true }), {}).reasons
  assert.equal(reason?.kind === 'rule' ? reason.how : null, 'assumed')
  assert.equal(answers(rule('hurt', 'hurt', { is: true }), { hurt: known(true) }), 'yes')
})

test('of two editions the one of the day counts', () => {
  const when: Condition = {
    all: [
      rule('limit', 'income', { atMost: 220_000 }, { until: '2026-01-01' }),
      rule('limit', 'income', { atMost: 500_000 }, { from: '2026-01-02' }),
    ],
  }
  const earns = { income: known(300_000) }
  assert.equal(answers(when, earns, '2026-01-01'), 'no')
  assert.equal(answers(when, earns, '2026-01-02'), 'yes')
})

test('a rule out of force neither helps nor hinders', () => {
  const later = rule('later', 'income', { atMost: 1 }, { from: '2030-01-01' })
  assert.equal(answers({ all: [yes, later] }), 'yes')
  assert.equal(answers({ any: [no, later] }), 'no')
  assert.deepEqual(answerTo(later, facts).reasons, [{ kind: 'no-rule' }])
})

test('a scheme answers no before it begins and after it is over', () => {
  const judge = judgeBy(fileOf(scheme('short', yes, { from: '2026-01-02', until: '2026-01-03' })))
  const on = (day: string) => judge(facts, day)[0]
  assert.deepEqual(on('2026-01-01')?.reasons, [{ kind: 'not-begun', from: '2026-01-02' }])
  assert.equal(on('2026-01-02')?.answer, 'yes')
  assert.equal(on('2026-01-03')?.answer, 'yes')
  assert.deepEqual(on('2026-01-04')?.reasons, [{ kind: 'over', until: '2026-01-03' }])
})

test('a scheme can hang on another one', () => {
  const judge = judgeBy(fileOf(scheme('more', { all: [yes, { scheme: 'base' }] }), scheme('base', open)))
  assert.deepEqual(
    judge(facts, today).map(({ answer }) => answer),
    ['perhaps', 'perhaps'],
  )
  const [more] = judge(facts, today)
  assert.deepEqual(more?.missing, [{ kind: 'answer', fact: 'children', documents: [] }])
  const both = judge({ ...facts, children: known(2) }, today)
  assert.deepEqual(both[0]?.reasons.at(-1), { kind: 'scheme', scheme: 'base', answer: 'yes' })
})

test('an age at the edge misses the birthday', () => {
  const when = rule('seventy', 'age', { atLeast: { years: 70 } }, { by: ['aadhaar'] })
  const about = answerTo(when, { age: known({ kind: 'age', years: 69, asOf: '2026-06-01' }) })
  assert.equal(about.answer, 'perhaps')
  assert.deepEqual(about.missing, [{ kind: 'exact', fact: 'age', documents: ['aadhaar'] }])
})

test('a group can have days of its own', () => {
  const when: Condition = { any: [no, { all: [yes], from: '2026-01-02', until: '2026-01-03' }] }
  assert.equal(answers(when, facts, '2026-01-01'), 'no')
  assert.equal(answers(when, facts, '2026-01-02'), 'yes')
  assert.equal(answers(when, facts, '2026-01-04'), 'no')
})
