import { sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { deflateSync } from 'node:zlib'

import { encode, rfc8949EncodeOptions, Tagged } from 'cborg'

import { encodeBase45 } from '../../../domain/card/base45.ts'

export const identity: ReadonlyMap<number, unknown> = new Map<number, unknown>([
  [1, '3918592438'],
  [2, '1.2'],
  [3, 'eng'],
  [4, 'MOHAMMAD IRFAN'],
  [8, '19880102'],
  [9, 1],
  [10, 'H 12, Gali 3\nJafrabad\nDelhi 110053'],
  [12, '+91 98765 43210'],
  [16, '03CBABDF83D068AC'],
  [19, 'محمد عرفان'],
])

interface Make {
  readonly key: KeyObject
  readonly identity?: ReadonlyMap<unknown, unknown>
  readonly issuer?: string
  readonly expires?: number
  readonly notBefore?: number
  readonly tagged?: boolean
  readonly spoil?: (bytes: Uint8Array) => void
  readonly pack?: (bytes: Uint8Array) => Uint8Array
}

const cbor = (value: unknown): Uint8Array => encode(value, rfc8949EncodeOptions)

/** A Claim 169 as MOSIP's specification 1.2.2 builds it: CWT, COSE_Sign1, zlib, Base45. */
export function claim169(make: Make): string {
  const { key, issuer = 'https://id.example.org', expires = 1_900_000_000, notBefore = 1_756_376_445 } = make
  const { tagged = true, spoil, pack = deflateSync } = make
  const claims = new Map<number, unknown>([
    [1, issuer],
    [4, expires],
    [5, notBefore],
    [6, notBefore],
    [169, make.identity ?? identity],
  ])
  const payload = cbor(claims)
  const edwards = key.asymmetricKeyType === 'ed25519'
  const header = cbor(new Map([[1, edwards ? -8 : -7]]))
  const toBeSigned = cbor(['Signature1', header, new Uint8Array(0), payload])
  const signature = edwards
    ? sign(null, toBeSigned, key)
    : sign('sha256', toBeSigned, { key, dsaEncoding: 'ieee-p1363' })
  spoil?.(payload)
  const message = [header, new Map([[4, Buffer.from('k-1101')]]), payload, Uint8Array.from(signature)]
  return encodeBase45(pack(cbor(tagged ? new Tagged(61, new Tagged(18, message)) : message)))
}

/** What a photo of an encrypted code comes to: COSE_Encrypt0 with bytes that nobody here can read. */
export const encryptedClaim = (): string =>
  encodeBase45(
    deflateSync(
      cbor(
        new Tagged(
          61,
          new Tagged(16, [cbor(new Map([[1, 3]])), new Map(), new Uint8Array(90).map((_, at) => at * 37)]),
        ),
      ),
    ),
  )
