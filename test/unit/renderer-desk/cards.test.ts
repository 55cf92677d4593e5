import assert from 'node:assert/strict'
import { test } from 'node:test'

import { shapeOf, standingOf } from '../../../renderer/desk/card/card-standing.ts'
import { readFact, readFacts } from '../../../renderer/desk/card/fact-text.ts'

const today = '2026-11-22'

test('a card ends by itself, and a status of a newer HIMS is said to be unknown', () => {
  const standing = (status: string, expires: string) => standingOf({ status, expires }, today)
  assert.equal(standing('active', '2026-11-22'), 'active')
  assert.equal(standing('active', '2026-11-21'), 'expired')
  assert.equal(standing('lost', '2026-11-21'), 'lost')
  assert.equal(standing('frozen', '2030-01-01'), 'other')
  assert.equal(shapeOf.revoked, 'stop')
})

test('what is typed is compared once it can be', () => {
  assert.equal(readFact('phone', '', today), null)
  assert.equal(readFact('phone', '32', today), 'unreadable')
  assert.deepEqual(readFact('phone', '३२१०', today), { fact: 'phone', digits: '3210' })
  assert.deepEqual(readFact('abha', '91-2345-6789-0123', today), { fact: 'abha', digits: '91234567890123' })
  assert.deepEqual(readFact('birth', '06041991', today), { fact: 'birth', birth: { kind: 'date', on: '1991-04-06' } })
  assert.equal(readFact('birth', '31/02/1991', today), 'unreadable')
  const read = readFacts(
    { phone: '3210', birth: 'soon', guardian: ' Harjinder ' },
    ['phone', 'birth', 'guardian'],
    today,
  )
  assert.deepEqual(
    read.map(({ fact }) => fact),
    ['phone', 'guardian'],
  )
})
