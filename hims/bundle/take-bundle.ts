import { bytesOf } from '../../domain/card/bytes.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { Bundle, BUNDLE, RECEIPT } from '../../domain/wire/bundle.ts'
import type { Receipt } from '../../domain/wire/bundle.ts'
import { readCbor } from '../../domain/wire/codec/cbor-read.ts'
import { writeCbor } from '../../domain/wire/codec/cbor-write.ts'
import type { Envelope, ForwardAnswer } from '../../domain/wire/envelope.ts'
import { seal, unseal } from '../../domain/wire/seal.ts'
import type { HimsInside } from '../hims.ts'
import { push } from '../mutation/push.ts'
import { readKnown } from '../record/tolerant.ts'
import { openEnvelope } from '../sync/envelope.ts'
import { pack, unpack } from '../sync/zip.ts'
import { moment } from '../world.ts'
import { bundleKeys } from './bundle-key.ts'
import type { BundleKey } from './bundle-key.ts'

/** `foreign`: sealed for another HIMS, or bent; `unreadable`: of a form that this version does not know. */
export type BundleProblem = 'foreign' | 'unreadable'

export interface TakenBundle {
  readonly terminal: string
  readonly answers: readonly ForwardAnswer[]
  /** For the terminal that made it; nobody else can open it, or make one. */
  readonly receipt: Uint8Array
}

/** A megabyte of a stick does not become more than so many here. */
const LARGEST = 64 * 1024 * 1024

/** Takes what a stick brings, push by push as its terminal signed them. Taking it again repeats the answers. */
export async function takeBundle(inside: HimsInside, bytes: Uint8Array): Promise<Result<TakenBundle, BundleProblem>> {
  const opened = await openWith(await bundleKeys(inside), bytes)
  if (opened === null) return fail('foreign')
  const plain = await unpack(opened.plain, 'zstd-d1', LARGEST)
  const value = plain === null ? null : readCbor(plain)
  const bundle = value?.ok === true ? readKnown(Bundle, value.value) : null
  if (bundle?.ok !== true) return fail('unreadable')
  const { terminal, epoch, envelopes, answerKey } = bundle.value
  const answers: ForwardAnswer[] = []
  for (const envelope of envelopes) answers.push(await takeOne(inside, { terminal, epoch }, envelope))
  const said = { terminal, epoch, incarnation: inside.incarnation.name(), at: moment(inside.world.now()), answers }
  const receipt = await seal(await pack(writeCbor(said satisfies Receipt), 'zstd-d1', 'quick'), {
    what: RECEIPT,
    to: bytesOf(answerKey),
    fresh: inside.world.random(32),
    from: opened.key.secret,
  })
  return ok({ terminal, answers, receipt })
}

async function openWith(
  keys: readonly BundleKey[],
  bytes: Uint8Array,
): Promise<{ readonly key: BundleKey; readonly plain: Uint8Array } | null> {
  for (const key of keys) {
    const plain = await unseal(bytes, { what: BUNDLE, own: key.secret, from: null })
    if (plain.ok) return { key, plain: plain.value }
  }
  return null
}

/** Only what the terminal that made the bundle signed counts: somebody else's push has no business in it. */
async function takeOne(
  inside: HimsInside,
  maker: Pick<Bundle, 'terminal' | 'epoch'>,
  envelope: Envelope,
): Promise<ForwardAnswer> {
  const opened = await openEnvelope(inside.store, envelope)
  if (!opened.ok) return { kind: 'refused', problem: opened.problem.problem, expected: null }
  const { terminal, push: body } = opened.value
  if (terminal.id !== maker.terminal || body.epoch !== maker.epoch)
    return { kind: 'refused', problem: 'bad-signature', expected: null }
  const world = { at: moment(inside.world.now()), faultOf: inside.engine.faultOf }
  const pushed = await inside.commit(body.mutations.length, (store) => push(store, terminal.id, body, world))
  if (!pushed.ok) return { kind: 'refused', problem: pushed.problem.problem, expected: pushed.problem.expected ?? null }
  return { kind: 'taken', lastN: pushed.value.lastN, results: [...pushed.value.results] }
}
