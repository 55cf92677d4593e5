import { z } from 'zod'

import { CardListsReply, CardListsRequest, DelegateReply, DelegateRequest } from '../../domain/wire/card-lists.ts'
import { DigestReply, DigestRequest, RowsReply, RowsRequest } from '../../domain/wire/digest.ts'
import { DirectoryReply, ForwardReply, ForwardRequest } from '../../domain/wire/envelope.ts'
import { RightReply, RightRequest } from '../../domain/wire/right.ts'
import {
  EnrolReply,
  EnrolRequest,
  HelloReply,
  HelloRequest,
  LeaseReply,
  LeaseRequest,
  LookupReply,
  PokeReply,
  PullReply,
  PullRequest,
  PushReply,
  PushRequest,
  SCHEMA,
  SyncProblem,
} from '../../domain/wire/sync.ts'

/** One call of `/sync/v1`, by the shapes that terminals and HIMS both read it with. */
interface Spoken {
  readonly method: 'get' | 'post'
  readonly path: string
  readonly summary: string
  readonly request: z.ZodType | null
  readonly reply: z.ZodType
  readonly parameters?: readonly object[]
}

const Nothing = z.object({})

const inPath = (name: string, description: string) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
})

const spoken: readonly Spoken[] = [
  {
    method: 'post',
    path: '/enrol',
    summary: 'Makes a terminal of whoever brings a one-time code',
    request: EnrolRequest,
    reply: EnrolReply,
  },
  {
    method: 'post',
    path: '/hello',
    summary: 'Agrees on epoch, numbers and cursor',
    request: HelloRequest,
    reply: HelloReply,
  },
  {
    method: 'post',
    path: '/push',
    summary: 'Takes mutations strictly in order of n, each once',
    request: PushRequest,
    reply: PushReply,
  },
  {
    method: 'post',
    path: '/pull',
    summary: 'The changes after a cursor, in the order of commits',
    request: PullRequest,
    reply: PullReply,
  },
  {
    method: 'post',
    path: '/lease',
    summary: 'Card blanks and token numbers for one terminal',
    request: LeaseRequest,
    reply: LeaseReply,
  },
  {
    method: 'post',
    path: '/right',
    summary: 'Claims and releases rights to give medicine out',
    request: RightRequest,
    reply: RightReply,
  },
  {
    method: 'post',
    path: '/card-lists',
    summary: 'The trust list and the status of cards',
    request: CardListsRequest,
    reply: CardListsReply,
  },
  {
    method: 'post',
    path: '/delegate',
    summary: 'Puts a desk’s own card key into the trust list',
    request: DelegateRequest,
    reply: DelegateReply,
  },
  {
    method: 'post',
    path: '/forward',
    summary: 'Pushes that a hospital’s own server brings, as they were signed',
    request: ForwardRequest,
    reply: ForwardReply,
  },
  {
    method: 'post',
    path: '/directory',
    summary: 'The terminals of a hospital, for its own server',
    request: Nothing,
    reply: DirectoryReply,
  },
  {
    method: 'post',
    path: '/digest',
    summary: 'Digests of what a terminal should hold, a bucket at a time',
    request: DigestRequest,
    reply: DigestReply,
  },
  {
    method: 'post',
    path: '/rows',
    summary: 'The rows of one bucket, where a digest differs',
    request: RowsRequest,
    reply: RowsReply,
  },
  {
    method: 'get',
    path: '/poke',
    summary: 'Answers when something has changed after a cursor, or after 25 seconds',
    request: null,
    reply: PokeReply,
    parameters: [{ name: 'cursor', in: 'query', required: true, schema: { type: 'integer', minimum: 0 } }],
  },
  {
    method: 'get',
    path: '/card/{cardId}',
    summary: 'A card and whose it is',
    request: null,
    reply: LookupReply,
    parameters: [inPath('cardId', 'The number of the card')],
  },
]

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): object =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' })

const json = (schema: object) => ({ 'application/json': { schema } })

