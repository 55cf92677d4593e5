import assert from 'node:assert/strict'
import { test } from 'node:test'

import { checkRules } from '../../../domain/scheme/check-rules.ts'
import type { Condition } from '../../../domain/scheme/condition.ts'
import { parts, problemsIn, rule, scheme, textOf, words } from './fixture.ts'

const used = rule('used', 'member', { is: true }, { by: ['letter'] })
const file = (when: object, more: object = {}) => ({ ...parts, schemes: [scheme('one', when, more)] })

/** Without the warnings about parts of the fixture that no rule uses. */
const said = (value: object): readonly string[] => problemsIn(value).filter((text) => !text.includes('no rule uses'))
const says = (when: object, text: string, more: object = {}) =>
  assert.ok(said(file(when, more)).includes(text), JSON.stringify(said(file(when, more))))

test('a file in order has nothing to mend but what it doesn’t use', () => {
  assert.deepEqual(said(file(used)), [])
  assert.ok(problemsIn(file(used)).includes('warning: no rule uses "income" of facts'))
  assert.ok(checkRules(textOf(file(used))).file !== null)
})

test('a mistake in the JSON is shown on its line', () => {
  const { file: none, problems } = checkRules('{\n  "format": 1,\n  "version" 2\n}')
  assert.equal(none, null)
  assert.equal(problems[0]?.line, 3)
  const twice = checkRules('{\n  "format": 1,\n  "format": 1\n}').problems
  assert.ok(twice.some(({ line, text }) => line === 3 && text === '"format" stands twice here'))
})

test('a mistake in the shape is shown on its line, in the form that was meant', () => {
  const bad = file({ all: [used, { ...rule('bad', 'member', { is: true }), words: { ...words('x'), ur: ' ' } }] })
  const text = textOf(bad)
  const [problem] = checkRules(text).problems
  assert.match(problem?.text ?? '', /^schemes\.0\.when\.all\.1\.words\.ur: /)
  assert.match(text.split('\n')[(problem?.line ?? 0) - 1] ?? '', /"ur": " "/)
  const missing = file({ ...rule('bad', 'member', { is: true }), words: { en: 'x', hi: 'अ', pa: 'ਅ' } })
  assert.ok(said(missing).some((each) => each.startsWith('error: schemes.0.when.words.ur: ')))
  assert.ok(said(file({ ...rule('bad', 'member', { is: true }), colour: 1 })).some((each) => each.includes('colour')))
})

test('names that lead nowhere', () => {
  says(rule('r', 'nobody', { is: true }), 'error: there is no fact "nobody"')
  says(rule('r', 'member', { is: true }, { by: ['stone'] }), 'error: there is no document "stone"')
  says({ ...rule('r', 'member', { is: true }), source: 'rumour' }, 'error: there is no source "rumour"')
  says({ scheme: 'two' }, 'error: there is no scheme "two"')
  says({ scheme: 'one' }, 'error: "one" hangs on its own answer')
  says(
    { not: { scheme: 'one' } },
    'error: another scheme cannot stand under "not": its proofs would count the wrong way',
  )
})

test('a rule without a source is only warned of', () => {
  const loose = file(rule('loose', 'member', { is: true }, { source: null }))
  assert.deepEqual(said(loose), ['warning: "one": "loose" has no source and can only answer perhaps'])
  assert.ok(checkRules(textOf(loose)).file !== null)
})

test('tests that cannot be asked of their fact', () => {
  says(rule('r', 'member', { atLeast: 3 }), 'error: "atLeast" cannot be asked of "member", which is of the kind yes-no')
  says(rule('r', 'member', { is: 'red' }), 'error: "is" of "member" needs true or false')
  says(rule('r', 'card', { oneOf: ['red', 'green'] }), 'error: "green" is no choice of "card"')
  says(rule('r', 'age', { atLeast: 70 }), 'error: "atLeast" of "age" needs a time such as {"years": 70}')
  says(rule('r', 'income', { below: { years: 1 } }), 'error: "below" of "income" needs a number')
  says(
    rule('r', 'card', { oneOf: ['red', 'blue', 'none'] }),
    'warning: every choice of "card" passes: this rule decides nothing',
  )
})

