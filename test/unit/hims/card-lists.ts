import assert from 'node:assert/strict'
import { inflateRawSync } from 'node:zlib'

import { bytesOf } from '../../../domain/card/bytes.ts'
import { SEGMENT_CARDS, codeAt, readDelta, readSnapshot, unpackPart } from '../../../domain/card/status-list.ts'
import type { StatusHead } from '../../../domain/card/status-list.ts'
import { takeTrustList } from '../../../domain/card/trust-list.ts'
import type { HeldTrust } from '../../../domain/card/trust-list.ts'
import { CardListsReply } from '../../../domain/wire/card-lists.ts'
import { verifyRaw } from '../../../hims/crypto/ed25519.ts'
import { digestOfCards } from '../../fake/card-lists-stub.ts'
import type { TestTerminal } from './terminal.ts'

export async function listsOf(terminal: TestTerminal, held = { trust: 0, status: 0 }): Promise<CardListsReply> {
  const { status, body } = await terminal.call('POST', '/sync/v1/card-lists', held)
  assert.equal(status, 200)
  return CardListsReply.parse(body)
}

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'))

/** The trust list of a reply as a terminal takes it that pins this root. */
export function trustedBy(root: string, trust: CardListsReply['trust'], held: HeldTrust | null = null): HeldTrust {
  assert.ok(trust !== null)
  const offered = { certificate: bytes(trust.certificate), list: bytes(trust.list) }
  const taken = takeTrustList(held, offered, { roots: [root], verify: verifyRaw, today: null })
  assert.ok(taken.ok, JSON.stringify(taken))
  return taken.value
}

const unpacking = {
  verify: verifyRaw,
  inflate: (packed: Uint8Array, most: number) => inflateRawSync(packed, { maxOutputLength: most }),
}

/** The statuses after a reply, by index, checked against the digest that HIMS signed. */
export function statusesOf(
  { certificate }: HeldTrust,
  reply: CardListsReply,
  before: ReadonlyMap<number, number> = new Map(),
): { readonly codes: ReadonlyMap<number, number>; readonly head: StatusHead } {
  assert.ok(reply.status !== null)
  const { snapshot, delta } = reply.status
  const key = bytesOf(certificate.publicKey)
  const base = snapshot === null ? null : readSnapshot(bytes(snapshot), certificate, key, verifyRaw)
  const codes = new Map(base === null ? before : [])
  for (const part of base?.parts ?? []) {
    const segments = unpackPart(part, unpacking)
    assert.ok(segments !== null)
    for (const [number, segment] of segments) {
      for (let at = 0; at < SEGMENT_CARDS; at++) {
        if (codeAt(segment, at) !== 0) codes.set(number * SEGMENT_CARDS + at, codeAt(segment, at))
      }
    }
  }
  const change = delta === null ? null : readDelta(bytes(delta), certificate, key, unpacking)
  for (const { index, code } of change?.changes ?? []) codes.set(index, code)
  const head = change ?? base
  assert.ok(head !== null)
  assert.deepEqual(Buffer.from(digestOfCards(codes)), Buffer.from(head.digest))
  return { codes, head }
}
