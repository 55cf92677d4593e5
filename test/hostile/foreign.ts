import { generateKeyPairSync } from 'node:crypto'
import { deflateRawSync, deflateSync, gunzipSync, gzipSync, inflateRawSync, inflateSync } from 'node:zlib'

import { decodeBase45, encodeBase45 } from '../../domain/card/base45.ts'
import { secureQrBytes } from '../../domain/foreign-code/aadhaar-secure.ts'
import { ForeignIdentity } from '../../domain/foreign-code/foreign-identity.ts'
import type { ForeignRead } from '../../domain/foreign-code/foreign-identity.ts'
import { trustedIssuers } from '../../main/foreign/issuer.ts'
import { readForeignCode } from '../../main/foreign/read-foreign-code.ts'
import { secureQr } from '../fake/foreign/aadhaar.ts'
import { abhaCard } from '../fake/foreign/abha.ts'
import { rsaSigner } from '../fake/foreign/certificate.ts'
import { claim169 } from '../fake/foreign/claim-169.ts'
import { healthCard } from '../fake/foreign/health-card.ts'
import type { Kept, Proof, Trial } from './promise.ts'

type Random = (below: number) => number

/** Marsaglia's xorshift of 32 bits: the same places are struck on every run, under keys that are new. */
function randomFrom(seed: number): Random {
  let state = seed
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

const decimal = (bytes: Uint8Array): string => BigInt(`0x${Buffer.from(bytes).toString('hex')}`).toString()
const digits = (jws: string): string =>
  `shc:/${Array.from(jws, (letter) => String(letter.charCodeAt(0) - 45).padStart(2, '0')).join('')}`
const letters = (code: string): string =>
  code.slice(5).replace(/\d\d/g, (pair) => String.fromCharCode(Number(pair) + 45))

interface Target {
  readonly text: string
  /** The same code with other bytes under its packing. */
  readonly repacked: (change: (bytes: Uint8Array) => void) => string
}

const changed = (bytes: Uint8Array, change: (bytes: Uint8Array) => void): Uint8Array => {
  const copy = Uint8Array.from(bytes)
  change(copy)
  return copy
}

function aadhaar(text: string): Target {
  const bytes = gunzipSync(secureQrBytes(text) ?? new Uint8Array())
  return { text, repacked: (change) => decimal(gzipSync(changed(bytes, change))) }
}

function claim(text: string): Target {
  const bytes = inflateSync(decodeBase45(text) ?? new Uint8Array())
  return { text, repacked: (change) => encodeBase45(deflateSync(changed(bytes, change))) }
}

function health(text: string): Target {
  const [header = '', payload = '', signature = ''] = letters(text).split('.')
  const bytes = inflateRawSync(Buffer.from(payload, 'base64url'))
  const packed = (change: (bytes: Uint8Array) => void) =>
    Buffer.from(deflateRawSync(changed(bytes, change))).toString('base64url')
  return { text, repacked: (change) => digits([header, packed(change), signature].join('.')) }
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:{}<>"='

function oneLetter(text: string, random: Random): string {
  const at = random(text.length)
  return text.slice(0, at) + ALPHABET.charAt(random(ALPHABET.length)) + text.slice(at + 1)
}

const names = [
  'a genuine code is read and its issuer named',
  'a code changed in one letter is not called signed for what it did not say',
  'a code changed under its packing is not called signed for what it did not say',
  'a code of another signer is never called signed',
  'no text makes a reader throw or tell what does not fit its schema',
] as const

function home() {
  const [uidai, nation, clinic] = [
    rsaSigner(),
    generateKeyPairSync('ed25519'),
    generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  ]
  const pem = nation.publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const issuers = trustedIssuers([
    { kind: 'aadhaar', name: 'UIDAI', issuer: null, key: uidai.certificate },
    { kind: 'claim-169', name: 'Nation', issuer: null, key: pem },
    { kind: 'smart-health-card', name: 'Clinic', issuer: null, key: { ...clinic.publicKey.export({ format: 'jwk' }) } },
  ])
  const world = { now: new Date('2026-11-22T05:00:00Z'), today: '2026-11-22', issuers }
  const stranger = generateKeyPairSync('ed25519').privateKey
  return {
    read: (text: string) => readForeignCode(text, world),
    targets: [
      aadhaar(secureQr({ key: uidai.key, photo: 300 })),
      claim(claim169({ key: nation.privateKey })),
      health(healthCard({ key: clinic.privateKey })),
    ],
    forged: [
      secureQr({ key: rsaSigner().key }),
      claim169({ key: stranger }),
      claim169({ key: clinic.privateKey }),
      healthCard({ key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey }),
    ],
  }
}

const isSigned = (found: ForeignRead | null): boolean =>
  found?.kind === 'read' && found.identity.proof.kind === 'signed'

/** Whether the reader stays calm: it answers, and within the schema. */
function calm(read: () => ForeignRead | null): boolean {
  try {
    const found = read()
    return found?.kind !== 'read' || ForeignIdentity.safeParse(found.identity).success
  } catch {
    return false
  }
}

async function run({ scale, progress }: Trial): Promise<readonly Kept[]> {
  const { read, targets, forged } = home()
  const genuine = targets.map(({ text }) => JSON.stringify(read(text)))
  const junk = [...targets.map(({ text }) => text), abhaCard()]
  const random = randomFrom(20_261_122)
  const tries: readonly ((target: Target, at: number) => boolean)[] = [
    ({ text }) => isSigned(read(text)),
    ({ text }, at) => {
      const found = read(oneLetter(text, random))
      return !isSigned(found) || JSON.stringify(found) === genuine[at]
    },
    ({ repacked }, at) => {
      const flip = (bytes: Uint8Array) => {
        const place = random(bytes.length)
        bytes[place] = (bytes[place] ?? 0) ^ (1 << random(8))
      }
      // COSE leaves the key's name unsigned: changed or not, it says nothing of the person.
      const found = read(repacked(flip))
      return !isSigned(found) || JSON.stringify(found) === genuine[at]
    },
    () => !isSigned(read(forged[random(forged.length)] ?? '')),
    () => {
      const source = junk[random(junk.length)] ?? ''
      const [from, to] = [random(source.length), random(source.length)]
      return calm(() => read(source.slice(0, from) + source.slice(to) + String.fromCharCode(random(0x10000))))
    },
  ]
  const broken = tries.map(() => 0)
  const rounds = Math.ceil(scale / tries.length)
  for (let round = 0; round < rounds; round++) {
    const at = round % targets.length
    const target = targets[at]
    if (target === undefined) break
    for (const [index, holds] of tries.entries()) if (!holds(target, at)) broken[index] = (broken[index] ?? 0) + 1
    if (round % 200 === 0) {
      progress(round * tries.length, scale)
      // Lets the collector and the terminal have their turn.
      await new Promise(setImmediate)
    }
  }
  return names.map((promise, index) => ({ promise, tried: rounds, broken: broken[index] ?? 1 }))
}

export const foreign: Proof = {
  title: 'codes of other systems: changed and forged ones are never called signed, and none stops the reader',
  usual: 100_000,
  run,
}
