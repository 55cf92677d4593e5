import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'

import { hexOf } from '../../domain/card/bytes.ts'
import type { ListSigner } from '../../domain/card/signed-list.ts'
import {
  PART_CARDS,
  SEGMENT_BYTES,
  SEGMENT_CARDS,
  codeOfStatus,
  digestOf,
  packPart,
  setCode,
  signDelta,
  signSnapshot,
} from '../../domain/card/status-list.ts'
import type { StatusChange } from '../../domain/card/status-list.ts'
import { signCertificate, signTrustList } from '../../domain/card/trust-list.ts'
import type { TrustedKey } from '../../domain/card/trust-list.ts'
import type { CardListsReply, CardListsRequest } from '../../domain/wire/card-lists.ts'
import { ed25519PublicKey, ed25519Sign } from '../../main/crypto/ed25519.ts'

/** Private keys of tests are made of one byte, so that nobody takes them for real ones. */
export const signerOf = (byte: number): ListSigner => {
  const seed = new Uint8Array(32).fill(byte)
  return { publicKey: ed25519PublicKey(seed), sign: (message) => ed25519Sign(seed, message) }
}

export const root = signerOf(0xaa)
export const listKey = signerOf(0xbb)
export const stubRoot = hexOf(root.publicKey)

export const sha256 = (bytes: Uint8Array): Uint8Array => Uint8Array.from(createHash('sha256').update(bytes).digest())
export const squeeze = { deflate: (bytes: Uint8Array) => Uint8Array.from(deflateRawSync(bytes, { level: 9 })) }

export const certificateBy = (by: ListSigner, serial = 1, key = listKey): Uint8Array =>
  signCertificate({ serial, publicKey: hexOf(key.publicKey), notBefore: '2026-01-01', notAfter: '2099-12-31' }, by)

/** The digest of a state, worked out from nothing but the statuses. */
export function digestOfCards(codes: ReadonlyMap<number, number>): Uint8Array {
  const segments = new Map<number, Uint8Array>()
  for (const [index, code] of codes) {
    if (code === 0) continue
    const number = Math.floor(index / SEGMENT_CARDS)
    const segment = segments.get(number) ?? new Uint8Array(SEGMENT_BYTES)
    segments.set(number, segment)
    setCode(segment, index % SEGMENT_CARDS, code)
  }
  const hashes = Array.from(segments, ([number, body]) => [number, sha256(body)] as const)
  return digestOf(
    hashes.toSorted(([one], [other]) => one - other),
    sha256,
  )
}

const inOrder = (codes: ReadonlyMap<number, number>): readonly StatusChange[] =>
  Array.from(codes, ([index, code]) => ({ index, code })).toSorted((one, other) => one.index - other.index)

export function snapshotOf(seq: number, issuedAt: string, codes: ReadonlyMap<number, number>, key = listKey) {
  const parts = Map.groupBy(
    inOrder(codes).filter(({ code }) => code !== 0),
    ({ index }) => Math.floor(index / PART_CARDS),
  )
  const packed = Array.from(parts, ([number, notGood]) => packPart(number, notGood, squeeze))
  return signSnapshot({ seq, issuedAt, digest: digestOfCards(codes), parts: packed }, key)
}

export interface Step {
  readonly from: number
  readonly seq: number
  readonly issuedAt: string
  readonly changes: ReadonlyMap<number, number>
  /** All statuses after it. */
  readonly codes: ReadonlyMap<number, number>
}

export const deltaOf = ({ from, seq, issuedAt, changes, codes }: Step, key = listKey) =>
  signDelta({ from, seq, issuedAt, digest: digestOfCards(codes), changes: inOrder(changes) }, squeeze, key)

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

export type Lists = Pick<CardListsReply, 'trust' | 'status' | 'emergency'>

/** The card lists of a HIMS in memory: every key and status that a test gives it, signed when asked for. */
export function cardListsStub(now: () => Date, first: TrustedKey) {
  const keys: TrustedKey[] = [first]
  const codes = new Map<number, number>()
  const log: StatusChange[] = []
  let trustSeq = 1
  return {
    keys,
    /** Puts a key into the next trust list, or changes one that is there. */
    setKey(key: TrustedKey): void {
      const at = keys.findIndex(({ kid }) => kid === key.kid)
      keys.splice(at === -1 ? keys.length : at, 1, key)
      trustSeq++
    },
    setStatus(index: number, status: string): void {
      codes.set(index, codeOfStatus(status))
      log.push({ index, code: codeOfStatus(status) })
    },
    lists({ trust, status }: CardListsRequest): Lists {
      const [issuedAt, seq] = [now().toISOString(), log.length + 1]
      const list = signTrustList({ seq: trustSeq, issuedAt, keys }, listKey)
      const changes = new Map(log.slice(Math.max(0, status - 1)).map(({ index, code }) => [index, code]))
      return {
        trust: trust === trustSeq ? null : { certificate: base64(certificateBy(root)), list: base64(list) },
        status:
          status === 0 || status > seq
            ? { snapshot: base64(snapshotOf(seq, issuedAt, codes)), delta: null }
            : { snapshot: null, delta: base64(deltaOf({ from: status, seq, issuedAt, changes, codes })) },
        emergency: [{ id: 1, key: '5e'.repeat(32), until: '2099-12-31' }],
      }
    },
  }
}
