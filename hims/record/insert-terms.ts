import type { Store, TermTable } from '../database/schema.ts'

/** A PostgreSQL statement takes 65,535 values. */
const ROWS = 4000

/** Writes terms down in as many statements as they need; those that are there stay as they are. */
export async function insertTerms(store: Store, terms: readonly TermTable[]): Promise<void> {
  for (let from = 0; from < terms.length; from += ROWS) {
    await store
      .insertInto('term')
      .values(terms.slice(from, from + ROWS))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}
