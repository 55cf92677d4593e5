import assert from 'node:assert/strict'
import { test } from 'node:test'

import { ScanAnswer } from '../../../contract/shell.ts'
import { PersonId } from '../../../domain/id.ts'
import { freshPharmacy, opens, pharmacyDoes } from '../../../renderer/pharmacy/pharmacy-state.ts'
import type { PharmacyAction } from '../../../renderer/pharmacy/pharmacy-state.ts'
import { amountOf } from '../../../renderer/pharmacy/pick/amount-of.ts'
import { verdictOf } from '../../../renderer/pharmacy/scan/verdict.ts'

const id = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`

const person = (n: number) => ({
  id: PersonId.parse(id(n)),
  name: { latin: 'Ramesh Kumar', own: null },
  sex: 'male',
  birth: { kind: 'date', on: '1968-03-14' },
  phone: null,
  address: { house: '', locality: '', district: null, pin: null },
  guardian: null,
  language: 'hi',
  registeredAt: '2026-11-22T03:00:00.000Z',
})

const facts = {
  cardId: '9f31b7ac00112233',
  statusIndex: 1,
  issued: '2024-01-01',
  expires: '2026-01-01',
  kid: '0a0b',
  core: null,
  emergency: { kind: 'none' },
} as const

const answer = (kind: string, n: number | null, source = 'card'): ScanAnswer =>
  ScanAnswer.parse({
    card: {
      kind,
      ...(['valid', 'expired', 'revoked'].includes(kind) ? { card: facts } : {}),
      ...(kind === 'revoked' ? { reason: 'lost' } : {}),
    },
    person: n === null ? null : person(n),
    source,
    device: null,
  })

const after = (...actions: readonly PharmacyAction[]) => actions.reduce(pharmacyDoes, freshPharmacy)

test('a genuine card opens its person’s list, a revoked or altered one nobody’s', () => {
  assert.equal(opens(answer('valid', 1)), id(1))
  assert.equal(opens(answer('expired', 1)), id(1))
  assert.equal(opens(answer('not-a-card', 1, 'slip')), id(1))
  assert.equal(opens(answer('revoked', 1)), null)
  assert.equal(opens(answer('valid', null)), null)
})

test('a card that opens nobody leaves the list that is open', () => {
  const picking = after({ kind: 'opened', person: PersonId.parse(id(1)) }, { kind: 'wanted', item: 'x', quantity: 5 })
  const scanned = pharmacyDoes(picking, { kind: 'scanned', answer: answer('altered', null) })
  assert.deepEqual(scanned.pick, picking.pick)
  assert.equal(scanned.scanned?.card.kind, 'altered')
})

test('the same person’s card keeps what was typed, another’s starts afresh', () => {
  const picking = after({ kind: 'opened', person: PersonId.parse(id(1)) }, { kind: 'wanted', item: 'x', quantity: 5 })
  const again = pharmacyDoes(picking, { kind: 'scanned', answer: answer('valid', 1) })
  assert.deepEqual(again.pick?.wanted, { x: 5 })
  const other = pharmacyDoes(picking, { kind: 'scanned', answer: answer('valid', 2) })
  assert.deepEqual([other.pick?.person, other.pick?.wanted], [id(2), {}])
})

test('giving ends the list and the next person starts with nothing of the last', () => {
  const done = after(
    { kind: 'opened', person: PersonId.parse(id(1)) },
    { kind: 'given', given: { name: { latin: 'Ramesh Kumar', own: null }, count: 3, papers: [], owed: false } },
  )
  assert.equal(done.pick, null)
  assert.deepEqual(pharmacyDoes(done, { kind: 'next-person' }), freshPharmacy)
})

test('every answer has its shape', () => {
  const shape = (kind: string, n: number | null, source?: string) => {
    const verdict = verdictOf(answer(kind, n, source))
    return [verdict.kind, verdict.name]
  }
  assert.deepEqual(shape('valid', 1), ['ok', 'valid'])
  assert.deepEqual(shape('valid', null), ['wait', 'not-here'])
  assert.deepEqual(shape('expired', 1), ['care', 'expired'])
  assert.deepEqual(shape('revoked', null), ['stop', 'revoked'])
  assert.deepEqual(shape('altered', null), ['stop', 'altered'])
  assert.deepEqual(shape('unknown-issuer', null), ['care', 'unknown-issuer'])
  assert.deepEqual(shape('newer-format', null), ['care', 'newer-format'])
  assert.deepEqual(shape('not-a-card', null), ['care', 'not-a-card'])
  assert.deepEqual(shape('not-a-card', 1, 'slip'), ['ok', 'slip'])
})

test('an amount is whole and within what may be given', () => {
  assert.deepEqual(
    ['0', '10', '30', '31', '', '1.5', '-1'].map((text) => amountOf(text, 30)),
    [0, 10, 30, null, null, null, null],
  )
})
