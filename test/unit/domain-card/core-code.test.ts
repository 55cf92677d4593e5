import assert from 'node:assert/strict'
import { test } from 'node:test'

import * as fc from 'fast-check'
import { create } from 'qrcode'

import { CardCore } from '../../../domain/card/card-core.ts'
import { readCard } from '../../../domain/card/card-code.ts'
import { readCore, writeCore } from '../../../domain/card/core-code.ts'
import { readHolder, writeHolder } from '../../../domain/card/core-holder.ts'
import { encodeScsu } from '../../../domain/card/scsu.ts'
import type { OwnScript } from '../../../domain/language.ts'
import { bloodGroups, Sex } from '../../../domain/person/person.ts'
import { core, coreCard, elementsOf, facts, signedText } from './fixture.ts'

const textOf = (changed: Partial<CardCore> = {}): string => {
  const card = coreCard(changed)
  assert.ok(card.ok)
  return card.value
}
const problemOf = (changed: Partial<CardCore>) => {
  const card = coreCard(changed)
  return card.ok ? null : card.problem
}
const namedOf = (text: string) => {
  const read = readCard(text)
  return read.ok ? read.value.facts.core : read.problem
}

test('what was written is read', () => {
  assert.deepEqual(namedOf(textOf()), core)
  const read = readCard(textOf())
  assert.deepEqual(read.ok && read.value.facts, { ...facts, core })
})

test('the holder is one number: ABHA number, then four digits of sex, blood group and year', () => {
  const male = { abha: '91123456789012', sex: 'male', birthYear: 1991, bloodGroup: 'B+' } as const
  // 1 + 4 × (3 + 9 × 92)
  assert.deepEqual(writeHolder(male), { ok: true, value: 91123456789012_3325n })
  assert.deepEqual(writeHolder({ ...male, abha: null }), { ok: true, value: 3325n })
  assert.deepEqual(writeHolder({ abha: null, sex: 'female', birthYear: null, bloodGroup: null }), {
    ok: true,
    value: 0n,
  })
})

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const anyName: fc.Arbitrary<CardCore['name']['own']> = fc.oneof(
  fc.constant(null),
  fc.constant({ script: 'Deva', text: 'रमेश कुमार' }),
  fc.constant({ script: 'Guru', text: 'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ' }),
  fc.constant({ script: 'Arab', text: 'محمد عرفان انصاری' }),
)
const anyCore = fc.record(
  {
    abha: maybe(fc.bigInt({ min: 1n, max: 10n ** 14n - 1n }).map((number) => String(number).padStart(14, '0'))),
    name: fc.record(
      { latin: fc.stringMatching(/^[A-Za-zÀ-ÖØ-ž]{1,9}( [A-Za-z.'-]{1,9}){0,2}$/), own: anyName },
      { noNullPrototype: true },
    ),
    sex: fc.constantFrom(...Sex.options),
    birthYear: maybe(fc.integer({ min: 1900, max: 2155 })),
    bloodGroup: maybe(fc.constantFrom(...bloodGroups)),
    facility: maybe(fc.integer({ min: 0, max: 9_999_999_999 }).map((number) => String(number).padStart(10, '0'))),
  },
  { noNullPrototype: true },
)

test('any core comes back, and is a core by its schema', () => {
  fc.assert(
    fc.property(anyCore, (some) => {
      const nfc = { ...some, name: { ...some.name, latin: some.name.latin.normalize('NFC') } }
      assert.deepEqual(namedOf(textOf(some)), nfc)
      assert.deepEqual(CardCore.parse(nfc), nfc)
    }),
  )
})

test('a number read is the number written', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), (number) => {
      const holder = readHolder(number)
      const again = holder === null ? null : writeHolder(holder)
      return again === null || (again.ok && again.value === number)
    }),
    { numRuns: 2000 },
  )
  assert.equal(readHolder(9251n)?.birthYear, 2155)
  for (const wrong of [9252n, -1n, 10n ** 18n, 1.5, '3325', null, undefined, NaN]) assert.equal(readHolder(wrong), null)
})

test('a name is written in its composed form with single spaces', () => {
  const named = namedOf(textOf({ name: { latin: ' Jose\u0301  Maria ', own: null } }))
  assert.equal(typeof named === 'object' && named?.name.latin, 'José Maria')
})

const own = (script: OwnScript, text: string) => ({ name: { latin: 'X', own: { script, text } } })

