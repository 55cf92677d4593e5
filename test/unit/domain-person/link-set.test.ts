import assert from 'node:assert/strict'
import { test } from 'node:test'

import { array, assert as holds, constantFrom, property, tuple } from 'fast-check'

import { OperatorId, PersonId, uuidV7 } from '../../../domain/id.ts'
import { linkRefusal, linkSet } from '../../../domain/person/link-set.ts'

const id = (at: number): PersonId => PersonId.parse(uuidV7(1_700_000_000_000 + at, new Uint8Array(10)))
const [a, b, c, d] = [id(1), id(2), id(3), id(4)]

const link = (kept: PersonId, merged: PersonId) => ({ kept, merged, undone: null })

test('a chain of merged records ends in one', () => {
  // B was taken into A, and A later into C.
  const set = linkSet([link(a, b), link(c, a)])
  for (const each of [a, b, c]) assert.equal(set.canonical(each), c)
  assert.deepEqual(set.all(b), [c, a, b])
  assert.deepEqual(set.all(d), [d])
})

test('taking a link back separates exactly what it joined', () => {
  const undone = { at: '2026-11-22T06:00:00.000Z', by: OperatorId.parse('clerk'), reason: '' }
  const set = linkSet([link(a, b), { kept: c, merged: a, undone }])
  assert.deepEqual([set.canonical(a), set.canonical(b), set.canonical(c)], [a, a, c])
})

test('a circle and a second link are refused with a reason', () => {
  assert.equal(linkRefusal([link(a, b)], { kept: b, merged: a }), 'already-one')
  assert.equal(linkRefusal([link(a, b), link(b, c)], { kept: c, merged: a }), 'already-one')
  assert.equal(linkRefusal([link(a, b)], { kept: a, merged: a }), 'already-one')
  assert.equal(linkRefusal([link(a, b)], { kept: c, merged: b }), 'already-linked')
  assert.equal(linkRefusal([link(a, b)], { kept: c, merged: a }), null)
})

test('any links, circles too, give every record of one person the same one to keep', () => {
  const people = [a, b, c, d, id(5), id(6)]
  const any = array(tuple(constantFrom(...people), constantFrom(...people)), { maxLength: 8 })
  holds(
    property(any, (pairs) => {
      const set = linkSet(pairs.map(([kept, merged]) => link(kept, merged)))
      for (const [kept, merged] of pairs) assert.equal(set.canonical(kept), set.canonical(merged))
      for (const each of people) {
        assert.equal(set.all(each).includes(each), true)
        assert.deepEqual(set.all(set.canonical(each)), set.all(each))
      }
    }),
    { numRuns: 1000 },
  )
})

test('links that are made one after another and taken back leave nothing behind', () => {
  const people = [a, b, c, d]
  const steps = array(tuple(constantFrom(...people), constantFrom(...people)), { maxLength: 6 })
  holds(
    property(steps, (pairs) => {
      const made: { kept: PersonId; merged: PersonId; undone: null }[] = []
      const before: string[] = []
      const stateOf = () => JSON.stringify(people.map((each) => linkSet(made).all(each)))
      for (const [kept, merged] of pairs) {
        if (linkRefusal(made, { kept, merged }) !== null) continue
        before.push(stateOf())
        made.push(link(kept, merged))
      }
      while (made.length > 0) {
        made.pop()
        assert.equal(stateOf(), before.pop())
      }
    }),
    { numRuns: 500 },
  )
})
