import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

import { signatureBase, signatureParameters } from '../../../domain/wire/signature.ts'
import { uuidV7 } from '../../../domain/id.ts'

/** What a terminal of the bench is, worked out from its number alone: both sides of the wire know it. */
export interface BenchTerminal {
  readonly id: string
  readonly publicKey: string
  readonly key: KeyObject
}

const head = Buffer.from('302e020100300506032b657004220420', 'hex')
const START = Date.parse('2026-11-22T03:00:00Z')

const bytesOf = (text: string): Uint8Array => createHash('sha256').update(text).digest()

export function benchTerminal(number: number): BenchTerminal {
  const seed = Buffer.concat([head, bytesOf(`terminal ${number}`)])
  const key = createPrivateKey({ key: seed, format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' })
  return {
    id: uuidV7(START + number, bytesOf(`terminal id ${number}`).slice(0, 10)),
    publicKey: spki.subarray(12).toString('hex'),
    key,
  }
}

const names = ['Asha Devi', 'Ramesh Kumar', 'Zeenat Begum', 'Harpreet Kaur', 'Vikas Sharma', 'Meena Kumari'] as const
const own = ['आशा देवी', 'रमेश कुमार', 'ज़ीनत बेगम', 'हरप्रीत कौर', 'विकास शर्मा', 'मीना कुमारी'] as const

/** The n-th mutation of a terminal: a person it registers. */
export function mutationOf(terminal: number, n: number): object {
  const mix = bytesOf(`${terminal} ${n}`)
  const id = (offset: number): string => uuidV7(START + n * 50, mix.slice(offset, offset + 10))
  const at = (mix[20] ?? 0) % names.length
  const person = {
    id: id(0),
    registeredAt: '2026-11-22T04:00:00.000Z',
    name: { latin: `${names[at]} ${mix[21]}`, own: { script: 'Deva', text: own[at] } },
    sex: 'female',
    birth: { kind: 'date', on: '1990-02-03' },
    phone: `98${String((((mix[22] ?? 0) << 16) | ((mix[23] ?? 0) << 8) | (mix[24] ?? 0)) % 100_000_000).padStart(8, '0')}`,
    address: { house: '12', locality: 'Daryaganj', district: 'central', pin: '110002' },
    guardian: null,
    language: 'hi',
    // A desk says every field, also those it left empty.
    abha: null,
    bloodGroup: null,
    evidence: null,
  }
  return { n, id: id(10), at: '2026-11-22T05:00:00.000Z', body: { kind: 'person.registered', person } }
}

/** A signed push as it goes over the wire. */
export function pushOf(
  { id, key }: BenchTerminal,
  terminal: number,
  numbers: readonly number[],
  nonce: string,
): Buffer {
  const mutations = numbers.map((n) => mutationOf(terminal, n))
  const body = Buffer.from(JSON.stringify({ epoch: 1, mutations }))
  const path = '/sync/v1/push'
  const parts = {
    method: 'POST',
    path,
    query: '?',
    contentDigest: `sha-256=:${createHash('sha256').update(body).digest('base64')}:`,
    created: Math.floor(Date.now() / 1000),
    nonce,
    keyId: id,
  }
  const signature = sign(null, Buffer.from(signatureBase(parts)), key).toString('base64')
  const lines = [
    `POST ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    'content-type: application/json',
    `content-length: ${body.length}`,
    `content-digest: ${parts.contentDigest}`,
    `signature-input: terminal=${signatureParameters(parts)}`,
    `signature: terminal=:${signature}:`,
  ]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body])
}
