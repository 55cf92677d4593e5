import assert from 'node:assert/strict'
import { test } from 'node:test'

import type { Person } from '../../../domain/person/person.ts'
import { likeness, mostLikelyOne } from '../../../domain/search/likeness.ts'
import { draft, person } from '../main-service/person.ts'

const today = '2026-11-22'
const held = (abha: string | null): Person => ({ ...person({ latin: 'Simran Kaur' }), abha })
const score = (other: Person, latin = 'Simran Kaur') =>
  likeness({ ...draft({ latin }), abha: '91234567890123' }, other, today).score

test('one ABHA number is one person under any name; another number speaks against it', () => {
  assert.ok(score(held('91234567890123')) >= mostLikelyOne)
  assert.ok(score(held('91234567890123'), 'Harpreet Gill') >= mostLikelyOne)
  assert.ok(score(held('10000000000001')) < score(held(null)))
})

test('a record from before ABHA numbers is as one without', () => {
  const { abha: _, ...old } = held(null)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  assert.equal(score(old as Person), score(held(null)))
})
