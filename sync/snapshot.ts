import { createHash } from 'node:crypto'

import { z } from 'zod'

import { SnapshotChunk, SnapshotReply } from '../domain/wire/snapshot.ts'
import { fail, ok } from '../domain/result.ts'
import type { Answered, Caller, CallProblem, Question } from './call.ts'
import type { Result } from '../domain/result.ts'

const Asked = z.object({ cursor: z.int(), limit: z.int() })
/** Whoever asks for less has the rest already. */
const WHOLE = 0

/**
 * Answers a PULL from the beginning out of a snapshot, where HIMS has one, and so does each PULL that goes on from one of
 * its chunks. A first install that was broken off goes on with the next chunk; every other question goes its way.
 */
export function fromSnapshot(call: Caller): Caller {
  let manifest: SnapshotReply | null = null

  const chunkAt = async (
    cursor: number,
    { identity }: Pick<Question<z.ZodType>, 'identity'>,
  ): Promise<Result<unknown, CallProblem> | null> => {
    if (cursor === WHOLE) {
      const asked = await call({ method: 'POST', path: '/sync/v1/snapshot', body: {}, shape: SnapshotReply, identity })
      manifest = asked.ok ? asked.value.value : null
    }
    const number = manifest?.chunks.findIndex(({ from }) => from === cursor) ?? -1
    const chunk = manifest?.chunks[number]
    if (manifest === null || chunk === undefined) return null
    const { id, incarnation, schema, serverTime } = manifest
    const path = `/sync/v1/snapshot/${id}/${number}`
    const answer = await call({ method: 'GET', path, shape: SnapshotChunk, identity, packed: true, patience: PATIENCE })
    if (!answer.ok) return null
    if (createHash('sha256').update(answer.value.body).digest('hex') !== chunk.sha256) {
      return fail({ kind: 'not-hims', reason: 'digest' })
    }
    return ok({ incarnation, schema, serverTime, more: true, ...answer.value.value })
  }

  return async <Shape extends z.ZodType>(question: Question<Shape>) => {
    const asked = question.path === '/sync/v1/pull' ? Asked.safeParse(question.body) : null
    const found = asked?.success === true ? await chunkAt(asked.data.cursor, question) : null
    if (found === null) return call(question)
    if (!found.ok) return found
    const value = question.shape.safeParse(found.value)
    const raw = found.value
    const body = new Uint8Array(0)
    return value.success
      ? ok({ value: value.data, raw, body } satisfies Answered<z.output<Shape>>)
      : fail({ kind: 'not-hims', reason: 'shape' } as const)
  }
}

const PATIENCE = 60_000
