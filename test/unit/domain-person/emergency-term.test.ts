import assert from 'node:assert/strict'
import { test } from 'node:test'

import { formulary } from '../../../build/demo/seed/formulary.ts'
import { allergyCodes, allergyGroupOf } from '../../../domain/person/allergy-code.ts'
import { Allergy } from '../../../domain/person/allergy.ts'
import { emergencyKinds, emergencyTerm, emergencyTerms } from '../../../domain/person/emergency-term.ts'
import { EMERGENCY_GROUP } from '../../../domain/pharmacy/emergency-rule.ts'
import { PersonId } from '../../../domain/id.ts'

const allergyTo = (group: string): Allergy =>
  Allergy.parse({
    id: group,
    personId: PersonId.parse('01926c00-0000-7000-8000-000000000001'),
    group,
    criticality: 'high',
    verification: 'unconfirmed',
    notedOn: '2026-11-22',
  })

/** Verhoeff's digit at the end of every SNOMED CT identifier (SCTID, Technical Implementation Guide §7.2). */
function hasCheckDigit(code: number): boolean {
  const turn = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]
  const times = (one: number, other: number): number => {
    const [a, b] = [one % 5, other % 5]
    if (one < 5) return other < 5 ? (a + b) % 5 : ((a + b) % 5) + 5
    return other < 5 ? ((a - b + 5) % 5) + 5 : (a - b + 5) % 5
  }
  const digits = Array.from(String(code), Number).toReversed()
  const turned = digits.map((digit, at) =>
    Array.from({ length: at % 8 }).reduce<number>((sum) => turn[sum] ?? 0, digit),
  )
  return turned.reduce((sum, digit) => times(sum, digit), 0) === 0
}

test('every code is an SNOMED CT identifier of a concept, stands once, and takes five bytes of CBOR', () => {
  for (const { code } of emergencyTerms) {
    assert.ok(hasCheckDigit(code), `${code}`)
    assert.match(String(code), /0[0-9]$/, 'the partition of concepts')
    assert.ok(code < 2 ** 32)
  }
  assert.equal(new Set(emergencyTerms.map(({ code }) => code)).size, emergencyTerms.length)
  assert.ok(!hasCheckDigit(91936006))
  for (const kind of emergencyKinds) assert.ok(emergencyTerms.some((term) => term.kind === kind))
})

/** For these no identifier was found that is sure. */
const uncoded = ['antiserum', 'iron', 'nitrate', 'triptan', 'vaccine']

test('whoever has an allergy to a group of the formulary, but for a few, can have it on the card', () => {
  const all = new Set(formulary.flatMap((medicine) => medicine.groups).filter((group) => group !== EMERGENCY_GROUP))
  assert.deepEqual([...all].filter((group) => allergyCodes([allergyTo(group)]) === null).toSorted(), uncoded)
  const groups = [...all].filter((group) => !uncoded.includes(group))
  assert.ok(groups.length > 20)
  for (const group of groups) {
    const codes = allergyCodes([allergyTo(group)])
    assert.ok(codes !== null && codes.length > 0 && codes.length <= 3, group)
    for (const code of codes) assert.equal(allergyGroupOf(code), group)
  }
  assert.equal(allergyCodes([allergyTo('penicillin'), allergyTo('of a newer HIMS')]), null)
  assert.deepEqual(allergyCodes([allergyTo('penicillin'), allergyTo('penicillin')]), [91936005])
  assert.equal(emergencyTerm(1), null)
})
