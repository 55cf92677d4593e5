import assert from 'node:assert/strict'
import { test } from 'node:test'

import { localities } from '../../../domain/place/locality.ts'
import { suggestPlaces } from '../../../domain/place/suggest-place.ts'
import type { UsedPlace } from '../../../domain/place/suggest-place.ts'

const used: readonly UsedPlace[] = [
  { locality: 'Seemapuri', ward: 'Ward 224', district: 'shahdara', pin: '110095', times: 9 },
  { locality: 'Seelampur', ward: '', district: 'north-east', pin: '110053', times: 30 },
]
const names = (typed: string, here = used) => suggestPlaces(typed, here).map(({ locality }) => locality)

test('every colony of the table is first among those that begin like it', () => {
  for (const { name } of localities) assert.ok(names(name, []).slice(0, 3).includes(name), name)
})

test('what this desk wrote down most comes first, and once', () => {
  assert.deepEqual(names('see').slice(0, 2), ['Seelampur', 'Seemapuri'])
  assert.equal(names('seelampur').filter((name) => name === 'Seelampur').length, 1)
  assert.equal(suggestPlaces('seema', used)[0]?.ward, 'Ward 224')
  assert.deepEqual(names(''), ['Seelampur', 'Seemapuri'])
  assert.deepEqual(names('', []), [])
})

test('a colony is found in any script, by a later word, by its pin and by its ward', () => {
  assert.equal(names('शाहदरा', [])[0], 'Shahdara')
  assert.equal(names('سیلم پور', [])[0], 'Seelampur')
  assert.equal(names('ਲਕਸ਼ਮੀ', [])[0], 'Laxmi Nagar')
  assert.ok(names('vihar pha', []).includes('Mayur Vihar Phase 1'))
  assert.ok(names('110095', []).includes('Vivek Vihar'))
  assert.equal(names('ward 224')[0], 'Seemapuri')
  assert.deepEqual(names('zzyzx'), [])
})
