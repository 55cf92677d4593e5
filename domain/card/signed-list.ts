import { sameBytes } from './bytes.ts'
import { decodeCbor, encodeCbor } from './cose.ts'

/** What keys of the card scheme sign besides cards; each kind is a media type in the protected header (RFC 9596). */
const types = {
  request: 'application/vnd.dlh.list-key-request+cbor',
  certificate: 'application/vnd.dlh.list-key-certificate+cbor',
  trust: 'application/vnd.dlh.trust-list+cbor',
  'scheme-rules': 'application/vnd.dlh.scheme-rules+cbor',
  status: 'application/vnd.dlh.status-list+cbor',
  'status-delta': 'application/vnd.dlh.status-delta+cbor',
  'bundle-key': 'application/vnd.dlh.bundle-key+cbor',
} as const
export type ListKind = keyof typeof types

const ALGORITHM = 1
const KEY_ID = 4
const TYPE = 16
const EDDSA = -8
const NAME_BYTES = 8

/** Longer than any list of this scheme: 16 MiB hold the status of some 20 million cards that are not good. */
const LONGEST = 16 * 1024 * 1024

/** Who signs lists: a raw Ed25519 public key (RFC 8032), and what its private half does. */
export interface ListSigner {
  readonly publicKey: Uint8Array
  readonly sign: (message: Uint8Array) => Uint8Array
}

/** Ed25519 (RFC 8032) over a raw 32-byte public key. */
export type Verify = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean

/** A card names its key in two bytes and has no type, so its header is never one of these. */
const header = (kind: ListKind, publicKey: Uint8Array): Uint8Array =>
  encodeCbor(
    new Map<number, unknown>([
      [ALGORITHM, EDDSA],
      [KEY_ID, publicKey.slice(0, NAME_BYTES)],
      [TYPE, types[kind]],
    ]),
  )

/** The Sig_structure of RFC 9052 §4.4: the kind is under the signature because the header is. */
const toBeSigned = (head: Uint8Array, payload: Uint8Array): Uint8Array =>
  encodeCbor(['Signature1', head, new Uint8Array(0), payload])

/** An untagged COSE_Sign1 over deterministic CBOR of `elements`. */
export function signList(kind: ListKind, elements: readonly unknown[], { publicKey, sign }: ListSigner): Uint8Array {
  const [head, payload] = [header(kind, publicKey), encodeCbor(elements)]
  return encodeCbor([head, new Map(), payload, sign(toBeSigned(head, payload))])
}

/** The elements of a list of this kind that this key signed, or null for any other bytes. */
export function openList(
  kind: ListKind,
  bytes: Uint8Array,
  publicKey: Uint8Array,
  verify: Verify,
): readonly unknown[] | null {
  const head = header(kind, publicKey)
  const parts = bytes.length > LONGEST ? null : envelope(bytes, head)
  if (parts === null || !verify(publicKey, toBeSigned(head, parts.payload), parts.signature)) return null
  const elements = decodeCbor(parts.payload)?.value
  return Array.isArray(elements) ? elements : null
}

/** Cuts the message at its known edges: nothing of it is decoded, and so costs memory, before its signature is checked. */
function envelope(bytes: Uint8Array, head: Uint8Array) {
  const before = Uint8Array.of(ARRAY_OF_4, ...byteStringHead(head.length), ...head, EMPTY_MAP)
  const signatureAt = bytes.length - SIGNATURE_BYTES
  const payloadEnd = signatureAt - SIGNATURE_HEAD.length
  if (payloadEnd <= before.length || !sameBytes(bytes.subarray(0, before.length), before)) return null
  if (!sameBytes(bytes.subarray(payloadEnd, signatureAt), SIGNATURE_HEAD)) return null
  const rest = bytes.subarray(before.length, payloadEnd)
  for (const size of [1, 2, 3, 5]) {
    const payload = rest.subarray(size)
    const lengthHead = byteStringHead(payload.length)
    if (lengthHead.length !== size || !sameBytes(rest.subarray(0, size), lengthHead)) continue
    return { payload, signature: bytes.subarray(signatureAt) }
  }
  return null
}

const ARRAY_OF_4 = 0x84
const EMPTY_MAP = 0xa0
const SIGNATURE_BYTES = 64
const SIGNATURE_HEAD = Uint8Array.of(0x58, SIGNATURE_BYTES)

/** What deterministic CBOR writes before a byte string of so many bytes. */
function byteStringHead(length: number): Uint8Array {
  if (length < 24) return Uint8Array.of(0x40 + length)
  if (length < 0x100) return Uint8Array.of(0x58, length)
  if (length < 0x10000) return Uint8Array.of(0x59, length >> 8, length)
  return Uint8Array.of(0x5a, length >> 24, length >> 16, length >> 8, length)
}

/** A whole number that JavaScript holds exactly, as every number in these lists is. */
export const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

/** Unix seconds from a moment in RFC 3339, and back. */
export const secondsOf = (moment: string): number => Math.floor(Date.parse(moment) / 1000)
export const momentOf = (seconds: number): string => new Date(seconds * 1000).toISOString()

/** The last second that `momentOf` can say: the end of the year 9999. */
const LAST_SECOND = 253_402_300_799
export const isSecond = (value: unknown): value is number => isCount(value) && value <= LAST_SECOND
