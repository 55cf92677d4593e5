import { decode, encode, rfc8949EncodeOptions } from 'cborg'

import { nowhere, saysNothing } from './facts.ts'
import type { Said } from './facts.ts'

/** COSE algorithms (RFC 9053) that Claim 169 names. */
const algorithms: ReadonlyMap<unknown, CwtAlgorithm> = new Map([
  [-8, 'EdDSA'],
  [-7, 'ES256'],
])
export type CwtAlgorithm = 'EdDSA' | 'ES256'

export interface SignedCwt {
  readonly kind: 'signed'
  readonly algorithm: CwtAlgorithm
  /** The Sig_structure that is signed (RFC 9052 §4.4). */
  readonly toBeSigned: Uint8Array
  readonly signature: Uint8Array
  readonly payload: Uint8Array
}

export type Cwt = SignedCwt | { readonly kind: 'encrypted' }

interface Tagged {
  readonly tag: number
  readonly value: unknown
}

const tagged =
  (tag: number) =>
  (inner: () => unknown): Tagged => ({ tag, value: inner() })

/** CWT, COSE_Sign1 and COSE_Encrypt0 (RFC 8392, RFC 9052), and the URIs and dates that a payload may hold. */
const tags = Object.fromEntries([0, 1, 16, 18, 32, 61].map((tag) => [tag, tagged(tag)]))

/** The value of CBOR bytes, or null for bytes that are none. */
function cborOf(bytes: Uint8Array): unknown {
  try {
    return decode(bytes, { useMaps: true, tags, rejectDuplicateMapKeys: true })
  } catch {
    // Also when a hostile nesting is deeper than the stack.
    return null
  }
}

const isTagged = (value: unknown): value is Tagged =>
  typeof value === 'object' && value !== null && 'tag' in value && 'value' in value

/** A COSE message as Claim 169 wraps one, with its tags or without; null for anything else. */
export function readCwt(bytes: Uint8Array): Cwt | null {
  let message = cborOf(bytes)
  let encrypted = false
  while (isTagged(message)) {
    encrypted ||= message.tag === 16
    message = message.value
  }
  if (encrypted) return { kind: 'encrypted' }
  if (!Array.isArray(message) || message.length !== 4) return null
  const [header, open, payload, signature]: unknown[] = message
  if (!(header instanceof Uint8Array) || !(payload instanceof Uint8Array) || !(signature instanceof Uint8Array))
    return null
  const algorithm =
    algorithms.get(entry(cborOf(header), 1)) ?? (header.length === 0 ? algorithms.get(entry(open, 1)) : undefined)
  if (algorithm === undefined) return null
  const toBeSigned = encode(['Signature1', header, new Uint8Array(0), payload], rfc8949EncodeOptions)
  return { kind: 'signed', algorithm, toBeSigned: Uint8Array.from(toBeSigned), signature, payload }
}

export interface Claims {
  readonly said: Said
  /** The identity's own number, whole: only its end may leave this process. */
  readonly id: string
  readonly issuer: string | null
  /** Seconds since 1970. */
  readonly expires: number | null
  readonly notBefore: number | null
}

/** The claims of a payload (draft-id-claim-169, MOSIP's specification 1.0 to 1.2.2); photo and biometrics stay unread. */
export function readClaims(payload: Uint8Array): Claims | null {
  const claims = cborOf(payload)
  const identity = entry(claims, 169)
  if (!(identity instanceof Map)) return null
  const of = (key: number): string => textOf(entry(identity, key))
  const inParts = [of(5), of(6), of(7)].filter((part) => part !== '').join(' ')
  const lines = of(10).split(/\n|\\n/)
  const pin = /(?<!\d)\d{6}(?!\d)/.exec(of(10))?.[0] ?? ''
  const names = [of(4) === '' ? inParts : of(4), of(19)]
  if (names.every((name) => name.trim() === '')) return null
  return {
    said: {
      ...saysNothing,
      names,
      birth: of(8),
      sex: of(9),
      phone: of(12),
      careOf: of(15),
      place: { ...nowhere, house: lines, state: /\bdelhi\b/i.test(of(10)) ? 'Delhi' : '', pin },
    },
    id: of(1),
    issuer: textOf(entry(claims, 1)) || null,
    expires: numberOf(entry(claims, 4)),
    notBefore: numberOf(entry(claims, 5)),
  }
}

/** By number, or by the same number as text: issuers that come from JSON write it so. */
const entry = (map: unknown, key: number): unknown =>
  map instanceof Map ? (map.get(key) ?? map.get(String(key))) : undefined

function textOf(value: unknown): string {
  const plain = isTagged(value) ? value.value : value
  if (typeof plain === 'string') return plain.slice(0, 500)
  return typeof plain === 'number' || typeof plain === 'bigint' ? String(plain) : ''
}

function numberOf(value: unknown): number | null {
  const plain = isTagged(value) ? value.value : value
  return typeof plain === 'number' && Number.isFinite(plain) ? plain : null
}
