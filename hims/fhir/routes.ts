import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import { clientOf } from '../client/client.ts'
import type { Engine } from '../database/engine.ts'
import type { HimsInside } from '../hims.ts'
import { searchBundle } from './bundle.ts'
import { capabilityStatement } from './capability.ts'
import { createOnce } from './conditional.ts'
import { FhirRefusal, operationOutcome } from './problem.ts'
import type { FhirProblem } from './problem.ts'
import { readQuery } from './query.ts'
import { readResource } from './read.ts'
import { runTransaction } from './transaction.ts'
import type { ResourceType } from './vocabulary.ts'
import { putPatient } from './write.ts'
import type { Creatable } from './write.ts'

const readable: readonly ResourceType[] = ['Patient', 'MedicationRequest', 'MedicationDispense', 'AllergyIntolerance']
const creatable: readonly Creatable[] = ['Patient', 'MedicationRequest', 'AllergyIntolerance']

/** `/fhir`: HL7 FHIR R4 for the hospital's other systems, over the same rows that terminals hold. */
export function fhirRoutes(server: FastifyInstance, inside: HimsInside): void {
  server.addContentTypeParser(
    'application/fhir+json',
    { parseAs: 'string' },
    server.getDefaultJsonParser('error', 'error'),
  )
  server.setErrorHandler((error: FastifyError, _request, reply) => {
    const problem = problemOfError(inside.engine, error)
    if (problem.status >= 500) void reply.header('retry-after', '5')
    return sendProblem(reply, problem)
  })
  server.setNotFoundHandler((_request, reply) => sendProblem(reply, notFound))
  server.get('/metadata', async (request, reply) => sendFhir(reply, 200, capabilityStatement(baseOf(request))))
  void server.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => {
      if ((await clientOf(inside.store, request.headers.authorization)) !== null) return undefined
      return sendProblem(reply.header('www-authenticate', 'Bearer'), unknownClient)
    })
    for (const type of readable) readingRoutes(scope, inside, type)
    for (const type of creatable) creatingRoute(scope, inside, type)
    writingRoutes(scope, inside)
  })
}

const notFound: FhirProblem = { status: 404, code: 'not-found', diagnostics: 'Nothing here' }
const unknownClient: FhirProblem = { status: 401, code: 'login', diagnostics: 'A bearer token is needed' }

function readingRoutes(server: FastifyInstance, { store }: HimsInside, type: ResourceType): void {
  server.get<{ Params: { readonly id: string } }>(`/${type}/:id`, async (request, reply) =>
    sendResource(reply, store, type, request.params.id, 200),
  )
  server.get(`/${type}`, async (request, reply) => {
    const self = new URL(`${request.protocol}://${request.host}${request.url}`)
    const query = await readQuery(store, type, self.searchParams)
    if (!query.ok) return sendProblem(reply, query.problem)
    return sendFhir(reply, 200, await searchBundle(store, type, query.value, { base: baseOf(request), self }))
  })
}

function creatingRoute(server: FastifyInstance, { store, commit, world }: HimsInside, type: Creatable): void {
  server.post(`/${type}`, async (request, reply) => {
    const condition = request.headers['if-none-exist']
    const input = { body: request.body, ifNoneExist: typeof condition === 'string' ? condition : null }
    const { id, isNew } = await commit(1, (tx) => createOnce(tx, type, input, new Map(), world))
    return sendResource(
      reply.header('location', `${baseOf(request)}/${type}/${id}`),
      store,
      type,
      id,
      isNew ? 201 : 200,
    )
  })
}

function writingRoutes(server: FastifyInstance, { store, commit, world }: HimsInside): void {
  server.put<{ Params: { readonly id: string } }>('/Patient/:id', async (request, reply) => {
    const { id } = request.params
    const match = request.headers['if-match'] ?? null
    const isNew = await commit(1, (tx) => putPatient(tx, id, request.body, match, world))
    return sendResource(reply, store, 'Patient', id, isNew ? 201 : 200)
  })
  server.post('/', async (request, reply) =>
    sendFhir(reply, 200, await commit(50, (tx) => runTransaction(tx, request.body, world))),
  )
}

async function sendResource(
  reply: FastifyReply,
  store: HimsInside['store'],
  type: ResourceType,
  id: string,
  status: number,
): Promise<FastifyReply> {
  const resource = await readResource(store, type, id)
  if (resource === null) return sendProblem(reply, notFound)
  void reply.header('etag', `W/"${resource.meta.versionId}"`)
  void reply.header('last-modified', new Date(resource.meta.lastUpdated).toUTCString())
  return sendFhir(reply, status, resource)
}

const sendFhir = (reply: FastifyReply, status: number, resource: object): FastifyReply =>
  reply.code(status).type('application/fhir+json; charset=utf-8').send(JSON.stringify(resource))

const sendProblem = (reply: FastifyReply, problem: FhirProblem): FastifyReply =>
  sendFhir(reply, problem.status, operationOutcome(problem))

const baseOf = (request: FastifyRequest): string => `${request.protocol}://${request.host}/fhir`

function problemOfError(engine: Engine, error: Error & { readonly statusCode?: number }): FhirProblem {
  if (error instanceof FhirRefusal) return error.problem
  const fault = engine.faultOf(error)
  if (fault === 'full') return { status: 507, code: 'no-store', diagnostics: 'Storage is full' }
  if (fault === 'busy') return { status: 503, code: 'transient', diagnostics: 'Busy' }
  const { statusCode = 500 } = error
  return statusCode < 500
    ? { status: statusCode, code: 'invalid', diagnostics: 'The request cannot be read' }
    : { status: 500, code: 'exception', diagnostics: 'Something went wrong here' }
}
