import { deflateRawSync } from 'node:zlib'

import {
  MOST_CHANGES,
  PART_CARDS,
  SEGMENT_CARDS,
  codeAt,
  packPart,
  signDelta,
  signSnapshot,
} from '../../domain/card/status-list.ts'
import type { Squeeze, StatusChange, StatusSnapshot } from '../../domain/card/status-list.ts'
import { sameBytes } from '../../domain/card/bytes.ts'
import { lastNumber, passNumber } from '../database/counter.ts'
import type { Commit } from '../database/group-commit.ts'
import type { SignedListTable, Store } from '../database/schema.ts'
import type { IssuerWorld } from '../issuer/issuer-world.ts'
import { listSigner } from '../issuer/list-key.ts'
import type { CertifiedSigner } from '../issuer/list-key.ts'
import { FARTHEST, putSigned, signedList } from '../issuer/trust.ts'
import { moment } from '../world.ts'
import { stateDigest } from './card-status.ts'

export interface StatusNews {
  readonly snapshot: Uint8Array | null
  readonly delta: Uint8Array | null
}

/** What a terminal that holds the list of this number is sent; null when nothing can be signed. */
export type StatusListFor = (held: number) => Promise<StatusNews | null>

/** A snapshot serves until so much has changed since, or until it is a week old: what follows is one delta. */
const CHANGES = 5000
const SNAPSHOT_LIVES = 7 * 24 * 3_600_000
/** How old the word may be that nothing has changed. */
const FRESH = 5 * 60_000
const MOST_KEPT = 200

const squeeze: Squeeze = { deflate: (bytes) => Uint8Array.from(deflateRawSync(bytes, { level: 9 })) }

/** Signs deltas as they are asked for and keeps them for the next who asks: most terminals are at the same number. */
export function statusLists(store: Store, commit: Commit, world: IssuerWorld): StatusListFor {
  const kept = new Map<string, { readonly at: number; readonly news: StatusNews }>()
  return async (held) => {
    const newest = await lastNumber(store, 'status-list')
    const name = `${held} ${newest} ${(await signedList(store, 'trust'))?.seq ?? 0}`
    const before = kept.get(name)
    if (before !== undefined && world.now() - before.at < FRESH) return before.news
    const news = await commit(1, (inside) => newsSince(inside, held, world))
    if (news === null) return null
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(name, { at: world.now(), news })
    return news
  }
}

async function newsSince(store: Store, held: number, world: IssuerWorld): Promise<StatusNews | null> {
  const signer = await listSigner(store, world)
  if (signer === null) return null
  const newest = await lastNumber(store, 'status-list')
  if (held > newest && held - newest <= FARTHEST) await passStatus(store, held)
  const changes = held === 0 || held > newest ? null : await changesSince(store, held)
  if (changes !== null) return { snapshot: null, delta: await deltaOf(store, held, changes, signer, world) }
  const { list, seq } = await freshSnapshot(store, signer, world)
  const since = (await changesSince(store, seq)) ?? []
  return { snapshot: list, delta: await deltaOf(store, seq, since, signer, world) }
}

/** The database is an older copy of itself: its next state goes above what a terminal has seen. */
export async function passStatus(store: Store, seen: number): Promise<void> {
  await passNumber(store, 'status-list', seen + 1)
  await store.deleteFrom('signed_list').where('kind', '=', 'status').execute()
}

/** Each card's last change after a number, by its index; null when a snapshot says it shorter. */
async function changesSince(store: Store, seq: number): Promise<readonly StatusChange[] | null> {
  const rows = await store
    .selectFrom('card_status_change')
    .select(['status_index', 'code'])
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(MOST_CHANGES + 1)
    .execute()
  if (rows.length > MOST_CHANGES) return null
  const last = new Map(rows.map(({ status_index: index, code }) => [index, code]))
  return Array.from(last, ([index, code]) => ({ index, code })).toSorted((one, other) => one.index - other.index)
}

async function deltaOf(
  store: Store,
  from: number,
  changes: readonly StatusChange[],
  signer: CertifiedSigner,
  { now }: IssuerWorld,
): Promise<Uint8Array> {
  const seq = await lastNumber(store, 'status-list')
  const head = { seq, issuedAt: moment(now()), digest: await stateDigest(store) }
  return signDelta({ ...head, from, changes }, squeeze, signer)
}

async function freshSnapshot(store: Store, signer: CertifiedSigner, world: IssuerWorld): Promise<SignedListTable> {
  const before = await signedList(store, 'status')
  if (before !== null && sameBytes(before.certificate, signer.certificateBytes)) {
    const newest = await lastNumber(store, 'status-list')
    const old = world.now() - Date.parse(before.made_at) > SNAPSHOT_LIVES
    if (newest - before.seq <= CHANGES && !(old && newest > before.seq)) return before
  }
  const [seq, issuedAt] = [await lastNumber(store, 'status-list'), moment(world.now())]
  const snapshot: StatusSnapshot = { seq, issuedAt, digest: await stateDigest(store), parts: await partsOf(store) }
  const list = signSnapshot(snapshot, signer)
  const row = { kind: 'status', seq, list, certificate: signer.certificateBytes, made_at: issuedAt } as const
  await putSigned(store, row)
  return row
}

const PART_SEGMENTS = PART_CARDS / SEGMENT_CARDS

/** Every card that is not good, a part at a time: the state of all of them is never in memory at once. */
async function partsOf(store: Store): Promise<StatusSnapshot['parts']> {
  const rows = await store.selectFrom('card_status_segment').select('segment').execute()
  const numbers = [...new Set(rows.map(({ segment }) => Math.floor(segment / PART_SEGMENTS)))].toSorted((a, b) => a - b)
  const parts: StatusSnapshot['parts'][number][] = []
  for (const number of numbers) {
    const segments = await store
      .selectFrom('card_status_segment')
      .select(['segment', 'body'])
      .where('segment', '>=', number * PART_SEGMENTS)
      .where('segment', '<', (number + 1) * PART_SEGMENTS)
      .orderBy('segment')
      .execute()
    const notGood = segments.flatMap(({ segment, body }) => notGoodIn(segment, body))
    parts.push(packPart(number, notGood, squeeze))
  }
  return parts
}

function notGoodIn(segment: number, body: Uint8Array): readonly StatusChange[] {
  const found: StatusChange[] = []
  for (let offset = 0; offset < SEGMENT_CARDS; offset++) {
    const code = codeAt(body, offset)
    if (code !== 0) found.push({ index: segment * SEGMENT_CARDS + offset, code })
  }
  return found
}
