import { z } from 'zod'

import type { Store } from '../database/schema.ts'
import type { HimsWorld } from '../world.ts'
import { createOnce } from './conditional.ts'
import type { Created } from './conditional.ts'
import { fhirPath } from './element.ts'
import { FhirRefusal, unprocessable } from './problem.ts'
import { readResource } from './read.ts'
import type { Creatable } from './write.ts'

const Entry = z.object({
  fullUrl: z.string().max(500).optional(),
  resource: z.looseObject({ resourceType: z.enum(['Patient', 'MedicationRequest', 'AllergyIntolerance']) }),
  request: z.object({ method: z.literal('POST'), url: z.string(), ifNoneExist: z.string().max(500).optional() }),
})
type Entry = z.infer<typeof Entry>

const Transaction = z.object({
  resourceType: z.literal('Bundle'),
  type: z.literal('transaction'),
  entry: z.array(Entry).min(1).max(200),
})

/** Patients come first, whatever order they were sent in: the others refer to them. */
const order: readonly Creatable[] = ['Patient', 'AllergyIntolerance', 'MedicationRequest']

/** Creates everything in a transaction Bundle, or by throwing a FhirRefusal nothing of it. */
export async function runTransaction(store: Store, body: unknown, world: HimsWorld): Promise<object> {
  const read = Transaction.safeParse(body)
  if (!read.success) {
    const [issue] = read.error.issues
    const text = 'A transaction of creates (POST) of Patient, MedicationRequest or AllergyIntolerance is understood'
    throw new FhirRefusal(unprocessable('not-supported', text, fhirPath('Bundle', issue?.path ?? [])))
  }
  const { entry: entries } = read.data
  const made = new Map<Entry, Created>()
  const ids = new Map<string, string>()
  const gathering = new Map<string, string>()
  for (const type of order) {
    for (const entry of entries.filter(({ resource }) => resource.resourceType === type)) {
      if (entry.request.url !== type) throw new FhirRefusal(unprocessable('value', `request.url must be ${type}`))
      const input = { body: referringTo(entry.resource, ids), ifNoneExist: entry.request.ifNoneExist ?? null }
      const created = await createOnce(store, type, input, gathering, world)
      made.set(entry, created)
      if (entry.fullUrl !== undefined) ids.set(entry.fullUrl, `${type}/${created.id}`)
    }
  }
  const answers: object[] = []
  for (const entry of entries) answers.push(await answerFor(store, entry, made.get(entry)))
  return { resourceType: 'Bundle', type: 'transaction-response', entry: answers }
}

/** Replaces references to other entries by the ids those have been given. */
function referringTo(resource: Entry['resource'], ids: ReadonlyMap<string, string>): object {
  const settled = (element: unknown): unknown => {
    const reference = z.looseObject({ reference: z.string() }).safeParse(element)
    return reference.success
      ? { ...reference.data, reference: ids.get(reference.data.reference) ?? reference.data.reference }
      : element
  }
  return { ...resource, subject: settled(resource['subject']), patient: settled(resource['patient']) }
}

async function answerFor(store: Store, { resource }: Entry, created: Created | undefined): Promise<object> {
  const { resourceType } = resource
  const written = created === undefined ? null : await readResource(store, resourceType, created.id)
  if (written === null) return { response: { status: '500' } }
  const { versionId, lastUpdated } = written.meta
  return {
    resource: written,
    response: {
      status: created?.isNew === true ? '201 Created' : '200 OK',
      location: `${resourceType}/${written.id}/_history/${versionId}`,
      etag: `W/"${versionId}"`,
      lastModified: lastUpdated,
    },
  }
}
