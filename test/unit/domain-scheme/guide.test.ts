import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

import { Rule } from '../../../domain/scheme/condition.ts'
import { Fact } from '../../../domain/scheme/rule-file.ts'

const guide = readFileSync(new URL('../../../docs/scheme-rules.md', import.meta.url), 'utf8')

test('the examples of the editor’s guide are what the reader takes', () => {
  const [fact, rule, ...more] = Array.from(guide.matchAll(/```json\n(.*?)```/gs), ([, text = '']): unknown =>
    JSON.parse(text),
  )
  assert.deepEqual(Fact.safeParse(fact).error?.issues ?? [], [])
  assert.deepEqual(Rule.safeParse(rule).error?.issues ?? [], [])
  assert.equal(more.length, 0)
})
