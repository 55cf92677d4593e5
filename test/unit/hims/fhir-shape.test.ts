import assert from 'node:assert/strict'
import { test } from 'node:test'

import { resourceShape } from '../../../hims/fhir/shape/shape.ts'
import { resourceTypes } from '../../../hims/fhir/type-table.ts'
import { generateResource, seeded } from '../../fake/fhir/generate.ts'
import { faultsByDefinition } from '../../fake/fhir/validator.ts'

const EACH = 15

const target = (type: string): string | null =>
  type === 'Patient' ? 'Patient/0197a3c2-5a00-7b1e-8c1d-2f00aa11bb22' : null

test('what our shapes let through, HL7’s definitions let through too', () => {
  const random = seeded(20261122)
  let passed = 0
  for (const type of resourceTypes) {
    let ofType = 0
    for (let at = 0; at < EACH; at++) {
      const resource = generateResource(type, random, target)
      if (!resourceShape(type).safeParse(resource).success) continue
      assert.deepEqual(faultsByDefinition(resource), [], JSON.stringify(resource))
      ofType++
    }
    assert.ok(ofType > 0, `no ${type} passed`)
    passed += ofType
  }
  assert.ok(passed > resourceTypes.length * EACH * 0.3, `only ${passed} passed`)
})

/** A way to spoil a resource, and whether HL7's definitions see it (they do not know value sets). */
const harms: readonly (readonly [string, object, 'both' | 'ours'])[] = [
  ['an element that is not FHIR', { mood: 'good' }, 'both'],
  ['a wrong type', { status: 7 }, 'both'],
  ['a status that is not one', { status: 'fine' }, 'ours'],
  ['no status', { status: undefined }, 'both'],
  ['a month that is not one', { effectiveDateTime: '2026-13' }, 'ours'],
  ['two values', { valueString: 'a', valueInteger: 1 }, 'ours'],
  ['an empty element', { method: {} }, 'ours'],
  ['an empty list', { note: [] }, 'ours'],
  ['an extension that says nothing', { extension: [{ url: 'urn:x' }] }, 'both'],
  ['a reason for no value beside a value', { valueString: 'a', dataAbsentReason: { text: 'x' } }, 'both'],
  ['a reference to a kind of thing it cannot be of', { encounter: { reference: 'Location/1' } }, 'ours'],
  ['a reference to nothing inside', { performer: [{ reference: '#nobody' }] }, 'ours'],
  ['a period that ends before it begins', { effectivePeriod: { start: '2026-02-02', end: '2026-01-01' } }, 'ours'],
  ['a unit without its system', { valueQuantity: { value: 1, code: 'mg' } }, 'ours'],
  ['a script in its text', { text: { status: 'generated', div: '<div><script>1</script></div>' } }, 'ours'],
]

test('what HL7’s definitions refuse, our shapes refuse, and codes and references besides', () => {
  const good = { resourceType: 'Observation', status: 'final', code: { text: 'Pulse' } }
  assert.ok(resourceShape('Observation').safeParse(good).success)
  assert.deepEqual(faultsByDefinition(good), [])
  for (const [what, harm, seenBy] of harms) {
    const bad: unknown = JSON.parse(JSON.stringify({ ...good, ...harm }))
    assert.equal(resourceShape('Observation').safeParse(bad).success, false, what)
    const seen = faultsByDefinition({ ...good, ...harm }).length > 0
    if (seenBy === 'both') assert.ok(seen, `${what}: HL7's definitions do not see it`)
  }
})
