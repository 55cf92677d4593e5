import { z } from 'zod'

import { SCHEMA, SyncProblem } from '../../domain/wire/sync.ts'
import { inPath, spoken } from './openapi-call.ts'
import type { Spoken } from './openapi-call.ts'

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): object =>
  z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' })

const json = (schema: object) => ({ 'application/json': { schema } })

/** These bring a one-time code; every other call is signed by the terminal (RFC 9421 over RFC 9530). */
const withCode: ReadonlySet<string> = new Set(['/enrol', '/recovery/open'])

function operationOf({ path, summary, request, reply, parameters = [] }: Spoken): object {
  return {
    summary,
    parameters,
    ...(request === null ? {} : { requestBody: { required: true, content: json(schemaOf(request, 'input')) } }),
    security: withCode.has(path) ? [] : [{ signature: [] }],
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
  '/fhir/': { post: fhir('A transaction or batch Bundle') },
  '/fhir/{type}': {
    get: fhir('Search', [type]),
    post: fhir('Create, once with If-None-Exist', [type]),
  },
  '/fhir/{type}/_search': { post: fhir('Search with its terms in the body', [type]) },
  '/fhir/{type}/_history': { get: fhir('What changed last, of one type', [type]) },
  '/fhir/{type}/{id}': {
    get: fhir('Read', [type, id]),
    put: fhir('Create or change, from one version with If-Match', [type, id]),
    delete: fhir('Delete', [type, id]),
  },
  '/fhir/{type}/{id}/_history': { get: fhir('Every version', [type, id]) },
  '/fhir/{type}/{id}/_history/{version}': { get: fhir('One version', [type, id, version]) },
  '/fhir/{type}/{id}/{operation}': {
    get: fhir('An operation on a resource', [type, id, inPath('operation', '$ and its name')]),
  },
}

const watched = (summary: string, kind: string) => ({
  get: { summary, security: [], responses: { '200': { description: summary, content: { [kind]: {} } } } },
})

/** What HIMS speaks, as OpenAPI 3.1. */
export function openApi(): object {
  const sync: Record<string, Record<string, object>> = {}
  for (const call of spoken) {
    const path = `/sync/v1${call.path}`
    sync[path] = { ...sync[path], [call.method]: operationOf(call) }
  }
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
