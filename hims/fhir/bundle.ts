import type { Store } from '../database/schema.ts'
import { itemsIn } from './conditional.ts'
import type { Query } from './query.ts'
import { resourcesOf, tableOf } from './read.ts'
import { searchRecords } from './search.ts'
import type { Resource, ResourceType } from './vocabulary.ts'

/** Answers a search with a Bundle. `self` is the address that was asked, `base` that of the FHIR face. */
export async function searchBundle(
  store: Store,
  type: ResourceType,
  { filters, paging }: Query,
  { base, self }: { readonly base: string; readonly self: URL },
): Promise<object> {
  const page = await searchRecords(store, tableOf[type], filters, paging)
  const items = type === 'MedicationRequest' ? itemsIn(filters) : []
  const found: Resource[] = []
  for (const record of page.records) found.push(...(await resourcesOf(store, type, record)))
  const resources = items.length === 0 ? found : found.filter(({ id }) => items.includes(id))
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    // Pages of medication requests are cut between prescriptions, whose items nobody has counted.
    ...(type === 'MedicationRequest' ? {} : { total: page.total }),
    link: [{ relation: 'self', url: self.href }, ...(page.next === null ? [] : [nextLink(self, page.next)])],
    ...(resources.length === 0
      ? {}
      : {
          entry: resources.map((resource) => ({
            fullUrl: `${base}/${type}/${resource.id}`,
            resource,
            search: { mode: 'match' },
          })),
        }),
  }
}

function nextLink(self: URL, after: string): object {
  const url = new URL(self)
  url.searchParams.set('_after', after)
  return { relation: 'next', url: url.href }
}
