import { STATUS_CODES } from 'node:http'

import { unreachable } from '../../../domain/result.ts'
import type { HimsInside } from '../../hims.ts'
import { fieldsOf } from '../../../domain/fhir/fields.ts'
import { mayDo } from '../../client/scope.ts'
import type { Scopes } from '../../client/scope.ts'
import { spanOf } from '../../clinical/instant.ts'
import { accessRow, keepAccess } from '../audit/access.ts'
import type { Access, AccessLog } from '../audit/access.ts'
import { historyBundle } from '../history/history-bundle.ts'
import { instanceHistory, typeHistory } from '../history/history.ts'
import { FhirRefusal, operationOutcome, problemOfError } from '../problem.ts'
import type { FhirProblem } from '../../../domain/fhir/problem.ts'
import { ensurePermitted, ensureSearchable } from '../permitted.ts'
import { readResource } from '../read.ts'
import { readSearch } from '../search/read-search.ts'
import { runSearch } from '../search/run-search.ts'
import { personIn } from '../stored-resource.ts'
import { everything } from '../summary/everything.ts'
import { schemesOf } from '../../scheme/schemes-operation.ts'
import { summaryOf } from '../summary/summary.ts'
import { isResourceType } from '../type-table.ts'
import type { ResourceType } from '../type-table.ts'
import type { Resource } from '../resource.ts'
import { finish, writingOf } from '../writing.ts'
import type { Writing } from '../writing.ts'
import { resourceAnswer, writtenAnswer } from './answer.ts'
import type { Answer, Ask } from './answer.ts'
import { readBundle } from './bundle.ts'
import type { BundleEntry } from './bundle.ts'
import { create, remove, update } from './change.ts'
import { interactionOf } from './interaction.ts'
import type { Interaction } from './interaction.ts'
import { searchBundle } from './search-bundle.ts'
import { runTransaction } from './transaction.ts'
import type { Outcome } from './transaction.ts'

/** The FHIR face for one client: `base` is its address without a slash at the end. */
export interface Face {
  readonly inside: HimsInside
  readonly log: AccessLog
  readonly base: string
  readonly client: string
  readonly scopes: Scopes
}

/** Answers one request of a known client. Every request is noted, those that fail too. */
export async function handle(face: Face, ask: Ask): Promise<Answer> {
  const interaction = interactionOf(ask.method === 'HEAD' ? 'GET' : ask.method, ask.path)
  try {
    return await answerTo(face, interaction, ask)
  } catch (error) {
    const problem = problemOfError(face.inside.engine, error)
    face.log.note({ ...accessOf(face, interaction, ask), outcome: problem.status < 500 ? 4 : 8 })
    // A bug is for the log of the server, which knows where it was thrown.
    if (problem.code === 'exception') throw error
    return { status: problem.status, body: operationOutcome(problem) }
  }
}

function accessOf({ client }: Face, interaction: Interaction, { query }: Ask): Access {
  const type = 'type' in interaction ? interaction.type : null
  const target = 'id' in interaction ? interaction.id : null
  return {
    client,
    action: actionOf(interaction),
    outcome: 0,
    type,
    target,
    person: type === 'Patient' ? target : null,
    query: query.size === 0 ? null : query.toString().slice(0, 2000),
  }
}

function actionOf({ kind }: Interaction): string {
  if (kind === 'bundle') return 'transaction'
  return kind === 'everything' || kind === 'summary' || kind === 'schemes' ? 'operation' : kind
}

function refuse(problem: FhirProblem): never {
  throw new FhirRefusal(problem)
}

const notDone = ({ method, path }: Ask): FhirProblem => ({
  status: 405,
  code: 'not-supported',
  diagnostics: `${method} ${path.slice(0, 100)} is not done here: the CapabilityStatement says what is`,
})

const nothingHere: FhirProblem = { status: 404, code: 'not-found', diagnostics: 'Nothing here' }

async function answerTo(face: Face, interaction: Interaction, ask: Ask): Promise<Answer> {
  ensurePermitted(face.scopes, interaction)
  ensureSearchable(face.scopes, interaction, ask)
  switch (interaction.kind) {
    case 'read':
      return noted(face, interaction, ask, await read(face, interaction, ask))
    case 'vread':
    case 'history-instance':
      return noted(face, interaction, ask, await versions(face, interaction, ask))
    case 'history-type':
      return noted(face, interaction, ask, await changes(face, interaction.type, ask))
    case 'search-type':
      return search(face, interaction, ask)
    case 'create':
    case 'update':
    case 'delete':
      return write(face, interaction, ask)
    case 'everything':
      return noted(face, interaction, ask, await everything(face, interaction.id, ask))
    case 'summary':
      return noted(face, interaction, ask, await summaryOf(face, interaction.id))
    case 'schemes':
      return noted(face, interaction, ask, await schemesOf(face.inside, interaction.id, ask.query.get('date')))
    case 'bundle':
      return bundle(face, ask)
    case 'unknown-type':
      return refuse({
        status: 404,
        code: 'not-supported',
        diagnostics: `${interaction.type.slice(0, 64)} is not kept here`,
      })
    case 'not-here':
      return refuse(ask.path === '' ? nothingHere : notDone(ask))
    default:
      return unreachable(interaction)
  }
}

