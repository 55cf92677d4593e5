import type { FastifyInstance, FastifyRequest, RouteHandlerMethod } from 'fastify'

import { ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { BundleRequest } from '../../domain/wire/bundle.ts'
import type { HimsInside } from '../hims.ts'
import { digestBook } from './digest-book.ts'
import { digestCall, rowsCall } from './digest.ts'
import type { Call } from './handler.ts'
import { chunkCall, snapshotCall, snapshots } from './snapshot.ts'

/** The largest bundle in base64, with room for what stands around it. */
const BUNDLE_LIMIT = 34 * 1024 * 1024

/** Makes a route of a call of a terminal that has proved itself. */
export type Signed = <Body>(call: Call<Body>, asked?: Asked) => RouteHandlerMethod

/** What a request asks, where that is not its body. */
export type Asked = (request: FastifyRequest) => Promise<Result<unknown, string>>

/** What a hub answers in another way than HIMS. */
export interface BulkCalls {
  readonly bundle: Call<BundleRequest>
}

/** What compares and fills a terminal's data, apart from the everyday pull. */
export function bulkRoutes(server: FastifyInstance, signed: Signed, inside: HimsInside, calls: BulkCalls): void {
  const book = digestBook(inside.store, inside.incarnation.name)
  server.post('/digest', signed(digestCall(book)))
  server.post('/rows', signed(rowsCall))
  server.post('/bundle', { bodyLimit: BUNDLE_LIMIT }, signed(calls.bundle))
  const kept = snapshots(inside)
  server.addHook('onClose', async () => kept.close())
  server.post('/snapshot', signed(snapshotCall(kept)))
  server.get(
    '/snapshot/:id/:number',
    signed(chunkCall(kept), async ({ params }) => ok(params)),
  )
}
