import * as fc from 'fast-check'
import assert from 'node:assert/strict'
import { test } from 'node:test'

import { foldName } from '../../../domain/search/fold.ts'
import { normalise } from '../../../domain/search/normalise.ts'
import { remembered } from '../../../domain/search/remembered.ts'

const text = fc
  .array(
    fc.oneof(fc.constantFrom(' ', '  ', '\t', '\u200d', '\u0301', 'ك', 'ي', 'ि', 'ं', 'क', '५', 'Ⅳ', 'é'), fc.string()),
  )
  .map((parts) => parts.join(''))

test('what is worked out piece by piece is what it was as a whole', () => {
  const whole = (name: string) => normalise(name.replaceAll(' ', '\u00a0')).replaceAll('\u00a0', ' ')
  fc.assert(
    fc.property(text, (name) => assert.equal(normalise(name), whole(name))),
    { numRuns: 3000, seed: 7 },
  )
  fc.assert(
    fc.property(text, text, (one, other) =>
      assert.deepEqual(foldName(`${one} ${other}`), [...foldName(one), ...foldName(other)]),
    ),
    { numRuns: 1000, seed: 7 },
  )
})

test('a text is worked on once, however often it is asked for, and a flood of texts is forgotten', () => {
  let worked = 0
  const length = remembered((name) => ((worked += 1), name.length))
  for (let at = 0; at < 50; at += 1) assert.equal(length('padma'), 5)
  assert.equal(worked, 1)
  for (let at = 0; at < 25_000; at += 1) length(String(at))
  length('padma')
  assert.equal(worked, 25_002)
})
