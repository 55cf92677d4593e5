import assert from 'node:assert/strict'
import { test } from 'node:test'

import { CoverageIn, coverageFromResource, coverageResource } from '../../../domain/fhir/coverage.ts'
import { coverageOf } from '../../../domain/scheme/confirm.ts'
import { judgeBy } from '../../../domain/scheme/judge.ts'
import { resourceShape } from '../../../hims/fhir/shape/shape.ts'
import { fileOf, known, rule, scheme, today } from './fixture.ts'

const file = fileOf(scheme('one', rule('r', 'member', { is: true }, { by: ['letter'] }), { kind: 'programme' }))
const facts = { member: known(true, 'seen', 'letter'), income: known(5) }
const id = '0197a3c2-5a00-7b1e-8c1d-2f00aa11bb22'
const confirmation = {
  id,
  personId: '0197a3c2-5a00-7b1e-8c1d-2f00aa11bb33',
  operator: 'desk-7',
  at: '2026-11-22T05:00:00.000Z',
  today,
  until: '2027-11-21',
  subscriberId: 'AB 12',
  seq: 4,
}
function confirmed(changed: Partial<typeof confirmation> = {}, told = facts) {
  const [answer] = judgeBy(file)(told, today)
  assert.ok(answer !== undefined)
  return coverageOf(answer, file, told, { ...confirmation, ...changed })
}

test('a yes becomes a cover that says how it was proved, and by which rules', () => {
  const coverage = confirmed()
  assert.deepEqual(coverage?.proved, [{ fact: 'member', how: 'seen', by: ['letter'] }])
  assert.deepEqual(coverage?.rules, { version: 3, seq: 4 })
  assert.equal(coverage?.kind, 'programme')
})

test('a perhaps becomes none', () => {
  assert.equal(confirmed({}, { ...facts, member: known(true) }), null)
})

test('a cover is a FHIR Coverage and comes back the same', () => {
  const row = confirmed()
  assert.ok(row !== null)
  const resource = coverageResource({ row, version: 2, changedAt: confirmation.at })
  assert.deepEqual(resourceShape('Coverage').safeParse(resource).error?.issues ?? [], [])
  assert.deepEqual(coverageFromResource(CoverageIn.parse(resource), { id, today }), { ok: true, value: row })
})

test('a FHIR Coverage of another system is read as far as it goes, or refused', () => {
  const foreign = {
    resourceType: 'Coverage',
    status: 'active',
    type: { coding: [{ system: 'urn:hims:scheme', code: 'one' }] },
    beneficiary: { reference: `Patient/${confirmation.personId}` },
    payor: [{ reference: 'Organization/payer' }],
  }
  const read = coverageFromResource(CoverageIn.parse(foreign), { id, today })
  assert.ok(read.ok)
  assert.equal(read.value.rules, null)
  assert.deepEqual(read.value.period, { start: today, end: null })
  const without = (changed: object) => coverageFromResource(CoverageIn.parse({ ...foreign, ...changed }), { id, today })
  const nameless = without({ type: { text: 'insurance' } })
  assert.equal(nameless.ok ? null : nameless.problem.expression, 'Coverage.type')
  assert.equal(without({ beneficiary: { reference: 'Group/1' } }).ok, false)
  assert.equal(without({ period: { start: '2026-02-01', end: '2026-01-01' } }).ok, false)
})
