import { fieldsOf, listOf } from '../../domain/fhir/fields.ts'
import type { Fields } from '../../domain/fhir/fields.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import { Mutation } from '../../domain/wire/sync.ts'
import type { MutationResult } from '../../domain/wire/sync.ts'
import { offline, online } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { Outgoing, SyncStore } from '../sync-store.ts'
import type { Exchange, FhirFault } from './exchange.ts'
import { planOf, rememberedLink } from './give/give.ts'
import type { Entry, GiveWorld } from './give/plan.ts'
import { provenance } from './give/provenance.ts'
import { outcomeOfFault } from './outcome.ts'
import { saidOf } from './said.ts'

const BATCH = 50
/** In how many rounds a mutation met another version of what it is about, each time it was read again. */
export interface Contended {
  readonly contended: Map<string, number>
}

/** More rounds than this are no coincidence: somebody else's resource has the id, and the queue must go on. */
const ROUNDS = 3
/** Somebody else changed the same resource while it was being changed: so often it is read again at once. */
const TRIES = 5

/**
 * Sends everything that waits, in order, each mutation as one transaction. It has been taken if and only if its Provenance
 * is there, which is looked for first: an answer may have been lost.
 */
export async function pushToFhir(ask: Exchange, store: SyncStore, world: GiveWorld & Contended): Promise<Outcome> {
  for (let batch = store.outgoing(BATCH); batch.length > 0; batch = store.outgoing(BATCH)) {
    for (const outgoing of batch) {
      if (store.sending(outgoing.n) === 'disk-full') return offline('busy')
      const said = await give(ask, outgoing, world)
      if (!said.ok) return outcomeOfFault(said.problem)
      if (store.settle([said.value]) === 'disk-full') return offline('busy')
    }
  }
  return online
}

async function give(
  ask: Exchange,
  outgoing: Outgoing,
  world: GiveWorld & Contended,
): Promise<Result<MutationResult, FhirFault>> {
  const { n } = outgoing
  const read = Mutation.safeParse(outgoing)
  if (!read.success) return ok({ n, kind: 'refused', reason: 'not known to this version' })
  const mutation = read.data
  const { body } = mutation
  if (body.kind === 'person.linked') {
    world.memory.remember([rememberedLink(body.link.id, body.link.kept, body.link.merged)])
  }
  let last = ''
  for (let tried = 0; tried < TRIES; tried++) {
    const known = await world.read.get('Provenance', mutation.id)
    if (!known.ok) return known
    if (known.value !== null) return ok({ n, kind: 'applied' })
    const planned = await planOf(mutation, world)
    if (!planned.ok) return planned
    const plan = planned.value
    if (plan.kind === 'refuse') return ok({ n, kind: 'refused', reason: plan.reason.slice(0, 200) })
    const note = plan.note === undefined ? {} : { note: plan.note }
    const entries = plan.kind === 'nothing' ? [] : plan.entries
    const origin = provenance({ id: mutation.id, at: mutation.at, kind: body.kind }, entries, world)
    const answer = await ask({ method: 'POST', path: '', body: transaction([...entries, origin]) })
    if (!answer.ok) return answer
    const { status, body: said } = answer.value
    if (status === 200) {
      return isWhole(said, entries.length + 1)
        ? ok({ n, kind: 'applied', ...note })
        : fail({ kind: 'not-fhir', reason: 'results' })
    }
    // The server's own address is gone, or somebody else's answers there: nothing is known of the mutation.
    if (said['resourceType'] !== 'OperationOutcome' && status !== 413)
      return fail({ kind: 'not-fhir', reason: 'status' })
    last = saidOf(said, status)
    if (status !== 412 && status !== 409) return ok({ n, kind: 'refused', reason: last })
  }
  const rounds = (world.contended.get(mutation.id) ?? 0) + 1
  world.contended.set(mutation.id, rounds)
  if (rounds >= ROUNDS) return ok({ n, kind: 'refused', reason: last })
  return fail({ kind: 'busy', retryAfter: null })
}

const transaction = (entries: readonly Entry[]): object => ({
  resourceType: 'Bundle',
  type: 'transaction',
  entry: entries.map(({ resource, from }) => ({
    resource,
    request: {
      method: 'PUT',
      url: `${resource.resourceType}/${resource.id}`,
      // A server of R4 need not know the second; it is looked before whether the resource is there.
      ...(from === null ? { ifNoneMatch: '*' } : { ifMatch: `W/"${from}"` }),
    },
  })),
})

/** Every entry was done: a server that answers 200 to half of a transaction has not understood it. */
function isWhole(bundle: Fields, count: number): boolean {
  const entries = listOf(bundle['entry']).map((entry) => fieldsOf(fieldsOf(entry)['response'])['status'])
  return (
    bundle['type'] === 'transaction-response' &&
    entries.length === count &&
    entries.every((status) => typeof status === 'string' && /^2\d\d/.test(status))
  )
}
