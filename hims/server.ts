import fastify from 'fastify'
import type { FastifyError, FastifyInstance } from 'fastify'

import type { Hims, HimsInside } from './hims.ts'
import type { Log } from './log.ts'
import { silent } from './log.ts'
import { FhirRefusal, operationOutcome } from './fhir/problem.ts'
import { fhirRoutes } from './fhir/routes.ts'
import { healthRoutes } from './health/routes.ts'
import { compress } from './compress.ts'
import { refusal } from './sync/answer.ts'
import type { Answer } from './sync/answer.ts'
import { syncRoutes } from './sync/routes.ts'
import { tlsServer } from './tls.ts'
import type { Tls } from './tls.ts'

/** 500 mutations with room to spare. */
const BODY_LIMIT = 4 * 1024 * 1024

/** A client gets so many milliseconds to send its request whole. */
const REQUEST_TIMEOUT = 30_000

/** The HTTP face of a HIMS: `/sync/v1` for terminals, `/fhir` for everyone else. The caller listens and closes. */
export function himsServer(
  { inside }: Hims,
  log: Log = silent,
  { metricsOpen = false, tls = null }: { readonly metricsOpen?: boolean; readonly tls?: Tls | null } = {},
): FastifyInstance {
  const server = fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT,
    forceCloseConnections: 'idle',
    ...(tls === null ? {} : { serverFactory: tlsServer(tls) }),
    routerOptions: { maxParamLength: 200 },
    // An address that no route could even be looked for with.
    frameworkErrors: (error: FastifyError, { url }, reply) => {
      const { status, body } = url.startsWith('/fhir/') ? unreadableAddress(error) : answerTo(inside, error)
      void reply.hijack()
      reply.raw.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
    },
  })
  inside.news.open()
  inside.auditAlarms.listen(({ terminal, kind, seq, kept_seq: kept }) =>
    log({ event: 'audit-alarm', terminal, kind, seq, kept }),
  )
  server.addHook('preClose', async () => inside.news.close())
  server.addHook('onSend', compress)
  // A question that waited when the end began would else keep its connection, and the end waits for that.
  server.addHook('onSend', async (_request, reply) => {
    if (inside.news.closing()) void reply.header('connection', 'close')
  })
  server.addHook('onResponse', async (request, reply) => {
    // The route, not the address: an address may name a person.
    const { method, routeOptions } = request
    inside.meter.answered({ method, route: routeOptions.url ?? '', status: reply.statusCode })
    log({
      event: 'request',
      method,
      route: routeOptions.url ?? '',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    })
  })
  // At the root, so that a fault in either face is logged the same way.
  server.addHook('onError', async ({ method, routeOptions }, _reply, error) => {
    if (isFault(inside, error)) log({ event: 'fault', method, route: routeOptions.url ?? '', fault: faultName(error) })
  })
  server.setErrorHandler((error: FastifyError, _request, reply) => {
    const { status, body } = answerTo(inside, error)
    // Long enough for another HIMS to finish, or for a move to hand over.
    if (status === 503) void reply.header('retry-after', '1')
    return reply.code(status).type('application/json; charset=utf-8').send(body)
  })
  server.setNotFoundHandler((_request, reply) =>
    reply
      .code(404)
      .type('application/json; charset=utf-8')
      .send(refusal({ problem: 'bad-request', detail: 'no such call' }).body),
  )
  healthRoutes(server, inside, metricsOpen)
  void server.register(async (scope) => syncRoutes(scope, inside), { prefix: '/sync/v1' })
  void server.register(async (scope) => fhirRoutes(scope, inside), { prefix: '/fhir' })
  return server
}

function unreadableAddress({ statusCode: status = 400 }: FastifyError) {
  return { status, body: operationOutcome({ status, code: 'invalid', diagnostics: 'The address cannot be read' }) }
}

const isFault = ({ engine }: HimsInside, error: FastifyError): boolean =>
  !(error instanceof FhirRefusal) && engine.faultOf(error) === null && (error.statusCode ?? 500) >= 500

/** Where in our code it broke; a message could carry what a person's record says. */
const faultName = (error: Error): string => `${error.name} ${/at .*/.exec(error.stack ?? '')?.[0] ?? ''}`

function answerTo({ engine }: HimsInside, error: FastifyError): Answer {
  const fault = engine.faultOf(error)
  if (fault === 'full') return refusal({ problem: 'busy', detail: 'storage is full' }, 507)
  if (fault === 'busy') return refusal({ problem: 'busy' })
  const status = error.statusCode ?? 500
  if (status >= 400 && status < 500) return refusal({ problem: 'bad-request', detail: error.code }, status)
  return refusal({ problem: 'internal' })
}