test('rules that can never be reached', () => {
  const never = (one: Condition, other: Condition, a: string, b: string) =>
    says({ all: [one, other] }, `error: "${b}" and "${a}" can never both hold`)
  never(rule('a', 'income', { atMost: 10 }), rule('b', 'income', { above: 10 }), 'a', 'b')
  never(rule('a', 'age', { below: { years: 18 } }), rule('b', 'age', { atLeast: { years: 70 } }), 'a', 'b')
  never(rule('a', 'card', { is: 'red' }), rule('b', 'card', { oneOf: ['blue', 'none'] }), 'a', 'b')
  never(rule('a', 'member', { is: true }), rule('b', 'member', { is: false }), 'a', 'b')
  assert.deepEqual(said(file({ all: [rule('a', 'income', { atMost: 10 }), rule('b', 'income', { atLeast: 10 })] })), [])
  says(
    { any: [used, rule('again', 'member', { is: true }, { by: ['letter'] })] },
    'warning: this alternative stands here before and is never reached',
  )
  const period = { from: '2026-02-01', until: '2026-01-01' }
  says(rule('r', 'member', { is: true }, period), 'error: "r" ends before it begins and is never asked')
  says(used, 'error: "one" ends before it begins', period)
  says(
    rule('r', 'member', { is: true }, { until: '2019-12-31' }),
    'error: "r" is never asked: "one" is not in force then',
    {
      from: '2020-01-01',
    },
  )
})

test('editions of a rule meet without a day between or in common', () => {
  const limit = (from: string | undefined, until: string | undefined) =>
    rule(
      'limit',
      'income',
      { atMost: 5 },
      { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) },
    )
  assert.deepEqual(said(file({ all: [limit(undefined, '2025-12-31'), limit('2026-01-01', undefined)] })), [])
  says(
    { all: [limit('2026-01-01', undefined), limit(undefined, '2026-01-01')] },
    'error: two editions of "limit" are in force on 2026-01-01',
  )
  says(
    { all: [limit(undefined, undefined), limit('2026-01-01', undefined)] },
    'error: two editions of "limit" are in force on 2026-01-01',
  )
  says(
    { all: [limit(undefined, '2025-12-30'), limit('2026-01-01', undefined)] },
    'warning: no edition of "limit" is in force from 2025-12-31 to the day before 2026-01-01',
  )
  says(
    { all: [limit(undefined, '2025-12-31'), { any: [limit('2026-01-01', undefined)] }] },
    'error: "one" has the rule "limit" in two places; editions stand side by side',
  )
})

test('texts left untranslated', () => {
  const half = { ...words('Bed'), hi: 'Free bed' }
  assert.ok(said(file(used, { names: half })).includes('warning: hi: "Free bed" is not written in its own script'))
  const digits = { ...words('Bed'), ur: 'بستر ۷۰' }
  assert.ok(said(file(used, { names: digits })).some((each) => each.startsWith('error: ur: write digits')))
})

test('names used twice', () => {
  const twice = { ...parts, schemes: [scheme('one', used), scheme('one', used)] }
  assert.ok(said(twice).includes('error: schemes has "one" twice'))
})

test('a rule that leaves its neighbours alone on some days', () => {
  const late = rule('late', 'income', { atMost: 5 }, { from: '2026-01-01' })
  says({ all: [used, late] }, 'warning: nobody asks "late" before 2026-01-01; is that meant?')
  const early = rule('early', 'income', { atMost: 5 }, { until: '2026-01-01' })
  says({ all: [used, early] }, 'warning: nobody asks "early" after 2026-01-01; is that meant?')
  assert.deepEqual(said(file({ all: [used, late] }, { from: '2026-01-01' })), [])
  assert.deepEqual(said(file({ any: [used, { all: [late], from: '2026-01-01' }] })), [])
  says({ all: [used], from: '2026-01-02', until: '2026-01-01' }, 'error: this group ends before it begins')
})
