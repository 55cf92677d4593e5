import type { Store } from '../database/schema.ts'
import { findByTerm } from '../record/record-store.ts'

/** The other records that are the same person, as Patient.link. */
export async function linksOf(store: Store, id: string): Promise<readonly object[]> {
  const links = await findByTerm(store, 'person_link', { field: 'person', value: id })
  return links
    .filter(({ row }) => row.undone === null)
    .map(({ row }) =>
      row.kept === id
        ? { other: { reference: `Patient/${row.merged}` }, type: 'replaces' }
        : { other: { reference: `Patient/${row.kept}` }, type: 'replaced-by' },
    )
}
