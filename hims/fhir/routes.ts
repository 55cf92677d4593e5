import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import { clientOf } from '../client/client.ts'
import type { Client } from '../client/client.ts'
import type { HimsInside } from '../hims.ts'
import { accessLog } from './audit/access.ts'
import type { AccessLog } from './audit/access.ts'
import { capabilityStatement } from './capability.ts'
import type { Answer, Ask } from './interaction/answer.ts'
import { handle } from './interaction/handle.ts'
import { jsonBody } from './json-body.ts'
import { operationOutcome, problemOfError } from './problem.ts'
import type { FhirProblem } from '../../domain/fhir/problem.ts'

/** A person's whole record may come in one transaction. */
const BUNDLE_LIMIT = 32 * 1024 * 1024

declare module 'fastify' {
  interface FastifyRequest {
    /** The FHIR client whose token came with the request. */
    fhirClient: Client | null
  }
}

/** `/fhir`: HL7 FHIR R4 for the hospital's other systems, over the same rows that terminals hold. */
export function fhirRoutes(server: FastifyInstance, inside: HimsInside): void {
  server.addContentTypeParser(
    ['application/fhir+json', 'application/json+fhir', 'application/json'],
    { parseAs: 'string' },
    async (_request: FastifyRequest, body: string) => jsonBody(body),
  )
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  )
  server.setErrorHandler((error: FastifyError, _request, reply) =>
    sendProblem(reply, problemOfError(inside.engine, error)),
  )
  server.setNotFoundHandler((_request, reply) => sendProblem(reply, notFound))
  server.get('/metadata', async (request, reply) => sendFhir(reply, 200, capabilityStatement(baseOf(request))))
  const log = accessLog(inside.commit, inside.world)
  server.addHook('onClose', async () => log.flush())
  void server.register(async (scope) => {
    scope.decorateRequest('fhirClient', null)
    scope.addHook('onRequest', async (request, reply) => {
      const client = await clientOf(inside.store, request.headers.authorization)
      if (client === null) return sendProblem(reply.header('www-authenticate', 'Bearer'), unknownClient)
      if (request.headers['content-encoding'] !== undefined) return sendProblem(reply, packed)
      request.fhirClient = client
      return undefined
    })
    for (const url of ['/', '/:type', '/:type/:id', '/:type/:id/:part', '/:type/:id/:part/:version']) {
      scope.route({
        method: ['GET', 'POST', 'PUT', 'DELETE'],
        url,
        bodyLimit: BUNDLE_LIMIT,
        handler: (request, reply) => answer(inside, log, request, reply),
      })
    }
  })
}

const notFound: FhirProblem = { status: 404, code: 'not-found', diagnostics: 'Nothing here' }
const packed: FhirProblem = {
  status: 415,
  code: 'not-supported',
  diagnostics: 'A body is taken without Content-Encoding only',
}
const unknownClient: FhirProblem = { status: 401, code: 'login', diagnostics: 'A bearer token is needed' }

async function answer(
  inside: HimsInside,
  log: AccessLog,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const base = baseOf(request)
  const client = request.fhirClient
  if (client === null) return sendProblem(reply, unknownClient)
  const face = { inside, log, base, client: client.id, scopes: client.scopes }
  return sendAnswer(reply, await handle(face, askOf(request)), base)
}

function askOf(request: FastifyRequest): Ask {
  const { pathname, searchParams } = new URL(request.url, 'http://hims')
  const form = typeof request.body === 'string' ? new URLSearchParams(request.body) : []
  const header = (name: string): string | null => {
    const value = request.headers[name]
    return typeof value === 'string' ? value : null
  }
  return {
    method: request.method,
    path: decodeURIComponent(pathname).replace(/^\/fhir\/?/, ''),
    query: new URLSearchParams([...searchParams, ...form]),
    body: request.body,
    ifMatch: header('if-match'),
    ifNoneMatch: header('if-none-match'),
    ifNoneExist: header('if-none-exist'),
    prefer: header('prefer') ?? '',
  }
}

function sendAnswer(reply: FastifyReply, { status, body, etag, lastModified, location }: Answer, base: string) {
  if (etag !== undefined) void reply.header('etag', etag)
  if (lastModified !== undefined) void reply.header('last-modified', new Date(lastModified).toUTCString())
  if (location !== undefined) void reply.header('location', `${base}/${location}`)
  if (status >= 500) void reply.header('retry-after', '5')
  return body === null ? reply.code(status).send() : sendFhir(reply, status, body)
}

const sendFhir = (reply: FastifyReply, status: number, resource: object): FastifyReply =>
  reply.code(status).type('application/fhir+json; charset=utf-8').send(JSON.stringify(resource))

function sendProblem(reply: FastifyReply, problem: FhirProblem): FastifyReply {
  if (problem.status >= 500) void reply.header('retry-after', '5')
  return sendFhir(reply, problem.status, operationOutcome(problem))
}

const baseOf = (request: FastifyRequest): string => `${request.protocol}://${request.host}/fhir`
