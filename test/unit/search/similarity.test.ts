import assert from 'node:assert/strict'
import { test } from 'node:test'

import { similarity } from '../../../domain/search/similarity.ts'

// Winkler 1990, Table 1, to three places.
for (const [left, right, wanted] of [
  ['SHACKLEFORD', 'SHACKELFORD', 0.982],
  ['DUNNINGHAM', 'CUNNIGHAM', 0.896],
  ['NICHLESON', 'NICHULSON', 0.956],
  ['MARTHA', 'MARHTA', 0.961],
  ['DWAYNE', 'DUANE', 0.84],
  ['DIXON', 'DICKSONX', 0.813],
] as const)
  test(`Jaro-Winkler of ${left} and ${right}`, () => {
    assert.equal(Math.round(similarity(left, right) * 1000) / 1000, wanted)
    assert.equal(similarity(right, left), similarity(left, right))
  })

test('the ends of the measure', () => {
  assert.equal(similarity('', ''), 1)
  assert.equal(similarity('', 'ram'), 0)
  assert.equal(similarity('ram', 'ram'), 1)
  assert.equal(similarity('abc', 'xyz'), 0)
})
