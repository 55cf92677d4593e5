import { storedOf } from '../../clinical/stored.ts'
import { spanOf } from '../../clinical/instant.ts'
import type { Store } from '../../database/schema.ts'
import type { Answer, Ask } from '../interaction/answer.ts'
import type { Face } from '../interaction/handle.ts'
import { entryOf } from '../interaction/search-bundle.ts'
import { FhirRefusal } from '../problem.ts'
import { readResource } from '../read.ts'
import { referencesIn } from '../shape/contained.ts'
import { resourceOf } from '../stored-resource.ts'
import { isResourceType, resourceTypes } from '../type-table.ts'
import type { ResourceType } from '../type-table.ts'
import type { Resource } from '../resource.ts'
import { nativePapers, personRecords } from './record-of.ts'

const USUAL_PAGE = 200
const LARGEST_PAGE = 1000

interface Wish {
  readonly types: readonly ResourceType[]
  readonly since: string
  readonly count: number
  /** How many of the rows that terminals hold were told, and the type and id after which the stored ones go on. */
  readonly skip: number
  readonly after: string
}

/** The whole record of a person, with the records linked to it, page by page: `Patient/ID/$everything`. */
export async function everything({ inside: { store }, base }: Face, id: string, { query }: Ask): Promise<Answer> {
  const wish = wishOf(query)
  const found = await personRecords(store, id)
  if (found === null) throw new FhirRefusal({ status: 404, code: 'not-found', diagnostics: 'No such patient' })
  const own = (await nativesFor(store, found.patients, found.people, wish)).slice(wish.skip)
  const natives = own.slice(0, wish.count)
  const room = wish.count - natives.length
  const stored = await storedAfter(store, found.people, wish, room + 1)
  const told = stored.slice(0, room)
  const resources = [...natives, ...told]
  const last = told.at(-1)
  const next = new URL(`${base}/Patient/${id}/$everything?${query.toString()}`)
  next.searchParams.set('_skip', String(wish.skip + natives.length))
  next.searchParams.set('_after', last === undefined ? wish.after : `${last.resourceType}/${last.id}`)
  const isMore = own.length > natives.length || stored.length > room
  const included = await mentionedBy(store, resources)
  const entry = [
    ...resources.map((resource) => entryOf(base, resource, 'match')),
    ...included.map((resource) => entryOf(base, resource, 'include')),
  ]
  return {
    status: 200,
    body: {
      resourceType: 'Bundle',
      type: 'searchset',
      ...(isMore ? { link: [{ relation: 'next', url: next.href }] } : {}),
      ...(entry.length === 0 ? {} : { entry }),
    },
  }
}

function wishOf(query: URLSearchParams): Wish {
  const since = query.get('_since')
  const span = since === null ? null : spanOf(since)
  const types = (query.get('_type') ?? '').split(',').filter((type) => type !== '')
  const known = types.filter(isResourceType)
  if ((since !== null && span === null) || known.length < types.length) {
    throw new FhirRefusal({ status: 400, code: 'value', diagnostics: '_since or _type cannot be read' })
  }
  return {
    types: known.length === 0 ? resourceTypes : known,
    since: span?.from ?? '',
    count: Math.min(LARGEST_PAGE, Math.max(1, Number(query.get('_count') ?? USUAL_PAGE) || USUAL_PAGE)),
    skip: Math.max(0, Number(query.get('_skip') ?? 0) || 0),
    after: query.get('_after') ?? '',
  }
}

const papersOf = ['AllergyIntolerance', 'MedicationRequest', 'MedicationDispense', 'Coverage', 'RelatedPerson'] as const

async function nativesFor(
  store: Store,
  patients: readonly Resource[],
  people: readonly string[],
  { types, since }: Wish,
): Promise<readonly Resource[]> {
  const papers: Resource[] = types.includes('Patient') ? [...patients] : []
  for (const type of papersOf) {
    if (types.includes(type)) papers.push(...(await nativePapers(store, type, people)))
  }
  return papers.filter(({ meta }) => meta.lastUpdated >= since)
}

async function storedAfter(
  store: Store,
  people: readonly string[],
  { types, since, after }: Wish,
  most: number,
): Promise<readonly Resource[]> {
  const [type = '', id = ''] = after.split('/')
  const rows = await store
    .selectFrom('resource')
    .selectAll()
    .where('person', 'in', people)
    .where('type', 'in', types)
    .where('deleted', '=', 0)
    .where('updated', '>=', since)
    .where((eb) => eb.or([eb('type', '>', type), eb.and([eb('type', '=', type), eb('id', '>', id)])]))
    .orderBy('type')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.flatMap((row) => (isResourceType(row.type) ? [resourceOf(row.type, storedOf(row))] : []))
}

const mentionable =
  /^(Practitioner|PractitionerRole|Organization|Location|Medication|HealthcareService)\/([A-Za-z0-9.-]{1,64})$/

/** Who and where the papers mention, which is in nobody's record. */
export async function mentionedBy(store: Store, resources: readonly Resource[]): Promise<readonly Resource[]> {
  const mentioned = new Set(resources.flatMap((resource) => referencesIn(resource)))
  const found: Resource[] = []
  for (const reference of mentioned) {
    const [, type = '', id = ''] = mentionable.exec(reference) ?? []
    const resource = isResourceType(type) ? await readResource(store, type, id) : null
    if (resource !== null && resource !== 'deleted') found.push(resource)
  }
  return found
}
