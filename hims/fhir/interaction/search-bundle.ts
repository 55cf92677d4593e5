import { placeText } from '../search/read-search.ts'
import type { Search } from '../search/read-search.ts'
import type { SearchPage } from '../search/run-search.ts'
import type { Resource } from '../resource.ts'

/** Answers a search with a Bundle. `base` is the address of the FHIR face, `self` that of the search after it. */
export function searchBundle(page: SearchPage, search: Search, base: string, self: URL): object {
  for (const name of search.ignored) self.searchParams.delete(name)
  self.searchParams.delete('_after')
  const here = new URL(self)
  if (search.after !== null) here.searchParams.set('_after', placeText(search.after))
  const next = new URL(self)
  if (page.next !== null) next.searchParams.set('_after', placeText(page.next))
  const entry = [
    ...page.resources.map((resource) => entryOf(base, resource, 'match')),
    ...page.included.map((resource) => entryOf(base, resource, 'include')),
    ...(search.ignored.length === 0 ? [] : [ignoredEntry(search.ignored)]),
  ]
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    ...(page.total === null ? {} : { total: page.total }),
    link: [{ relation: 'self', url: here.href }, ...(page.next === null ? [] : [{ relation: 'next', url: next.href }])],
    ...(entry.length === 0 ? {} : { entry }),
  }
}

export const entryOf = (base: string, resource: Resource, mode: 'match' | 'include'): object => ({
  fullUrl: `${base}/${resource.resourceType}/${resource.id}`,
  resource,
  search: { mode },
})

const ignoredEntry = (names: readonly string[]): object => ({
  resource: {
    resourceType: 'OperationOutcome',
    issue: [
      {
        severity: 'warning',
        code: 'not-supported',
        diagnostics: `Passed over, as was asked: ${names.join(', ')}`.slice(0, 300),
      },
    ],
  },
  search: { mode: 'outcome' },
})
