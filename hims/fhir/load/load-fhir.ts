import { z } from 'zod'

import { fieldsOf, listOf } from '../../../domain/fhir/fields.ts'
import type { Fields } from '../../../domain/fhir/fields.ts'
import type { Store } from '../../database/schema.ts'
import type { HimsInside } from '../../hims.ts'
import { idsByIdentifier } from '../identifier.ts'
import { newId } from '../interaction/change.ts'
import { FhirRefusal } from '../problem.ts'
import { isResourceType } from '../type-table.ts'
import type { ResourceType } from '../type-table.ts'
import { isAbha } from '../../../domain/fhir/vocabulary.ts'
import { createResource, isNativeHere } from '../write.ts'
import { finish, writingOf } from '../writing.ts'
import { idFor } from './id-for.ts'
import { settling } from './settle.ts'

/** What became of the entries of some Bundles. */
export interface FhirLoadReport {
  readonly bundles: number
  readonly people: { readonly new: number; readonly known: number }
  /** How many of each type are in the record now; those that were there already count too. */
  readonly kept: Readonly<Record<string, number>>
  /** Types that are not kept here. */
  readonly skipped: Readonly<Record<string, number>>
  readonly refused: readonly { readonly bundle: number; readonly entry: number; readonly reason: string }[]
}

const Bundle = z.object({
  resourceType: z.literal('Bundle'),
  entry: z
    .array(
      z.object({ fullUrl: z.string().optional(), resource: z.unknown().optional(), request: z.unknown().optional() }),
    )
    .default([]),
})

/** One entry whose type is kept here. */
export interface Loading {
  readonly at: number
  readonly fullUrl: string | null
  readonly type: ResourceType
  readonly resource: Fields
  readonly ifNoneExist: string | null
}

interface Tally {
  bundles: number
  readonly people: { new: number; known: number }
  readonly kept: Record<string, number>
  readonly skipped: Record<string, number>
  readonly refused: { bundle: number; entry: number; reason: string }[]
}

/**
 * Loads Bundles of records that were made elsewhere, such as Synthea writes. A person who is known by the ABHA number or
 * another identifier is not made again, and an entry that was loaded before stays what it is. What cannot be kept is
 * counted and passed over. Nothing in it becomes an order to this hospital's pharmacy.
 */
export async function loadFhir(
  inside: HimsInside,
  bundles: Iterable<unknown> | AsyncIterable<unknown>,
): Promise<FhirLoadReport> {
  const tally: Tally = { bundles: 0, people: { new: 0, known: 0 }, kept: {}, skipped: {}, refused: [] }
  for await (const bundle of bundles) {
    const read = Bundle.safeParse(bundle)
    if (read.success) await loadBundle(inside, read.data, tally)
    else {
      const reason = typeof bundle === 'string' ? bundle : 'not a Bundle'
      tally.refused.push({ bundle: tally.bundles, entry: 0, reason })
    }
    tally.bundles++
  }
  return tally
}

const count = (counts: Record<string, number>, name: string): void => void (counts[name] = (counts[name] ?? 0) + 1)

async function loadBundle(inside: HimsInside, { entry }: z.infer<typeof Bundle>, tally: Tally): Promise<void> {
  const loading: Loading[] = []
  for (const [at, { fullUrl = null, resource: body, request }] of entry.entries()) {
    const resource = fieldsOf(body)
    const type = String(resource['resourceType'])
    const ifNoneExist = fieldsOf(request)['ifNoneExist']
    if (!isResourceType(type)) count(tally.skipped, type)
    else
      loading.push({ at, fullUrl, type, resource, ifNoneExist: typeof ifNoneExist === 'string' ? ifNoneExist : null })
  }
  const ids = new Map<Loading, string>()
  for (const one of loading.filter(({ type }) => type === 'Patient')) {
    const id = await tried(tally, one, () => loadPerson(inside, one, tally))
    if (id !== null) ids.set(one, id)
  }
  await loadPapers(
    inside,
    loading.filter(({ type }) => type !== 'Patient'),
    ids,
    tally,
  )
}

/** What the work returns; null when it was refused, which is told. */
async function tried<Value>(tally: Tally, { at, type }: Loading, work: () => Promise<Value>): Promise<Value | null> {
  try {
    const value = await work()
    count(tally.kept, type)
    return value
  } catch (error) {
    if (!(error instanceof FhirRefusal)) throw error
    const { diagnostics, expression } = error.problem
    tally.refused.push({ bundle: tally.bundles, entry: at, reason: `${expression ?? type}: ${diagnostics}` })
    return null
  }
}

async function loadPerson(inside: HimsInside, { resource, fullUrl }: Loading, tally: Tally): Promise<string> {
  const known = await knownPerson(inside.store, resource)
  tally.people[known === null ? 'new' : 'known']++
  if (known !== null) return known
  const named = { ...resource, identifier: [...listOf(resource['identifier']), ...addressName(fullUrl, resource)] }
  return inside.commit(1, async (store) => {
    const writing = writingOf(store, inside.world, null, true)
    const id = newId(writing)
    await createResource(writing, 'Patient', id, named)
    await finish(writing)
    return id
  })
}

/** A person without any identifier is known again by the address in the Bundle. */
function addressName(fullUrl: string | null, { identifier }: Fields): readonly object[] {
  if (fullUrl === null || listOf(identifier).length > 0) return []
  return [{ system: 'urn:ietf:rfc:3986', value: fullUrl }]
}

async function knownPerson(store: Store, { identifier }: Fields): Promise<string | null> {
  const named = listOf(identifier).map(fieldsOf)
  const first = named.toSorted((one, other) => Number(isOfAbha(other)) - Number(isOfAbha(one)))
  for (const { system, value } of first) {
    if (typeof system !== 'string' || typeof value !== 'string') continue
    const [id] = await idsByIdentifier(store, 'Patient', `${system}|${value}`)
    if (id !== undefined) return id
  }
  return null
}

const isOfAbha = ({ system }: Fields): boolean => typeof system === 'string' && isAbha(system)

async function loadPapers(
  inside: HimsInside,
  papers: readonly Loading[],
  people: ReadonlyMap<Loading, string>,
  tally: Tally,
): Promise<void> {
  const ids = new Map(people)
  const native: Loading[] = []
  await inside.commit(Math.max(1, Math.ceil(papers.length / 2)), async (store) => {
    const writing = writingOf(store, inside.world, null, true)
    const done = new Set<string>()
    for (const one of papers) {
      const { id, isKnown } = await idFor(writing, one)
      ids.set(one, id)
      if (isKnown) done.add(`${one.type}/${id}`)
    }
    const settle = settling(store, ids)
    for (const one of papers) {
      const id = ids.get(one) ?? ''
      const name = `${one.type}/${id}`
      if (done.has(name)) count(tally.kept, one.type)
      else if (isNativeHere(writing, one.type, one.resource)) native.push(one)
      else await tried(tally, one, async () => createResource(writing, one.type, id, await settle(one.resource)))
      done.add(name)
    }
    await finish(writing)
  })
  // What our own tables hold is written one by one: a refusal must take back what it had begun.
  for (const one of native) {
    await tried(tally, one, () =>
      inside.commit(1, async (store) => {
        const writing = writingOf(store, inside.world, null, true)
        await createResource(writing, one.type, ids.get(one) ?? '', await settling(store, ids)(one.resource))
        await finish(writing)
      }),
    )
  }
}