/** Every call but enrolment is signed by the terminal (RFC 9421 over RFC 9530). */
function operationOf({ path, summary, request, reply, parameters = [] }: Spoken): object {
  return {
    summary,
    parameters,
    ...(request === null ? {} : { requestBody: { required: true, content: json(schemaOf(request, 'input')) } }),
    security: path === '/enrol' ? [] : [{ signature: [] }],
    responses: {
      '200': { description: 'Done', content: json(schemaOf(reply, 'output')) },
      default: { description: 'Not done, and why', content: json({ $ref: '#/components/schemas/SyncProblem' }) },
    },
  }
}

const fhir = (summary: string, parameters: readonly object[] = []) => ({
  summary,
  parameters,
  security: [{ bearer: [] }],
  responses: {
    '200': { description: 'A FHIR R4 resource', content: { 'application/fhir+json': { schema: { type: 'object' } } } },
    default: {
      description: 'An OperationOutcome',
      content: { 'application/fhir+json': { schema: { type: 'object' } } },
    },
  },
})

const type = inPath('type', 'A resource type of the CapabilityStatement')
const id = inPath('id', 'The id of a resource')
const version = inPath('version', 'A version of it')

/** In outline; the CapabilityStatement at /fhir/metadata says which types take which of these. */
const fhirPaths = {
  '/fhir/metadata': { get: { ...fhir('The CapabilityStatement'), security: [] } },
  '/fhir/': { post: fhir('A transaction Bundle') },
  '/fhir/_history': { get: fhir('What changed last, of every type') },
  '/fhir/{type}': {
    get: fhir('Search', [type]),
    post: fhir('Create, once with If-None-Exist', [type]),
    put: fhir('Create or change by a search', [type]),
    delete: fhir('Delete by a search', [type]),
  },
  '/fhir/{type}/_search': { post: fhir('Search with its terms in the body', [type]) },
  '/fhir/{type}/_history': { get: fhir('What changed last, of one type', [type]) },
  '/fhir/{type}/{operation}': {
    get: fhir('An operation on a type', [type, inPath('operation', '$ and its name')]),
    post: fhir('An operation on a type', [type, inPath('operation', '$ and its name')]),
  },
  '/fhir/{type}/{id}': {
    get: fhir('Read', [type, id]),
    put: fhir('Create or change, from one version with If-Match', [type, id]),
    patch: fhir('Change in part', [type, id]),
    delete: fhir('Delete', [type, id]),
  },
  '/fhir/{type}/{id}/_history': { get: fhir('Every version', [type, id]) },
  '/fhir/{type}/{id}/_history/{version}': { get: fhir('One version', [type, id, version]) },
  '/fhir/{type}/{id}/{operation}': {
    get: fhir('An operation on a resource', [type, id, inPath('operation', '$ and its name')]),
    post: fhir('An operation on a resource', [type, id, inPath('operation', '$ and its name')]),
  },
}

const watched = (summary: string, kind: string) => ({
  get: { summary, security: [], responses: { '200': { description: summary, content: { [kind]: {} } } } },
})

/** What HIMS speaks, as OpenAPI 3.1. */
export function openApi(): object {
  const sync = Object.fromEntries(spoken.map((call) => [`/sync/v1${call.path}`, { [call.method]: operationOf(call) }]))
  return {
    openapi: '3.1.1',
    info: { title: 'HIMS', version: `${SCHEMA}`, description: 'What hospital terminals and other systems ask of HIMS' },
    paths: {
      ...sync,
      ...fhirPaths,
      '/health': watched('Is it alive', 'application/json'),
      '/ready': watched('Should it get requests now', 'application/json'),
      '/metrics': watched('Counters for Prometheus, for this machine only unless it is opened', 'text/plain'),
      '/openapi.json': watched('This page', 'application/json'),
    },
    components: {
      schemas: { SyncProblem: schemaOf(SyncProblem, 'output') },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        signature: { type: 'apiKey', in: 'header', name: 'Signature', description: 'RFC 9421 over RFC 9530, Ed25519' },
      },
    },
  }
}
