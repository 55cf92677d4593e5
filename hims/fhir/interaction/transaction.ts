import type { Fields } from '../../../domain/fhir/fields.ts'
import { resourceIn } from '../incoming.ts'
import { FhirRefusal } from '../problem.ts'
import { unprocessable } from '../../../domain/fhir/problem.ts'
import { isResourceType } from '../type-table.ts'
import type { ResourceType } from '../type-table.ts'
import { createResource } from '../write.ts'
import type { Writing } from '../writing.ts'
import type { BundleEntry } from './bundle.ts'
import { allow, matching, newId, remove, update } from './change.ts'
import { interactionOf } from './interaction.ts'
import type { Interaction } from './interaction.ts'
import { conditional, searchesIn, settled } from './reference.ts'
import type { Settle } from './reference.ts'

/** What became of an entry that wrote; reads of a transaction are answered after its commit. */
export interface Outcome {
  readonly entry: BundleEntry
  readonly interaction: Interaction
  readonly status: 200 | 201 | 204
  readonly type: ResourceType
  readonly id: string
}

interface Planned {
  readonly entry: BundleEntry
  readonly interaction: Interaction & { readonly type: ResourceType }
  readonly id: string
  /** It is there already, and nothing is to be done. */
  readonly isKnown: boolean
}

/** The order that writes are made in: a record needs its patient, a hand-over its order. */
const rank = ({ interaction: { kind, type } }: Planned): number => {
  if (kind === 'delete') return 0
  if (type === 'Patient') return 1
  return type === 'MedicationDispense' || type === 'Provenance' ? 3 : 2
}

/** Does everything in a transaction, or by throwing a FhirRefusal nothing of it. */
export async function runTransaction(writing: Writing, entries: readonly BundleEntry[]): Promise<readonly Outcome[]> {
  const planned: Planned[] = []
  for (const entry of entries) {
    if (entry.method !== 'GET') planned.push(await inEntry(entry, () => planOf(writing, entry)))
  }
  refuseTwice(planned)
  const settle = await settling(writing, planned)
  for (const plan of planned.toSorted((one, other) => rank(one) - rank(other))) {
    if (!plan.isKnown) await inEntry(plan.entry, () => carryOut(writing, plan, settle))
  }
  return planned.map(({ entry, interaction, id, isKnown }) => {
    const isCreate = interaction.kind === 'create' && !isKnown
    const status = interaction.kind === 'delete' ? 204 : isCreate ? 201 : 200
    return { entry, interaction, status, type: interaction.type, id }
  })
}

/** Says of a refusal which entry it is about. */
async function inEntry<Value>({ at }: BundleEntry, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof FhirRefusal)) throw error
    const { problem } = error
    const place = `Bundle.entry[${at}]`
    throw new FhirRefusal({ ...problem, expression: problem.expression ?? place, entry: place })
  }
}

async function planOf(writing: Writing, entry: BundleEntry): Promise<Planned> {
  const interaction = interactionOf(entry.method, entry.path)
  const { kind } = interaction
  if (kind === 'create') {
    allow(interaction.type, 'create')
    resourceIn(entry.resource, interaction.type)
    const known = entry.ifNoneExist === null ? null : await matching(writing.store, interaction.type, entry.ifNoneExist)
    return { entry, interaction, id: known ?? newId(writing), isKnown: known !== null }
  }
  if (kind === 'update') resourceIn(entry.resource, interaction.type)
  if (kind === 'update' || kind === 'delete') return { entry, interaction, id: interaction.id, isKnown: false }
  const text =
    kind === 'unknown-type'
      ? `${interaction.type.slice(0, 64)} is not kept here`
      : `${entry.method} ${entry.path.slice(0, 100)} is not for a transaction`
  throw new FhirRefusal(unprocessable('not-supported', text))
}

function refuseTwice(planned: readonly Planned[]): void {
  const seen = new Set<string>()
  for (const { entry, interaction, id, isKnown } of planned) {
    for (const name of [
      ...(isKnown ? [] : [`${interaction.type}/${id}`]),
      ...(entry.fullUrl === null ? [] : [entry.fullUrl]),
    ]) {
      if (seen.has(name)) {
        throw new FhirRefusal(unprocessable('invalid', 'Two entries are of one resource', `Bundle.entry[${entry.at}]`))
      }
      seen.add(name)
    }
  }
}

/** How references are settled: by what the entries become, and by searches for the conditional ones. */
async function settling({ store }: Writing, planned: readonly Planned[]): Promise<(entry: BundleEntry) => Settle> {
  const names = new Map<string, string>()
  for (const { entry, interaction, id } of planned) {
    const name = `${interaction.type}/${id}`
    if (entry.fullUrl !== null) names.set(entry.fullUrl, name)
    const own = entry.resource?.['id']
    // Relative references mean the server that the entry's own address is of.
    if (typeof own === 'string' && /^https?:/.test(entry.fullUrl ?? '')) names.set(`${interaction.type}/${own}`, name)
  }
  const searches = new Map(planned.flatMap(({ entry }) => searchesIn(entry.resource).map((text) => [text, entry])))
  for (const [reference, entry] of searches) {
    const [, type = '', query = ''] = conditional.exec(reference) ?? []
    const id = isResourceType(type) ? await inEntry(entry, () => matching(store, type, query)) : null
    if (id !== null) names.set(reference, `${type}/${id}`)
  }
  return (entry) => (reference) => {
    const known = names.get(reference)
    if (known !== undefined) return known
    const isOpen = reference.startsWith('urn:uuid:') || conditional.test(reference)
    if (!isOpen) return reference
    const text = `${reference.slice(0, 200)} is nothing in this Bundle or here`
    throw new FhirRefusal(unprocessable('not-found', text, `Bundle.entry[${entry.at}].resource`))
  }
}

async function carryOut(
  writing: Writing,
  { entry, interaction, id }: Planned,
  settle: (entry: BundleEntry) => Settle,
): Promise<void> {
  const { type } = interaction
  if (interaction.kind === 'delete') return remove(writing, type, id, entry.ifMatch)
  const resource: Fields = settled(entry.resource ?? {}, settle(entry))
  if (interaction.kind === 'create') return createResource(writing, type, id, resource)
  await update(writing, { type, id, body: resource, ifMatch: entry.ifMatch, ifNoneMatch: entry.ifNoneMatch })
}
