import assert from 'node:assert/strict'
import { test } from 'node:test'

import { create } from 'qrcode'

import { generateHospital } from '../../../build/demo/seed/hospital.ts'
import { personName, wordsOfName } from '../../../build/demo/seed/naming.ts'
import { hexOf } from '../../../domain/card/bytes.ts'
import { MOST_CODES } from '../../../domain/card/card-core.ts'
import type { EmergencyBlock } from '../../../domain/card/card-core.ts'
import { encodeCard } from '../../../domain/card/card-code.ts'
import type { SealEmergency } from '../../../domain/card/emergency-code.ts'
import { CardId } from '../../../domain/id.ts'
import { ownScripts } from '../../../domain/language.ts'
import { emergencyTerms } from '../../../domain/person/emergency-term.ts'
import type { EmergencyKind } from '../../../domain/person/emergency-term.ts'
import type { Person, PersonName } from '../../../domain/person/person.ts'
import { block, core, coreCard, facts } from './fixture.ts'

const signature = new Uint8Array(64).fill(0xa5)
const { people } = generateHospital({ seed: 'card-size', today: '2026-11-22' })

/** Letters that an alphanumeric symbol of version 1, 2, … holds at level M (ISO/IEC 18004 table 7). */
const letters = [20, 38, 61, 90, 122, 154, 178, 221, 262, 311, 366, 419, 483]
const versionOf = (text: string): number => letters.findIndex((most) => text.length <= most) + 1

/** A card as late in the programme as 20 million: nothing about it is small. */
const plain = (at: number) => ({
  cardId: CardId.parse(hexOf(Uint8Array.of(0xff, 0, 0, 0, 0, 0, at >> 8, at & 0xff))),
  statusIndex: 20_000_000 + at,
  issued: '2031-11-22',
  expires: '2036-11-21',
  kid: facts.kid,
})

/** As long as the sealed bytes; what is in them does not matter here. */
const seal: SealEmergency = (_keyId, _nonce, _aad, sealed) => new Uint8Array(sealed.length + 16)

function coreText(person: Person, name: PersonName, at: number, told: EmergencyBlock | null): string {
  const birthYear = 1926 + (at % 100)
  const { abha, sex, bloodGroup } = person
  const card = encodeCard(
    {
      ...plain(at),
      profile: 'P-CORE',
      core: { abha, name, sex, birthYear, bloodGroup, facility: core.facility },
      emergency: told === null ? null : { block: told, keyId: 1, seal },
    },
    () => signature,
  )
  assert.ok(card.ok)
  return card.value
}

interface Size {
  /** Cards that need a symbol of each version, and bytes at the middle. */
  readonly versions: ReadonlyMap<number, number>
  readonly middle: number
  readonly largest: number
  readonly most: number
}

function sizeOf(texts: readonly string[]): Size {
  const versions = new Map<number, number>()
  for (const text of texts) versions.set(versionOf(text), (versions.get(versionOf(text)) ?? 0) + 1)
  const bytes = texts.map((text) => Math.floor(((text.length - 5) * 2) / 3)).toSorted((one, other) => one - other)
  return {
    versions: new Map([...versions].toSorted(([one], [other]) => one - other)),
    middle: bytes[Math.floor(bytes.length / 2)] ?? 0,
    largest: bytes.at(-1) ?? 0,
    most: Math.max(...versions.keys()),
  }
}

const upTo = (size: Size, version: number): number =>
  [...size.versions].reduce((sum, [each, count]) => sum + (each <= version ? count : 0), 0)

function print(what: string, size: Size): void {
  const share = [...size.versions].map(
    ([version, count]) => `v${version} ${((count / people.length) * 100).toFixed(1)} %`,
  )
  console.log(`${what}: ${size.middle} bytes, largest ${size.largest}: ${share.join(', ')}`)
}

test('the letters a version holds are those of the encoder that draws it', () => {
  for (const [at, most] of letters.entries()) {
    assert.equal(create('A'.repeat(most), { errorCorrectionLevel: 'M' }).version, at + 1)
    assert.equal(create('A'.repeat(most + 1), { errorCorrectionLevel: 'M' }).version, at + 2)
  }
})

test('a card without personal data fits version 6', () => {
  const size = sizeOf(people.map((_, at) => encodeCard(plain(at), () => signature)))
  print('P-ID', size)
  assert.equal(size.most, 6)
})

for (const script of [null, ...ownScripts]) {
  const named = (person: Person): PersonName => personName(wordsOfName(person.name.latin), script)

  test(`19 of 20 people's cards in ${script ?? 'Latin alone'} fit version 9, all fit 11`, () => {
    const size = sizeOf(people.map((person, at) => coreText(person, named(person), at, null)))
    print(`P-CORE ${script ?? 'Latin'}`, size)
    assert.ok(upTo(size, 9) >= people.length * 0.95)
    assert.ok(size.most <= 11)
  })

  test(`with a block for emergencies all in ${script ?? 'Latin alone'} fit version 13`, () => {
    // As many as a desk can put there: nine in all.
    const told = (at: number): EmergencyBlock => ({
      ...block,
      allergies: codesOf('allergies', at % 5),
      conditions: codesOf('conditions', at % 3),
      medicines: codesOf('medicines', at % 4),
    })
    const size = sizeOf(people.map((person, at) => coreText(person, named(person), at, told(at))))
    print(`P-CORE ${script ?? 'Latin'} with a block`, size)
    assert.ok(size.most <= 13)
  })
}

const codesOf = (kind: EmergencyKind, count: number): number[] =>
  emergencyTerms
    .filter((term) => term.kind === kind)
    .map(({ code }) => code)
    .toSorted((one, other) => other - one)
    .slice(0, count)

test('the longest names with all the codes that a desk may add, and a phone, fit version 13', () => {
  const name = { latin: 'W'.repeat(58), own: { script: 'Deva', text: 'क'.repeat(57) } } as const
  const full = {
    allergies: codesOf('allergies', 3),
    conditions: codesOf('conditions', 3),
    medicines: codesOf('medicines', MOST_CODES - 6),
    contact: '9999999999',
  }
  const card = coreCard(
    { name },
    { block: full, statusIndex: 0xffff_ffff, issued: '2199-01-01', expires: '2199-06-05' },
  )
  assert.ok(card.ok, JSON.stringify(card))
  assert.equal(create(card.value, { errorCorrectionLevel: 'M' }).version, 13)
})

test('with an ABHA number for everyone they still do', () => {
  const texts = people.map((person, at) => coreText({ ...person, abha: '91123456789012' }, person.name, at, null))
  const size = sizeOf(texts)
  print('P-CORE as the people are, each with an ABHA number', size)
  assert.ok(upTo(size, 9) >= people.length * 0.95)
  assert.ok(size.most <= 11)
})
