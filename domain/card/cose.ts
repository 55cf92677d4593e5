import { decode, encode, rfc8949EncodeOptions } from 'cborg'

import { sameBytes } from './bytes.ts'

const ALGORITHM = 1
const KEY_ID = 4
const EDDSA = -8
const SIGNATURE_BYTES = 64

/** An untagged COSE_Sign1 (RFC 9052 §4.2) with EdDSA (RFC 9053 §2.2) and a two-byte key id, and nothing else. */
export interface Sign1 {
  readonly kid: Uint8Array
  readonly payload: Uint8Array
  readonly signature: Uint8Array
}

const strictly = { strict: true, allowIndefinite: false, allowUndefined: false, allowNaN: false, allowInfinity: false }

export const encodeCbor = (value: unknown): Uint8Array => Uint8Array.from(encode(value, rfc8949EncodeOptions))

/** The value of deterministic CBOR (RFC 8949 §4.2.1), or null when the bytes are anything else. */
export function decodeCbor(bytes: Uint8Array): { readonly value: unknown } | null {
  try {
    const value: unknown = decode(bytes, { ...strictly, useMaps: true })
    return sameBytes(encodeCbor(value), bytes) ? { value } : null
  } catch {
    return null
  }
}

export const protectedHeader = (kid: Uint8Array): Uint8Array =>
  encodeCbor(
    new Map<number, unknown>([
      [ALGORITHM, EDDSA],
      [KEY_ID, kid],
    ]),
  )

/** The Sig_structure that is signed (RFC 9052 §4.4), without external data. */
export const toBeSigned = (kid: Uint8Array, payload: Uint8Array): Uint8Array =>
  encodeCbor(['Signature1', protectedHeader(kid), new Uint8Array(0), payload])

export const encodeSign1 = ({ kid, payload, signature }: Sign1): Uint8Array =>
  encodeCbor([protectedHeader(kid), new Map(), payload, signature])

/** Null for bytes that `encodeSign1` would not write: any other header, order or length of number is refused. */
export function decodeSign1(bytes: Uint8Array): Sign1 | null {
  const message = decodeCbor(bytes)?.value
  if (!Array.isArray(message) || message.length !== 4) return null
  const [header, , payload, signature]: unknown[] = message
  if (!(header instanceof Uint8Array) || !(payload instanceof Uint8Array)) return null
  if (!(signature instanceof Uint8Array) || signature.length !== SIGNATURE_BYTES) return null
  const kid = header.slice(-2)
  const sign1 = { kid, payload: payload.slice(), signature: signature.slice() }
  return kid.length === 2 && sameBytes(encodeSign1(sign1), bytes) ? sign1 : null
}
