import type { FastifyInstance, RouteHandlerMethod } from 'fastify'

import type { HimsInside } from '../hims.ts'
import { digestBook } from './digest-book.ts'
import { digestCall, rowsCall } from './digest.ts'
import type { Call } from './handler.ts'

/** Makes a route of a call of a terminal that has proved itself. */
export type Signed = <Body>(call: Call<Body>) => RouteHandlerMethod

/** What compares and fills a terminal's data, apart from the everyday pull. */
export function bulkRoutes(server: FastifyInstance, signed: Signed, inside: HimsInside): void {
  const book = digestBook(inside.store, inside.incarnation.name)
  server.post('/digest', signed(digestCall(book)))
  server.post('/rows', signed(rowsCall))
}
