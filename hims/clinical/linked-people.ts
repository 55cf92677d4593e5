import { PersonId } from '../../domain/id.ts'
import { linkSet } from '../../domain/person/link-set.ts'
import type { PersonLink } from '../../domain/person/person-link.ts'
import type { Store } from '../database/schema.ts'
import { findByTerm } from '../record/record-store.ts'

/** All records of one person, the kept one first: those that desks have linked, and those linked to them. */
export async function linkedPeople(store: Store, id: string): Promise<readonly string[]> {
  const person = PersonId.safeParse(id)
  if (!person.success) return [id]
  const links = new Map<string, PersonLink>()
  const people = new Set([id])
  for (const each of people) {
    for (const { row } of await findByTerm(store, 'person_link', { field: 'person', value: each })) {
      links.set(row.id, row)
      if (row.undone === null) people.add(row.kept).add(row.merged)
    }
  }
  return links.size === 0 ? [id] : linkSet([...links.values()]).all(person.data)
}
