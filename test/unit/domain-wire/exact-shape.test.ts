import * as fc from 'fast-check'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'

import { generateHospital } from '../../../build/demo/seed/hospital.ts'
import { exactShape } from '../../../domain/wire/exact-shape.ts'
import { ChangeRow } from '../../../domain/wire/sync.ts'

const hospital = generateHospital({ seed: 'exact', today: '2026-11-22', people: 150 })
const samples: readonly { readonly table: string; readonly row: object }[] = [
  { table: 'facility', row: hospital.facility },
  ...hospital.departments.map((row) => ({ table: 'department', row })),
  ...hospital.people.map((row) => ({ table: 'person', row })),
  ...hospital.allergies.map((row) => ({ table: 'allergy', row })),
  ...hospital.medicines.map((row) => ({ table: 'medicine', row })),
  ...hospital.lots.map((row) => ({ table: 'lot', row })),
  ...hospital.stock.map((row) => ({ table: 'stock_event', row })),
  ...hospital.prescriptions.map((row) => ({ table: 'prescription', row })),
]

const isExact = exactShape(ChangeRow)

test('nearly every row that the schema takes as it is passes the quick test', () => {
  const asItIs = samples.filter((sample) => same(ChangeRow.safeParse(sample), sample))
  assert.ok(asItIs.length > samples.length * 0.9)
  assert.equal(asItIs.filter((sample) => !isExact(sample)).length, 0)
})

test('what passes the quick test is what the schema makes of it: 20,000 rows, most of them bent', () => {
  let passed = 0
  fc.assert(
    fc.property(fc.constantFrom(...samples), fc.array(fc.tuple(fc.nat(), bend), { maxLength: 2 }), (sample, bends) => {
      const bent = bends.reduce((value: unknown, [place, how]) => bentAt(value, place, how), structuredClone(sample))
      if (!isExact(bent)) return
      passed += 1
      assert.deepStrictEqual(ChangeRow.safeParse(bent).data, bent)
    }),
    { numRuns: 20_000, seed: 20_261_122 },
  )
  assert.ok(passed > 5000, String(passed))
})

test('a schema that does more than look is left to the schema', () => {
  const doing: readonly (readonly [z.ZodType, unknown])[] = [
    [z.string().refine((text) => text !== 'a'), 'b'],
    [z.string().transform((text) => text), 'b'],
    [z.url(), 'https://a.b'],
    [z.record(z.string(), z.string()), { a: 'b' }],
    [z.array(z.string()).refine((list) => list.length > 1), ['a']],
  ]
  for (const [at, [schema, value]] of doing.entries()) assert.equal(exactShape(schema)(value), false, String(at))
  assert.equal(exactShape(z.coerce.number())('1'), false)
  assert.equal(exactShape(z.strictObject({ a: z.int() }).refine(({ a }) => a > 1))({ a: 1 }), false)
  assert.equal(exactShape(z.looseObject({}))({ more: 1 }), false)
})

type Bend = (value: unknown) => unknown

const strange: readonly unknown[] = [
  null,
  undefined,
  '',
  ' padded ',
  'a'.repeat(300),
  0,
  -1,
  1.5,
  2 ** 60,
  Number.NaN,
  true,
  [],
  {},
  '2026-02-30',
  '2026-11-22',
  '2026-11-22T05:00:00Z',
]

const bend: fc.Arbitrary<Bend> = fc.oneof(
  fc.constantFrom(...strange).map((value) => () => value),
  fc.string().map((text) => () => text),
  fc.constant<Bend>((value) => (typeof value === 'string' ? `${value} ` : value)),
  fc.constant<Bend>((value) => (isObject(value) ? { ...value, extra: 1 } : value)),
  fc.constant<Bend>((value) => (isObject(value) ? Object.fromEntries(Object.entries(value).slice(1)) : value)),
  fc.constant<Bend>((value) => (isObject(value) ? Object.fromEntries(Object.entries(value).toReversed()) : value)),
)

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Bends one place of a value, counted through all that it holds. */
function bentAt(value: unknown, place: number, how: Bend): unknown {
  if (!isObject(value)) return how(value)
  const entries: readonly [string, unknown][] = Object.entries(value)
  const at = place % (entries.length + 1)
  if (at === entries.length) return how(value)
  const rest = Math.floor(place / (entries.length + 1))
  return Object.fromEntries(
    entries.map(([key, inner], index) => [key, index === at ? bentAt(inner, rest, how) : inner]),
  )
}

const same = (read: { readonly success: boolean; readonly data?: unknown }, value: unknown): boolean =>
  read.success && JSON.stringify(read.data) === JSON.stringify(value)