for (const [what, changed, problem] of [
  ['a Latin name of 59 bytes', { name: { latin: 'a'.repeat(59), own: null } }, 'too-long'],
  ['an own name of 59 bytes', own('Deva', 'र'.repeat(58)), 'too-long'],
  ['a Latin name in Devanagari', { name: { latin: 'रमेश', own: null } }, 'unwritable'],
  ['a name in two scripts', own('Deva', 'रमेश ਸਿੰਘ'), 'unwritable'],
  ['a script that is not the name’s', own('Guru', 'रमेश'), 'unwritable'],
  ['an own name without a letter of its own', own('Deva', '...'), 'unwritable'],
  ['a control character', { name: { latin: 'Ram\u0007', own: null } }, 'unwritable'],
  ['a letter that turns the line around', { name: { latin: 'Ram\u202eesh', own: null } }, 'unwritable'],
  ['an emoji', { name: { latin: 'Ram \u{1f600}', own: null } }, 'unwritable'],
  ['an ABHA number of zeros', { abha: '0'.repeat(14) }, 'unwritable'],
] as const) {
  test(`${what} is not put on a card: ${problem}`, () => assert.equal(problemOf(changed), problem))
}

test('the longest names still fit version 11', () => {
  const deva = { script: 'Deva', text: 'र'.repeat(57) } as const
  const text = textOf({ name: { latin: 'a'.repeat(58), own: deva }, facility: '9999999999' })
  assert.deepEqual(namedOf(text), { ...core, name: { latin: 'a'.repeat(58), own: deva }, facility: '9999999999' })
  assert.ok(create(text, { errorCorrectionLevel: 'M' }).version <= 11)
})

const [cardId, statusIndex, issued, expires, array] = elementsOf(textOf())
const [holder, facility, latin, ownName]: readonly unknown[] = Array.isArray(array) ? array : []
const withCore = (element: unknown, ...more: readonly unknown[]) =>
  signedText([cardId, statusIndex, issued, expires, element, ...more])
const scsu = (text: string) => encodeScsu(text) ?? new Uint8Array()

for (const [what, element] of [
  ['of three elements', [holder, facility, latin]],
  ['of five elements', [holder, facility, latin, ownName, null]],
  ['that is null', null],
  ['that is a map', new Map([[1, holder]])],
  ['whose name is text', [holder, facility, 'Gurpreet Kaur', ownName]],
  ['without a Latin name', [holder, facility, null, ownName]],
  ['with an empty Latin name', [holder, facility, new Uint8Array(), ownName]],
  ['with an empty own name', [holder, facility, latin, new Uint8Array()]],
  ['with traits past the last year', [9252, facility, latin, ownName]],
  ['with an ABHA number of fifteen digits', [10n ** 18n, facility, latin, ownName]],
  ['with a facility of eleven digits', [holder, 10_000_000_000, latin, ownName]],
  ['with a negative facility', [holder, -1, latin, ownName]],
  ['with a fraction for a facility', [holder, 0.5, latin, ownName]],
  ['with a name of 59 bytes', [holder, facility, scsu('a'.repeat(59)), ownName]],
  ['with a space before the name', [holder, facility, scsu(' Gurpreet'), ownName]],
  ['with two spaces in a name', [holder, facility, scsu('Gurpreet  Kaur'), ownName]],
  ['with a name that is not composed', [holder, facility, latin, scsu('\u0928\u093c')]],
  ['with a nukta letter that NFC takes apart', [holder, facility, latin, scsu('\u0958')]],
  ['with a line break in a name', [holder, facility, Uint8Array.of(0x52, 0x0a, 0x52), ownName]],
  ['with a mark that turns the line around', [holder, facility, Uint8Array.of(0x52, 0x05, 0x2e), ownName]],
  ['with the names exchanged', [holder, facility, ownName, latin]],
  ['with UTF-8 in place of SCSU', [holder, facility, latin, new TextEncoder().encode('ਕੌਰ')]],
  ['with a tag that changes nothing', [holder, facility, Uint8Array.of(0x10, 0x52), ownName]],
] as const) {
  test(`a core ${what} is refused`, () => {
    assert.equal(readCore(element), null)
    assert.deepEqual(readCard(withCore(element)), { ok: false, problem: 'altered' })
  })
}

test('the change of nothing at all is read', () => assert.deepEqual(namedOf(withCore(array)), core))

test('elements of a later profile are signed over but not needed', () => {
  const block = new Uint8Array(30)
  const read = readCard(withCore(array, block, 'later', [1]))
  assert.deepEqual(read.ok && read.value.facts, { ...facts, core, emergency: { kind: 'sealed' } })
})

test('no bytes make the reader of a core throw', () => {
  const parts = fc.oneof(fc.constantFrom(holder, facility, latin, ownName), fc.anything())
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 5 }), (some) => {
      const read = readCore(some)
      if (read !== null) assert.ok(writeCore(read).ok)
    }),
    { numRuns: 2000 },
  )
})
