import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { setImmediate as otherWork } from 'node:timers/promises'

import { z } from 'zod'

import { hexOf } from '../../domain/card/bytes.ts'
import { writeCbor } from '../../domain/wire/codec/cbor-write.ts'
import type { Encoding } from '../../domain/wire/codec/encoding.ts'
import { MOST_ROWS } from '../../domain/wire/codec/page.ts'
import type { SnapshotChunk, SnapshotReply } from '../../domain/wire/snapshot.ts'
import { isPostgresAddress } from '../database/postgres-address.ts'
import type { HimsInside } from '../hims.ts'
import { reached } from '../point.ts'
import { changesAfter } from '../record/change-feed.ts'
import { heldAfter, scopeOf } from '../record/visible.ts'
import type { Viewer } from '../record/visible.ts'
import type { HimsWorld } from '../world.ts'
import { answer, common, refusal } from './answer.ts'
import { call } from './handler.ts'
import type { Call } from './handler.ts'
import { packAside } from './page-thread.ts'
import { chunkFile } from './chunk-file.ts'
import type { ChunkFile } from './chunk-file.ts'

interface Chunk {
  readonly from: number
  readonly bytes: number
  readonly sha256: string
}

interface Snapshot {
  readonly id: string
  readonly scope: string
  readonly madeAt: number
  readonly chunks: readonly Chunk[]
  readonly file: ChunkFile
}

/** Snapshots on the disk, one for all terminals that see the same; some 45 bytes a row. */
export interface Snapshots {
  /** The one that is ready; asking for one that is not has it made. */
  readonly ready: (viewer: Viewer, encoding: Encoding) => Snapshot | null
  readonly chunk: (viewer: Viewer, id: string, number: number) => Promise<Uint8Array | null>
  readonly close: () => Promise<void>
}

/** PULL brings what came since; a day of a hospital is little beside its people. */
const KEPT = 24 * 3_600_000
/** So many snapshots at most: the oldest goes. */
const MOST = 8

export function snapshots(inside: HimsInside): Snapshots {
  const made = new Map<string, Snapshot>()
  const making = new Set<string>()
  let isClosed = false
  let turn = Promise.resolve()
  const nameOf = (viewer: Viewer, encoding: string) => `${inside.incarnation.name()} ${scopeOf(viewer)} ${encoding}`

  const drop = async (name: string): Promise<void> => {
    const gone = made.get(name)
    made.delete(name)
    await gone?.file.close()
  }
  const make = async (name: string, viewer: Viewer, encoding: Encoding): Promise<void> => {
    if (isClosed) return
    const file = await chunkFile(folderOf(inside.world), inside.world.random)
    try {
      const chunks = await chunksInto(file, inside, viewer, encoding, () => isClosed)
      await drop(name)
      made.set(name, {
        id: hexOf(inside.world.random(16)),
        scope: scopeOf(viewer),
        madeAt: inside.world.now(),
        chunks,
        file,
      })
    } catch (fault) {
      await file.close()
      throw fault
    }
    for (const [oldest] of made) if (made.size > MOST) await drop(oldest)
  }
  return {
    ready(viewer, encoding) {
      const name = nameOf(viewer, encoding)
      const known = made.get(name) ?? null
      if (known !== null && known.madeAt > inside.world.now() - KEPT) return known
      if (!making.has(name)) {
        making.add(name)
        // One after the other. Whoever asks next asks for it again when it failed.
        turn = turn
          .then(() => make(name, viewer, encoding))
          .catch(() => {})
          .finally(() => making.delete(name))
      }
      return null
    },
    async chunk(viewer, id, number) {
      const found = [...made.values()].find((snapshot) => snapshot.id === id && snapshot.scope === scopeOf(viewer))
      return (await found?.file.read(number)) ?? null
    },
    async close() {
      isClosed = true
      await turn
      for (const name of made.keys()) await drop(name)
    },
  }
}

/** Beside the database where that is a file, because the system's own folder may itself be memory. */
function folderOf({ database }: HimsWorld): string {
  const path = database.replace(/^sqlite:/, '')
  return isPostgresAddress(database) || path === ':memory:' || path === '' ? tmpdir() : dirname(path)
}

class Closed extends Error {}

async function chunksInto(
  file: ChunkFile,
  inside: HimsInside,
  viewer: Viewer,
  encoding: Encoding,
  isClosed: () => boolean,
): Promise<readonly Chunk[]> {
  const chunks: Chunk[] = []
  const visitsAfter = heldAfter(viewer, 'visit', inside.world.now())
  for (let from = 0; ;) {
    if (isClosed()) throw new Closed()
    const { changes, rows, next, more } = await changesAfter(inside.store, viewer, {
      cursor: from,
      limit: MOST_ROWS,
      visitsAfter,
    })
    // A last one that brings nothing on is no chunk.
    if (!more && next === from) return chunks
    const packed = await packAside({ changes, rows, encoding })
    const body = writeCbor({ ...packed, next } satisfies SnapshotChunk, 'plain')
    await file.add(body)
    chunks.push({ from, bytes: body.length, sha256: createHash('sha256').update(body).digest('hex') })
    if (!more) return chunks
    from = next
    await otherWork()
  }
}

export const snapshotCall = (kept: Snapshots): Call<Record<string, never>> =>
  call(z.object({}), async (inside, viewer, _body, { encoding }) => {
    const { id, chunks } = kept.ready(viewer, encoding) ?? { id: '0'.repeat(32), chunks: [] }
    return answer({ ...common(inside), id, chunks: [...chunks] } satisfies SnapshotReply)
  })

const Place = z.object({ id: z.string().max(64), number: z.coerce.number().int().min(0).max(10_000) })

export const chunkCall = (kept: Snapshots): Call<z.infer<typeof Place>> =>
  call(Place, async (_inside, viewer, { id, number }) => {
    const body = await kept.chunk(viewer, id, number)
    reached('mid-snapshot')
    return body === null ? refusal({ problem: 'bad-request', detail: 'no such chunk any more' }) : { status: 200, body }
  })
