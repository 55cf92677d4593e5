import { createHmac } from 'node:crypto'

import { bytesOf, hexOf } from '../domain/card/bytes.ts'
import { TerminalId } from '../domain/id.ts'
import { fail, ok } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'
import { BUNDLE, MOST_ENVELOPES, Receipt, RECEIPT } from '../domain/wire/bundle.ts'
import type { Bundle } from '../domain/wire/bundle.ts'
import { readCbor } from '../domain/wire/codec/cbor-read.ts'
import { CBOR } from '../domain/wire/codec/encoding.ts'
import { writeCbor } from '../domain/wire/codec/cbor-write.ts'
import type { Envelope } from '../domain/wire/envelope.ts'
import { publicKeyOf, seal, unseal } from '../domain/wire/seal.ts'
import { signedHeaders } from './identity.ts'
import type { Identity } from './identity.ts'
import type { Outgoing, SyncStore } from './sync-store.ts'
import { pack, unpack } from './zip.ts'

export interface BundleWorld {
  readonly now: () => Date
  readonly random: (bytes: number) => Uint8Array
}

/** `no-key`: this terminal has never talked to a HIMS that takes bundles. */
export type ExportProblem = 'not-enrolled' | 'no-key' | 'nothing-waits' | 'disk-full'

export interface Exported {
  readonly bytes: Uint8Array
  readonly records: number
}

const BATCH = 200
const LARGEST = 64 * 1024 * 1024

/** Everything that waits, sealed for HIMS and signed by this terminal; it goes on waiting until HIMS has answered. */
export async function exportBundle(
  store: SyncStore,
  { now, random }: BundleWorld,
): Promise<Result<Exported, ExportProblem>> {
  const identity = store.identity()
  const key = store.bundleKey()
  if (identity === null) return fail('not-enrolled')
  if (key === null) return fail('no-key')
  const waiting = store.outgoing(BATCH * MOST_ENVELOPES)
  const last = waiting.at(-1)
  if (last === undefined) return fail('nothing-waits')
  // From here on HIMS may know of them.
  if (store.sending(last.n) === 'disk-full') return fail('disk-full')
  const { epoch } = store.position()
  const envelopes: Envelope[] = []
  for (let from = 0; from < waiting.length; from += BATCH) {
    const mutations = waiting.slice(from, from + BATCH)
    envelopes.push(envelopeOf({ epoch, mutations }, identity, { now, random }))
  }
  const bundle: Bundle = {
    terminal: TerminalId.parse(identity.keyId),
    epoch,
    madeAt: now().toISOString(),
    answerKey: hexOf(await publicKeyOf(answerSecret(identity))),
    envelopes,
  }
  const plain = pack(writeCbor(bundle), 'zstd-d1')
  const bytes = await seal(plain, { what: BUNDLE, to: bytesOf(key), fresh: random(32), from: null })
  return ok({ bytes, records: waiting.length })
}

/** The push as it would go over the wire. */
function envelopeOf(
  push: { readonly epoch: number; readonly mutations: readonly Outgoing[] },
  identity: Identity,
  { now, random }: BundleWorld,
): Envelope {
  const body = pack(writeCbor(push), 'zstd-d1')
  const request = { method: 'POST', path: '/sync/v1/push', query: '?', body } as const
  const nonce = Buffer.from(random(12)).toString('base64url')
  const headers = signedHeaders(request, identity, { created: Math.floor(now().getTime() / 1000), nonce })
  return {
    terminal: TerminalId.parse(identity.keyId),
    body: Buffer.from(body).toString('base64'),
    contentType: CBOR,
    encoding: 'zstd-d1',
    input: headers['signature-input'] ?? '',
    signature: headers['signature'] ?? '',
  }
}

/** A key of its own for answers, made of a signature that only this terminal can make (Ed25519 always makes the same). */
const answerSecret = ({ sign }: Identity): Uint8Array =>
  createHmac('sha256', sign(new TextEncoder().encode('hims answer key 1'))).digest()

/** `foreign`: not HIMS's answer to this terminal; `no-key`: this terminal knows no HIMS that takes bundles. */
export type ReceiptProblem = 'not-enrolled' | 'no-key' | 'foreign' | 'unreadable' | 'old' | 'disk-full'

/** Takes HIMS's answer to a bundle; how many records it has dealt with. */
export async function importReceipt(store: SyncStore, bytes: Uint8Array): Promise<Result<number, ReceiptProblem>> {
  const identity = store.identity()
  const key = store.bundleKey()
  if (identity === null) return fail('not-enrolled')
  if (key === null) return fail('no-key')
  const opened = await unseal(bytes, { what: RECEIPT, own: answerSecret(identity), from: bytesOf(key) })
  if (!opened.ok) return opened
  const plain = unpack(opened.value, 'zstd-d1', LARGEST)
  const value = plain === null ? null : readCbor(plain)
  const receipt = value?.ok === true ? Receipt.safeParse(value.value) : null
  if (receipt?.success !== true || receipt.data.terminal !== identity.keyId) return fail('unreadable')
  // Numbers began anew meanwhile: what HIMS says of the old ones is not about these.
  if (receipt.data.epoch !== store.position().epoch) return fail('old')
  const results = receipt.data.answers.flatMap((answer) => (answer.kind === 'taken' ? answer.results : []))
  return store.settle(results) === 'kept' ? ok(results.length) : fail('disk-full')
}
