import { createHash } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'

import { sameBytes } from '../../domain/card/bytes.ts'
import {
  SEGMENT_BYTES,
  SEGMENT_CARDS,
  allGood,
  codeAt,
  digestOf,
  setCode,
  unpackPart,
} from '../../domain/card/status-list.ts'
import type { StatusDelta, StatusSnapshot, Unpack } from '../../domain/card/status-list.ts'
import { ed25519Verify } from '../crypto/ed25519.ts'
import type { CardListTable } from './card-list-table.ts'
import { packSegment, unpackSegment } from './packed-segment.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => Uint8Array.from(createHash('sha256').update(bytes).digest())

/** Never unpacks more than it is allowed to. */
export const unpacking: Unpack = {
  verify: ed25519Verify,
  inflate(bytes, most) {
    try {
      return inflateRawSync(bytes, { maxOutputLength: Math.max(1, most) })
    } catch {
      return null
    }
  },
}

/** The statuses of all cards, segment by segment. What it writes belongs to the transaction around it. */
export interface StatusSegments {
  codeOf(index: number): number
  /** False, with half of it written, when the parts are not what the snapshot's digest says. */
  replace(snapshot: StatusSnapshot): boolean
  /** False, with nothing written, when the state after it would not be what its digest says. */
  change(delta: StatusDelta): boolean
  /** Reads everything anew: a transaction was rolled back. */
  forget(): void
}

/** 16 MiB: the segments of 33 million cards. */
const MOST_KEPT = 2048

export function statusSegments(table: CardListTable): StatusSegments {
  const kept = new Map<number, Uint8Array | null>()
  const read = (number: number): Uint8Array | null => {
    const before = kept.get(number)
    if (before !== undefined) return before
    if (kept.size >= MOST_KEPT) kept.clear()
    const packed = table.segment(number)
    const segment = packed === null ? null : unpackSegment(packed)
    kept.set(number, segment)
    return segment
  }
  return {
    forget: () => kept.clear(),
    codeOf(index) {
      const segment = read(Math.floor(index / SEGMENT_CARDS))
      return segment === null ? 0 : codeAt(segment, index % SEGMENT_CARDS)
    },
    replace({ parts, digest }) {
      kept.clear()
      table.clearSegments()
      for (const part of parts) {
        const segments = unpackPart(part, unpacking)
        if (segments === null) return false
        for (const [number, body] of segments) table.setSegment(number, packSegment(body), sha256(body))
      }
      return sameBytes(digestOf(table.hashes(), sha256), digest)
    },
    change({ changes, digest }) {
      const changed = new Map<number, Uint8Array>()
      for (const { index, code } of changes) {
        const number = Math.floor(index / SEGMENT_CARDS)
        const segment = changed.get(number) ?? Uint8Array.from(read(number) ?? new Uint8Array(SEGMENT_BYTES))
        changed.set(number, segment)
        setCode(segment, index % SEGMENT_CARDS, code)
      }
      const hashes = new Map(table.hashes())
      for (const [number, body] of changed) {
        if (allGood(body)) hashes.delete(number)
        else hashes.set(number, sha256(body))
      }
      const inOrder = [...hashes].toSorted(([one], [other]) => one - other)
      if (!sameBytes(digestOf(inOrder, sha256), digest)) return false
      for (const [number, body] of changed) {
        const hash = hashes.get(number)
        if (hash === undefined) table.removeSegment(number)
        else table.setSegment(number, packSegment(body), hash)
        kept.delete(number)
      }
      return true
    },
  }
}
