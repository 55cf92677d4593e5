import assert from 'node:assert/strict'
import { test } from 'node:test'

import * as fc from 'fast-check'

import { makePeople } from '../../../build/demo/seed/people.ts'
import { randomFrom } from '../../../build/demo/seed/random.ts'
import { writeCbor } from '../../../domain/wire/codec/cbor-write.ts'
import { readPage, writePage } from '../../../domain/wire/codec/page.ts'
import type { Change } from '../../../domain/wire/sync.ts'

const people = makePeople(randomFrom('page'), '2026-11-22', 600).map((row, at): Change => {
  return { cursor: 7 + 3 * at, table: 'person', id: row.id, version: 1 + (at % 3), row }
})
const items = people.slice(0, 40).map(({ id }, at): Change => {
  const row = {
    id: `x${at}`,
    personId: id,
    status: 'active',
    items: Array.from({ length: at % 4 }, (_, n) => ({ id, n, days: 5 })),
  }
  return { cursor: 8 + 3 * at, table: 'prescription', id: row.id, version: 1, row }
})

test('people and papers come back as they were, in the order of their cursors', () => {
  const changes = [...people, ...items]
  const read = readPage(writePage(changes))
  assert.ok(read.ok)
  assert.deepEqual(
    read.value,
    changes.toSorted((one, other) => one.cursor - other.cursor),
  )
})

test('rows of any shape come back: fields that some lack, nulls, mixed kinds, nested lists, odd texts', () => {
  const row = fc.oneof(
    fc.dictionary(
      fc.string({ maxLength: 3 }).filter((key) => key !== '__proto__'),
      fc.string(),
      { maxKeys: 4 },
    ),
    fc.record(
      {
        id: fc.string(),
        when: fc
          .date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })
          .map((date) => date.toISOString()),
        count: fc.maxSafeInteger(),
        text: fc.option(fc.string()),
        list: fc.array(fc.record({ a: fc.integer(), b: fc.option(fc.uuid()) }), { maxLength: 4 }),
        odd: fc.constantFrom('a\u001fb', 'ok', ''),
      },
      { requiredKeys: [] },
    ),
    fc.jsonValue().filter((any) => !JSON.stringify(any).includes('__proto__')),
  )
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
      const changes = rows.map((one, at) => {
        return {
          cursor: at + 1,
          table: at % 2 === 0 ? 'a' : 'b',
          id: `r${at}`,
          version: 1,
          row: JSON.parse(JSON.stringify(one)),
        }
      })
      const read = readPage(writePage(changes))
      assert.ok(read.ok)
      assert.deepEqual(JSON.parse(JSON.stringify(read.value)), JSON.parse(JSON.stringify(changes)))
    }),
    { numRuns: 1500 },
  )
})

test('a page cut anywhere, or with any byte turned, is refused or read without throwing', () => {
  const page = writePage([...people.slice(0, 20), ...items])
  for (let at = 0; at < page.length; at++) {
    assert.equal(readPage(page.subarray(0, at)).ok, false)
    const bent = page.slice()
    bent[at] = (bent[at] ?? 0) ^ 0x41
    readPage(bent)
  }
})

const one = ['t', 1, [0, 'r'], [0, 1], [0, 1]]
const hostile: readonly (readonly [string, unknown])[] = [
  ['no list', {}],
  ['an unknown kind of column', [[...one, [77]]]],
  ['too many rows', [['t', 5001, [0, 'r'], [0, 1], [0, 1], [0, {}]]]],
  [
    'too many rows in many tables',
    Array.from({ length: 3 }, (_, at) => [`t${at}`, 2000, [0, 'r'], [0, 1], [0, 1], [0, {}]]),
  ],
  ['a cursor of nothing', [['t', 1, [0, 'r'], [0, 1], [0, 0], [0, {}]]]],
  ['a cursor that is half', [['t', 1, [0, 'r'], [0, 1], [0, 1.5], [0, {}]]]],
  ['a version that is text', [['t', 1, [0, 'r'], [0, 'v'], [0, 1], [0, {}]]]],
  ['an id that is none', [['t', 1, [0, null], [0, 1], [0, 1], [0, {}]]]],
  ['texts that do not add up', [[...one, [4, 'a\u001fb']]]],
  ['a mask that is too short', [[...one, [1, new Uint8Array(0), [0, 1]]]]],
  ['JSON that is none', [[...one, [9, '[']]]],
  ['lists of a negative length', [[...one, [3, [0, -1], [0, 1]]]]],
  ['lists without end', [[...one, [3, [0, 2 ** 52], [0, 1]]]]],
  ['a key of the prototype', [[...one, [2, ['__proto__', [0, 1]]]]]],
  ['few values and another', [[...one, [8, ['a'], Uint8Array.of(1)]]]],
  ['numbers beyond 2^53', [[...one, [6, Number.MAX_SAFE_INTEGER, 1, Uint8Array.of(9)]]]],
  [
    'many fields of many rows from few bytes',
    [['t', 5000, [0, 'r'], [0, 1], [0, 1], [2, ...Array.from({ length: 2000 }, (_, at) => [`f${at}`, [0, 1]])]]],
  ],
]
for (const [name, page] of hostile) {
  test(`${name} is no page`, () => assert.deepEqual(readPage(writeCbor(page, 'plain')), { ok: false, problem: 'page' }))
}
