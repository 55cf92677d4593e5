import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'

import {
  assert as hold,
  constantFrom,
  json,
  jsonValue,
  nat,
  oneof,
  property,
  record,
  string,
  tuple,
  uint8Array,
} from 'fast-check'

import { encodeBase45 } from '../../../domain/card/base45.ts'
import { ForeignIdentity } from '../../../domain/foreign-code/foreign-identity.ts'
import { letterXml, secureQr } from '../../fake/foreign/aadhaar.ts'
import { abhaCard } from '../../fake/foreign/abha.ts'
import { claim169 } from '../../fake/foreign/claim-169.ts'
import { healthCard } from '../../fake/foreign/health-card.ts'
import { ec, ed, read, uidai } from './world.ts'

/** `FUZZ=100000` for a long run. */
const RUNS = Number(process.env['FUZZ'] ?? 600)

const genuine = [
  secureQr({ key: uidai.key, photo: 60 }),
  claim169({ key: ed.privateKey }),
  healthCard({ key: ec.privateKey }),
  abhaCard(),
  letterXml(),
]
const signed = genuine.slice(0, 3)

/** Whatever comes out fits its schema, and is never called signed. */
function harmless(text: string): void {
  const found = read(text)
  if (found?.kind !== 'read') return
  ForeignIdentity.parse(found.identity)
  assert.notEqual(found.identity.proof.kind, 'signed')
}

const decimal = (bytes: Uint8Array): string => BigInt(`0x1f${Buffer.from(bytes).toString('hex')}`).toString()
const shc = (bytes: Uint8Array): string => {
  const jws = `eyJ6aXAiOiJERUYiLCJhbGciOiJFUzI1NiIsImtpZCI6ImsifQ.${Buffer.from(bytes).toString('base64url')}.AA`
  return `shc:/${Array.from(jws, (letter) => String(letter.charCodeAt(0) - 45).padStart(2, '0')).join('')}`
}

test('no text and no bytes make a reader throw', () => {
  const bytes = uint8Array({ maxLength: 900 })
  hold(property(string({ unit: 'binary', maxLength: 400 }), harmless), { numRuns: RUNS })
  hold(
    property(bytes, (it) => harmless(decimal(it))),
    { numRuns: RUNS },
  )
  hold(
    property(bytes, (it) => harmless(BigInt(`0x${gzipSync(it).toString('hex')}`).toString())),
    { numRuns: RUNS },
  )
  hold(
    property(bytes, (it) => harmless(encodeBase45(it))),
    { numRuns: RUNS },
  )
  hold(
    property(bytes, (it) => harmless(encodeBase45(deflateSync(it)))),
    { numRuns: RUNS },
  )
  hold(
    property(bytes, (it) => harmless(shc(it))),
    { numRuns: RUNS },
  )
  hold(
    property(json(), (it) => harmless(shc(deflateRawSync(it)))),
    { numRuns: RUNS },
  )
  hold(property(json(), harmless), { numRuns: RUNS })
})

test('ABHA and Aadhaar fields of any content stay within the schema', () => {
  const any = oneof(string({ unit: 'binary', maxLength: 300 }), jsonValue())
  const card = record({
    hidn: any,
    name: any,
    dob: any,
    gender: any,
    mobile: any,
    address: any,
    district_name: any,
    'state name': any,
  })
  hold(
    property(card, (it) => harmless(JSON.stringify(it))),
    { numRuns: RUNS },
  )
  const attribute = string({ maxLength: 100 })
  hold(
    property(attribute, attribute, attribute, (name, co, house) =>
      harmless(`<PrintLetterBarcodeData name="${name}" co='${co}' house="${house}"/>`),
    ),
    { numRuns: RUNS },
  )
})

test('a genuine code with one letter changed is never signed, unless it is the same bytes still', () => {
  const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:{}<>"='
  const change = tuple(constantFrom(...genuine), nat(), constantFrom(...letters.split('')))
  hold(
    property(change, ([text, at, letter]) => {
      const where = at % text.length
      const changed = text.slice(0, where) + letter + text.slice(where + 1)
      const found = changed === text || changed.toUpperCase() === text.toUpperCase() ? null : read(changed)
      if (found?.kind !== 'read') return
      ForeignIdentity.parse(found.identity)
      // A gzip header has bytes that nothing checks (time, system): what was signed is then still whole.
      if (found.identity.proof.kind === 'signed') assert.deepEqual(found, read(text))
    }),
    { numRuns: RUNS },
  )
  for (const text of signed) assert.equal(read(text)?.kind, 'read')
})