function noted(face: Face, interaction: Interaction, ask: Ask, answer: Answer): Answer {
  const access = accessOf(face, interaction, ask)
  const body = answer.body
  const person = access.person ?? (body !== null && 'resourceType' in body ? personOf(access.type, body) : null)
  face.log.note({ ...access, person })
  return answer
}

const personOf = (type: string | null, body: object): string | null =>
  type !== null && isResourceType(type) && type !== 'AuditEvent' && fieldsOf(body)['resourceType'] === type
    ? personIn(type, body)
    : null

async function read(
  { inside: { store } }: Face,
  { type, id }: { readonly type: ResourceType; readonly id: string },
  ask: Ask,
) {
  const found = await readResource(store, type, id)
  if (found === 'deleted') return refuse({ status: 410, code: 'deleted', diagnostics: 'This was deleted' })
  if (found === null) return refuse(nothingHere)
  const answer = resourceAnswer(200, found)
  return ask.ifNoneMatch !== null && ask.ifNoneMatch === answer.etag ? { ...answer, status: 304, body: null } : answer
}

async function versions(
  { inside: { store }, base }: Face,
  interaction: Extract<Interaction, { readonly kind: 'vread' | 'history-instance' }>,
  { query }: Ask,
): Promise<Answer> {
  const { type, id } = interaction
  const all = await instanceHistory(store, type, id)
  if (all.length === 0) return refuse(nothingHere)
  if (interaction.kind === 'history-instance') {
    const { since, count, skip } = historyAsk(query)
    const told = all.filter(({ updated }) => updated >= since)
    const self = new URL(`${base}/${type}/${id}/_history?${query.toString()}`)
    const next = told.length > skip + count ? nextPage(self, skip + count) : null
    return {
      status: 200,
      body: historyBundle(told.slice(skip, skip + count), base, { self, next, total: told.length }),
    }
  }
  const one = all.find(({ version }) => version === interaction.version)
  if (one === undefined) return refuse({ ...nothingHere, diagnostics: 'No such version' })
  if (one.resource === null) return refuse({ status: 410, code: 'deleted', diagnostics: 'This was deleted' })
  return resourceAnswer(200, one.resource)
}

async function changes({ inside: { store }, base }: Face, type: ResourceType, { query }: Ask): Promise<Answer> {
  const asked = historyAsk(query)
  const found = await typeHistory(store, type, asked)
  const self = new URL(`${base}/${type}/_history?${query.toString()}`)
  const next = found.length > asked.count ? nextPage(self, asked.skip + asked.count) : null
  return { status: 200, body: historyBundle(found.slice(0, asked.count), base, { self, next, total: null }) }
}

function nextPage(self: URL, skip: number): URL {
  const next = new URL(self)
  next.searchParams.set('_skip', String(skip))
  return next
}

function historyAsk(query: URLSearchParams) {
  const whole = (name: string, usual: number, most: number): number => {
    const value = Number(query.get(name) ?? usual)
    return Number.isInteger(value) && value >= 0 ? Math.min(most, value) : usual
  }
  const since = query.get('_since')
  const span = since === null ? null : spanOf(since)
  if (since !== null && span === null) refuse({ status: 400, code: 'value', diagnostics: '_since cannot be read' })
  return { count: Math.max(1, whole('_count', 50, 500)), skip: whole('_skip', 0, 100_000), since: span?.from ?? '' }
}

async function search(
  face: Face,
  interaction: Extract<Interaction, { readonly kind: 'search-type' }>,
  ask: Ask,
): Promise<Answer> {
  const { inside, base, log } = face
  const { type } = interaction
  const asked = await readSearch(inside.store, type, ask.query, /handling=lenient/.test(ask.prefer))
  if (!asked.ok) return refuse(asked.problem)
  const found = await runSearch(inside.store, type, asked.value)
  const page = { ...found, included: found.included.filter((one) => mayDo(face.scopes, one.resourceType, 'r')) }
  const person = asked.value.conditions.find(({ kind }) => kind === 'person')
  log.note({
    ...accessOf(face, interaction, ask),
    person: person?.kind === 'person' ? (person.ids[0] ?? null) : null,
  })
  const self = new URL(`${base}/${type}?${ask.query.toString()}`)
  return { status: 200, body: searchBundle(page, asked.value, base, self) }
}

