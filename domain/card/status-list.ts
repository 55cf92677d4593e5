import type { CardStatus } from './card-status.ts'
import { isCount, isSecond, momentOf, openList, secondsOf, signList } from './signed-list.ts'
import type { ListSigner, Verify } from './signed-list.ts'
import type { Certificate } from './trust-list.ts'
import { covers } from './trust-list.ts'

/** So many cards share a segment; their statuses are kept as one half byte a card, 8 KiB together. */
export const SEGMENT_CARDS = 16_384
export const SEGMENT_BYTES = SEGMENT_CARDS / 2

/** A part of a snapshot covers so many cards: what it unpacks to fits in memory however long the list is. */
export const PART_CARDS = 1_048_576

/** More changes than this are sent as a snapshot. */
export const MOST_CHANGES = 65_536

/** Half a byte says why a card is not good; 0 is good, and 5 to 15 are for statuses that are yet to come. */
const codes = ['active', 'lost', 'superseded', 'suspended', 'revoked'] as const satisfies readonly CardStatus[]
const REVOKED = 4

/** The code of a status; one of a newer HIMS counts as revoked, because nobody here knows what it allows. */
export function codeOfStatus(status: string): number {
  const known = codes.findIndex((name) => name === status)
  return known === -1 ? REVOKED : known
}

export const statusOfCode = (code: number): CardStatus => codes[code] ?? 'revoked'

export const codeAt = (segment: Uint8Array, offset: number): number =>
  ((segment[offset >> 1] ?? 0) >> ((offset & 1) * 4)) & 0xf

export function setCode(segment: Uint8Array, offset: number, code: number): void {
  const shift = (offset & 1) * 4
  segment[offset >> 1] = ((segment[offset >> 1] ?? 0) & (0xf0 >> shift)) | (code << shift)
}

export interface StatusChange {
  readonly index: number
  readonly code: number
}

/** All that is not good, or what changed since `from`; `digest` is that of the state after it. */
export interface StatusHead {
  readonly seq: number
  readonly issuedAt: string
  /** SHA-256 of the state, from `digestOf`. */
  readonly digest: Uint8Array
}

export interface Squeeze {
  /** Raw deflate (RFC 1951). */
  readonly deflate: (bytes: Uint8Array) => Uint8Array
}

export interface Unpack {
  readonly verify: Verify
  /** Raw inflate that gives up, with null, beyond so many bytes or on bytes that are no deflate stream. */
  readonly inflate: (bytes: Uint8Array, most: number) => Uint8Array | null
}

interface Part {
  readonly number: number
  readonly gaps: Uint8Array
  readonly reasons: Uint8Array
}

/** A snapshot whose signature holds; its parts are unpacked one by one. */
export interface StatusSnapshot extends StatusHead {
  readonly parts: readonly Part[]
}

export interface StatusDelta extends StatusHead {
  readonly from: number
  readonly changes: readonly StatusChange[]
}

/** Packs changes with rising indexes: each step to the next index as a varint, and each reason as half a byte. */
function pack(
  changes: readonly StatusChange[],
  first: number,
  { deflate }: Squeeze,
): readonly [Uint8Array, Uint8Array] {
  const gaps: number[] = []
  const reasons = new Uint8Array(Math.ceil(changes.length / 2))
  let before = first - 1
  for (const [at, { index, code }] of changes.entries()) {
    for (let gap = index - before; ; gap = Math.floor(gap / 128)) {
      gaps.push(gap < 128 ? gap : (gap % 128) + 128)
      if (gap < 128) break
    }
    setCode(reasons, at, code)
    before = index
  }
  return [deflate(Uint8Array.from(gaps)), deflate(reasons)]
}

/** The other way, or null for bytes that `pack` would not have written; `each` hears what was read until then. */
function unpack(
  gaps: Uint8Array,
  reasons: Uint8Array,
  [first, end]: readonly [number, number],
  each: (index: number, code: number) => void,
): boolean {
  let [index, count, at] = [first - 1, 0, 0]
  while (at < gaps.length) {
    let [gap, scale, byte] = [0, 1, 0x80]
    while (byte >= 0x80) {
      byte = gaps[at++] ?? 0x100
      if (byte > 0xff || scale > 2 ** 35) return false
      gap += (byte & 0x7f) * scale
      scale *= 128
    }
    if (gap === 0 || (byte === 0 && scale > 128)) return false
    index += gap
    if (index >= end || count >> 1 >= reasons.length) return false
    each(index, codeAt(reasons, count++))
  }
  return reasons.length === Math.ceil(count / 2) && (count % 2 === 0 || codeAt(reasons, count) === 0)
}

/** The cards of one part that are not good, by rising index. */
export function packPart(number: number, notGood: readonly StatusChange[], squeeze: Squeeze): Part {
  const [gaps, reasons] = pack(notGood, number * PART_CARDS, squeeze)
  return { number, gaps, reasons }
}

