import type { PersonId } from '../../domain/id.ts'
import type { PersonLink } from '../../domain/person/person-link.ts'
import type { Store } from '../database/schema.ts'
import { findByTerm } from '../record/record-store.ts'

/** More records than this are not one person but a mistake; the search for links ends there. */
const MOST = 200

/** Every link that joins these people to anybody, near or far. */
export async function linksAround(store: Store, ...people: readonly PersonId[]): Promise<readonly PersonLink[]> {
  const asked = new Set<PersonId>(people)
  const links = new Map<string, PersonLink>()
  for (const person of asked) {
    if (asked.size > MOST) break
    for (const { row } of await findByTerm(store, 'person_link', { field: 'person', value: person })) {
      links.set(row.id, row)
      if (row.undone === null) asked.add(row.kept).add(row.merged)
    }
  }
  return [...links.values()]
}