async function write(
  face: Face,
  interaction: Extract<Interaction, { readonly kind: 'create' | 'update' | 'delete' }>,
  ask: Ask,
): Promise<Answer> {
  const { inside, client } = face
  const { type } = interaction
  const { status, written } = await inside.commit(1, async (store) => {
    const writing = writingOf(store, inside.world, client)
    const done = await writeOne(writing, interaction, ask)
    await finish(writing)
    const person = writing.touched[0]?.person ?? null
    const access = { ...accessOf(face, interaction, ask), target: done.id, person }
    await keepAccess(store, [accessRow(access, inside.world)])
    // Before the commit ends, so that nobody is told the version of a later write as their own.
    return { ...done, written: done.status === 204 ? null : await readResource(store, type, done.id) }
  })
  return isThere(written) ? writtenAnswer(status, written, ask.prefer) : { status, body: null }
}

const isThere = (resource: Resource | 'deleted' | null): resource is Resource =>
  resource !== null && resource !== 'deleted'

async function writeOne(
  writing: Writing,
  interaction: Extract<Interaction, { readonly kind: 'create' | 'update' | 'delete' }>,
  ask: Ask,
): Promise<{ readonly id: string; readonly status: 200 | 201 | 204 }> {
  if (interaction.kind === 'delete') {
    await remove(writing, interaction.type, interaction.id, ask.ifMatch)
    return { id: interaction.id, status: 204 }
  }
  const { id, isNew } =
    interaction.kind === 'create'
      ? await create(writing, interaction.type, ask.body, ask.ifNoneExist)
      : await update(writing, { ...interaction, body: ask.body, ifMatch: ask.ifMatch, ifNoneMatch: ask.ifNoneMatch })
  return { id, status: isNew ? 201 : 200 }
}

async function bundle(face: Face, ask: Ask): Promise<Answer> {
  const { type, entries } = readBundle(ask.body, face.base)
  if (type === 'batch') {
    const answers: object[] = []
    for (const entry of entries) answers.push(entryOf(await handle(face, askOf(entry, ask)), face.base, true))
    return { status: 200, body: bundleOf('batch-response', answers) }
  }
  return transaction(face, entries, ask)
}

async function transaction(face: Face, entries: readonly BundleEntry[], ask: Ask): Promise<Answer> {
  const { inside, client, base } = face
  for (const entry of entries) {
    const interaction = interactionOf(entry.method, entry.path)
    ensurePermitted(face.scopes, interaction)
    ensureSearchable(face.scopes, interaction, { ifNoneExist: entry.ifNoneExist, body: entry.resource })
  }
  const outcomes = await inside.commit(Math.max(1, entries.length), async (store) => {
    const writing = writingOf(store, inside.world, client)
    const done = await runTransaction(writing, entries)
    await finish(writing)
    const person = writing.touched.find(({ person: one }) => one !== null)?.person ?? null
    const access = { ...accessOf(face, { kind: 'bundle' }, ask), person }
    await keepAccess(store, [accessRow(access, inside.world)])
    return new Map(done.map((outcome) => [outcome.entry, outcome]))
  })
  const answers: object[] = []
  for (const entry of entries) {
    const outcome = outcomes.get(entry)
    const answer = outcome === undefined ? await handle(face, askOf(entry, ask)) : await answerOf(face, outcome, ask)
    answers.push(entryOf(answer, base, true))
  }
  return { status: 200, body: bundleOf('transaction-response', answers) }
}

async function answerOf({ inside: { store } }: Face, { type, id, status }: Outcome, { prefer }: Ask): Promise<Answer> {
  const written = status === 204 ? null : await readResource(store, type, id)
  return isThere(written) ? writtenAnswer(status, written, prefer) : { status, body: null }
}

const askOf = (entry: BundleEntry, { prefer }: Ask): Ask => ({
  method: entry.method,
  path: entry.path,
  query: new URLSearchParams(entry.query),
  body: entry.resource,
  ifMatch: entry.ifMatch,
  ifNoneMatch: entry.ifNoneMatch,
  ifNoneExist: entry.ifNoneExist,
  prefer,
})

const bundleOf = (type: string, entry: readonly object[]): object => ({
  resourceType: 'Bundle',
  type,
  ...(entry.length === 0 ? {} : { entry }),
})

function entryOf({ status, body, etag, lastModified, location }: Answer, base: string, isWhole: boolean): object {
  const isOutcome = status >= 400
  return {
    ...(location === undefined ? {} : { fullUrl: `${base}/${location.replace(/\/_history\/.*$/, '')}` }),
    ...(body === null || isOutcome || !isWhole ? {} : { resource: body }),
    response: {
      status: `${status} ${STATUS_CODES[status] ?? ''}`.trim(),
      ...(location === undefined ? {} : { location }),
      ...(etag === undefined ? {} : { etag }),
      ...(lastModified === undefined ? {} : { lastModified }),
      ...(isOutcome && body !== null ? { outcome: body } : {}),
    },
  }
}