export const signSnapshot = ({ seq, issuedAt, digest, parts }: StatusSnapshot, signer: ListSigner): Uint8Array =>
  signList(
    'status',
    [seq, secondsOf(issuedAt), digest, parts.map(({ number, gaps, reasons }) => [number, gaps, reasons])],
    signer,
  )

export function readSnapshot(bytes: Uint8Array, certificate: Certificate, key: Uint8Array, verify: Verify) {
  const elements = openList('status', bytes, key, verify)
  const [seq, seconds, digest, entries] = elements ?? []
  const head = headOf(seq, seconds, digest, certificate)
  if (head === null || !Array.isArray(entries)) return null
  const parts: Part[] = []
  for (const entry of entries) {
    const [number, gaps, reasons]: unknown[] = Array.isArray(entry) ? entry : []
    if (!isCount(number) || number > LAST_PART || number <= (parts.at(-1)?.number ?? -1)) return null
    if (!(gaps instanceof Uint8Array) || !(reasons instanceof Uint8Array)) return null
    parts.push({ number, gaps, reasons })
  }
  return { ...head, parts } satisfies StatusSnapshot
}

/** A status index is a 32-bit number. */
const LAST_PART = 2 ** 32 / PART_CARDS - 1

/** Unpacks one part into segments by their number, or null when it says nothing that this scheme would say. */
export function unpackPart(
  { number, gaps, reasons }: Part,
  { inflate }: Unpack,
): ReadonlyMap<number, Uint8Array> | null {
  // A gap never takes more bytes than the cards it passes over, so these are the most that a part can mean.
  const [plainGaps, plainReasons] = [inflate(gaps, PART_CARDS), inflate(reasons, PART_CARDS / 2)]
  if (plainGaps === null || plainReasons === null) return null
  const segments = new Map<number, Uint8Array>()
  let good = false
  const range = [number * PART_CARDS, (number + 1) * PART_CARDS] as const
  const whole = unpack(plainGaps, plainReasons, range, (index, code) => {
    good ||= code === 0
    const at = Math.floor(index / SEGMENT_CARDS)
    const segment = segments.get(at) ?? new Uint8Array(SEGMENT_BYTES)
    segments.set(at, segment)
    setCode(segment, index % SEGMENT_CARDS, code)
  })
  return whole && !good && segments.size > 0 ? segments : null
}

/** `changes` are in the order of their indexes, each index once; none says only how fresh the state is. */
export function signDelta({ from, seq, issuedAt, digest, changes }: StatusDelta, squeeze: Squeeze, signer: ListSigner) {
  const [gaps, reasons] = pack(changes, 0, squeeze)
  return signList('status-delta', [from, seq, secondsOf(issuedAt), digest, gaps, reasons], signer)
}

export function readDelta(
  bytes: Uint8Array,
  certificate: Certificate,
  key: Uint8Array,
  { verify, inflate }: Unpack,
): StatusDelta | null {
  const elements = openList('status-delta', bytes, key, verify)
  const [from, seq, seconds, digest, gaps, reasons] = elements ?? []
  const head = headOf(seq, seconds, digest, certificate)
  if (head === null || !isCount(from) || from > head.seq) return null
  if (!(gaps instanceof Uint8Array) || !(reasons instanceof Uint8Array)) return null
  const [plainGaps, plainReasons] = [inflate(gaps, MOST_CHANGES * 5), inflate(reasons, MOST_CHANGES / 2)]
  if (plainGaps === null || plainReasons === null) return null
  const changes: StatusChange[] = []
  if (!unpack(plainGaps, plainReasons, [0, 2 ** 32], (index, code) => changes.push({ index, code }))) return null
  // No change of number, no change of state.
  return from === head.seq && changes.length > 0 ? null : { ...head, from, changes }
}

function headOf(seq: unknown, seconds: unknown, digest: unknown, certificate: Certificate): StatusHead | null {
  if (!isCount(seq) || !isSecond(seconds) || !(digest instanceof Uint8Array) || digest.length !== 32) return null
  const issuedAt = momentOf(seconds)
  return covers(certificate, issuedAt) ? { seq, issuedAt, digest } : null
}

/** The digest of a state: SHA-256 over number and SHA-256 of each segment in which some card is not good, in order. */
export function digestOf(
  segments: Iterable<readonly [number: number, hash: Uint8Array]>,
  sha256: (bytes: Uint8Array) => Uint8Array,
): Uint8Array {
  const entries = [...segments]
  const all = new Uint8Array(entries.length * 36)
  const numbers = new DataView(all.buffer)
  for (const [at, [number, hash]] of entries.entries()) {
    numbers.setUint32(at * 36, number)
    all.set(hash, at * 36 + 4)
  }
  return sha256(all)
}

export const allGood = (segment: Uint8Array): boolean => segment.every((byte) => byte === 0)
