import { createHash } from 'node:crypto'
import { setImmediate as otherWork } from 'node:timers/promises'

import { z } from 'zod'

import { hexOf } from '../../domain/card/bytes.ts'
import { writeCbor } from '../../domain/wire/codec/cbor-write.ts'
import type { Encoding } from '../../domain/wire/codec/encoding.ts'
import { MOST_ROWS } from '../../domain/wire/codec/page.ts'
import type { SnapshotChunk, SnapshotReply } from '../../domain/wire/snapshot.ts'
import type { HimsInside } from '../hims.ts'
import { reached } from '../point.ts'
import { changesAfter } from '../record/change-feed.ts'
import { heldAfter, scopeOf } from '../record/visible.ts'
import type { Viewer } from '../record/visible.ts'
import { answer, common, refusal } from './answer.ts'
import { call } from './handler.ts'
import type { Call } from './handler.ts'
import { packJson } from './packed-feed.ts'

interface Chunk {
  readonly from: number
  readonly body: Uint8Array
  readonly sha256: string
}

interface Snapshot {
  readonly id: string
  readonly scope: string
  readonly madeAt: number
  readonly chunks: readonly Chunk[]
}

/** Snapshots in memory, one for all terminals that see the same; some 50 bytes a row. */
export interface Snapshots {
  /** The one that is ready; asking for one that is not has it made. */
  readonly ready: (viewer: Viewer, encoding: Encoding) => Snapshot | null
  readonly chunk: (viewer: Viewer, id: string, number: number) => Uint8Array | null
}

/** PULL brings what came since; a day of a hospital is little beside its people. */
const KEPT = 24 * 3_600_000
/** So many snapshots at most: the oldest goes. */
const MOST = 8

export function snapshots(inside: HimsInside): Snapshots {
  const made = new Map<string, Snapshot>()
  const making = new Set<string>()
  const nameOf = (viewer: Viewer, encoding: string) => `${inside.incarnation.name()} ${scopeOf(viewer)} ${encoding}`

  const make = async (name: string, viewer: Viewer, encoding: Encoding): Promise<void> => {
    const chunks = await chunksOf(inside, viewer, encoding)
    const id = hexOf(inside.world.random(16))
    made.delete(name)
    made.set(name, { id, scope: scopeOf(viewer), madeAt: inside.world.now(), chunks })
    for (const [oldest] of made) if (made.size > MOST) made.delete(oldest)
  }
  return {
    ready(viewer, encoding) {
      const name = nameOf(viewer, encoding)
      const known = made.get(name) ?? null
      if (known !== null && known.madeAt > inside.world.now() - KEPT) return known
      if (!making.has(name)) {
        making.add(name)
        // Whoever asks next asks for it again when it failed.
        void make(name, viewer, encoding)
          .catch(() => {})
          .finally(() => making.delete(name))
      }
      return null
    },
    chunk(viewer, id, number) {
      const found = [...made.values()].find((snapshot) => snapshot.id === id && snapshot.scope === scopeOf(viewer))
      return found?.chunks[number]?.body ?? null
    },
  }
}

async function chunksOf(inside: HimsInside, viewer: Viewer, encoding: Encoding): Promise<readonly Chunk[]> {
  const chunks: Chunk[] = []
  const visitsAfter = heldAfter(viewer, 'visit', inside.world.now())
  for (let from = 0; ;) {
    const page = await changesAfter(inside.store, viewer, { cursor: from, limit: MOST_ROWS, visitsAfter })
    const packed = await packJson(page.changes, encoding)
    const body = writeCbor({ ...packed, next: page.next } satisfies SnapshotChunk, 'plain')
    chunks.push({ from, body, sha256: createHash('sha256').update(body).digest('hex') })
    if (!page.more) return page.next > from ? chunks : chunks.slice(0, -1)
    from = page.next
    await otherWork()
  }
}

export const snapshotCall = (kept: Snapshots): Call<Record<string, never>> =>
  call(z.object({}), async (inside, viewer, _body, { encoding }) => {
    const { id, chunks } = kept.ready(viewer, encoding) ?? { id: '0'.repeat(32), chunks: [] }
    const list = chunks.map(({ from, body, sha256 }) => ({ from, bytes: body.length, sha256 }))
    return answer({ ...common(inside), id, chunks: list } satisfies SnapshotReply)
  })

const Place = z.object({ id: z.string().max(64), number: z.coerce.number().int().min(0).max(10_000) })

export const chunkCall = (kept: Snapshots): Call<z.infer<typeof Place>> =>
  call(Place, async (_inside, viewer, { id, number }) => {
    const body = kept.chunk(viewer, id, number)
    reached('mid-snapshot')
    return body === null ? refusal({ problem: 'bad-request', detail: 'no such chunk any more' }) : { status: 200, body }
  })
