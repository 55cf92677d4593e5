import type { FastifyInstance, FastifyRequest } from 'fastify'

import type { HimsInside } from '../hims.ts'
import { metricsOf } from './gauges.ts'
import { openApi } from './openapi.ts'
import { readiness } from './readiness.ts'

/** For those who watch over HIMS: is it alive, should it get requests, how does it do, what does it speak. */
export function healthRoutes(server: FastifyInstance, inside: HimsInside, metricsOpen: boolean): void {
  server.get('/health', async (_request, reply) => reply.type('application/json').send('{"alive":true}'))
  server.get('/ready', async (_request, reply) => {
    const state = await readiness(inside)
    if (!state.ready) void reply.code(503).header('retry-after', '2')
    return reply.type('application/json').send(JSON.stringify(state))
  })
  server.get('/metrics', async (request, reply) => {
    if (!metricsOpen && !isFromHere(request)) {
      return reply
        .code(403)
        .type('text/plain; charset=utf-8')
        .send('Metrics are for this machine; see --metrics-open\n')
    }
    return reply.type(inside.meter.registry.contentType).send(await metricsOf(inside))
  })
  let text: string | null = null
  server.get('/openapi.json', async (_request, reply) => {
    text ??= JSON.stringify(openApi())
    return reply.type('application/json').send(text)
  })
}

/** What a proxy on this machine passes on comes from elsewhere. */
const isFromHere = ({ socket, headers }: FastifyRequest): boolean =>
  headers['x-forwarded-for'] === undefined &&
  headers.forwarded === undefined &&
  /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '')
