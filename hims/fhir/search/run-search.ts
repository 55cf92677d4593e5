import { valuesAt } from '../../../domain/fhir/fields.ts'
import type { Store } from '../../database/schema.ts'
import { auditSource } from '../audit/audit-source.ts'
import { isNative, readResource } from '../read.ts'
import { termsOfResource } from '../stored-resource.ts'
import { isResourceType, typeTable } from '../type-table.ts'
import type { ResourceType } from '../type-table.ts'
import type { Resource } from '../resource.ts'
import { nativeSource } from './native-source.ts'
import type { Place, Search } from './read-search.ts'
import { compareBy } from './source.ts'
import type { Source } from './source.ts'
import { storedSource } from './stored-source.ts'

export interface SearchPage {
  readonly resources: readonly Resource[]
  readonly included: readonly Resource[]
  readonly next: Place | null
  readonly total: number | null
}

/** Finds a page of resources, wherever they are kept. */
export async function runSearch(store: Store, type: ResourceType, search: Search): Promise<SearchPage> {
  const sources = await sourcesOf(store, type, search)
  const total = wantsTotal(search) ? await totalOf(sources) : null
  if (search.isCount) return { resources: [], included: [], next: null, total }
  const pages = await Promise.all(sources.map((source) => source.page()))
  const merged = pages.flat().toSorted(compareBy(search.order))
  // A prescription's orders share one place, and a page is never cut between them.
  const places = [...new Map(merged.map(({ key, id }) => [`${key} ${id}`, { key, id }])).values()]
  const last = places.at(search.count - 1)
  const next = places.length > search.count ? (last ?? null) : null
  const compare = compareBy(search.order)
  const found = next === null ? merged : merged.filter((one) => compare(one, next) <= 0)
  const resources = found.map(({ resource }) => resource)
  return { resources, included: await includedBy(store, resources, search), next, total }
}

async function sourcesOf(store: Store, type: ResourceType, search: Search): Promise<readonly Source[]> {
  const { kept } = typeTable[type]
  const native = isNative(type) ? [await nativeSource(store, type, search)] : []
  const audit = type === 'AuditEvent' || type === 'Provenance' ? [auditSource(store, type, search)] : []
  return [...native, ...audit, ...(kept === 'native' ? [] : [await storedSource(store, type, search)])]
}

/** Counting everything would read everything; what is narrowed by something is counted unasked. */
const wantsTotal = ({ isCount, total, conditions }: Search): boolean =>
  isCount || total === 'accurate' || (total === 'usual' && conditions.length > 0)

async function totalOf(sources: readonly Source[]): Promise<number | null> {
  const totals = await Promise.all(sources.map((source) => source.total()))
  return totals.some((one) => one === null) ? null : totals.reduce<number>((sum, one) => sum + (one ?? 0), 0)
}

async function includedBy(
  store: Store,
  resources: readonly Resource[],
  { include }: Search,
): Promise<readonly Resource[]> {
  const seen = new Set(resources.map(({ resourceType, id }) => `${resourceType}/${id}`))
  const included: Resource[] = []
  for (const target of include.flatMap(({ type, name }) => resources.flatMap((one) => targetsOf(type, name, one)))) {
    if (seen.has(target)) continue
    seen.add(target)
    const [type = '', id = ''] = target.split('/')
    const found = isResourceType(type) ? await readResource(store, type, id) : null
    if (found !== null && found !== 'deleted') included.push(found)
  }
  return included
}

function targetsOf(type: ResourceType, name: string, resource: Resource): readonly string[] {
  const { personSearch, person } = typeTable[type]
  if (!personSearch.includes(name)) {
    return termsOfResource(type, resource)
      .filter(({ field }) => field === name)
      .map(({ value }) => value)
  }
  return person.flatMap((path) => valuesAt(resource, `${path}.reference`)).filter((one) => typeof one === 'string')
}
