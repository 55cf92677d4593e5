import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

import type { Evidence } from '../../../domain/person/person.ts'
import { factsOfRecord } from '../../../domain/scheme/person-facts.ts'
import { readFacts } from '../../../domain/scheme/read-facts.ts'
import { RuleFile } from '../../../domain/scheme/rule-file.ts'

const file = RuleFile.parse(
  JSON.parse(readFileSync(new URL('../../../domain/scheme/rules-delhi.json', import.meta.url), 'utf8')),
)
const record = (kind: Evidence['kind'] | null, signedBy: string | null) =>
  factsOfRecord(
    {
      birth: { kind: 'age', years: 40, asOf: '2026-11-22' },
      sex: 'unknown',
      address: { house: '', locality: 'Noida', district: null, pin: null },
      evidence: kind === null ? null : { kind, signedBy, reference: '1', readOn: '2026-11-22' },
    },
    { government: true, delhiGovernment: false },
  )

test('a record tells what it knows, and its facts are those of the rule file', () => {
  const facts = record(null, null)
  assert.deepEqual(Object.keys(facts).toSorted(), ['age', 'delhi-hospital', 'government-hospital'])
  assert.ok(readFacts(facts, file).ok)
  assert.equal(facts['delhi-hospital']?.value, false)
})

test('only an Aadhaar proves an age by Aadhaar, and only its signature verifies it', () => {
  const how = (kind: Evidence['kind'] | null, signedBy: string | null) => {
    const age = record(kind, signedBy)['age']
    return [age?.how, ...(age?.by ?? [])]
  }
  assert.deepEqual(how(null, null), ['spoken'])
  assert.deepEqual(how('abha', null), ['spoken'])
  assert.deepEqual(how('claim-169', 'Nation'), ['verified'])
  assert.deepEqual(how('aadhaar', null), ['seen', 'aadhaar'])
  assert.deepEqual(how('aadhaar', 'UIDAI'), ['verified', 'aadhaar'])
})

test('facts of a file are read strictly', () => {
  const problems = (value: unknown) => {
    const read = readFacts(value, file)
    return read.ok ? [] : read.problem
  }
  assert.deepEqual(problems({ income: { value: 5, how: 'seen', by: ['income-certificate'] } }), [])
  assert.deepEqual(problems({ wealth: { value: 5, how: 'seen' } }), ['wealth: there is no such fact'])
  assert.deepEqual(problems({ income: { value: 'much', how: 'spoken' } }), [
    'income: this value does not fit the kind rupees',
  ])
  assert.deepEqual(problems({ income: { value: 5, how: 'seen', by: ['stone'] } }), [
    'income: there is no document "stone"',
  ])
  assert.equal(problems({ income: { value: 5, how: 'dreamt' } }).length, 1)
})
