import type { PersonId } from '../../domain/id.ts'
import type { FamilyLink } from '../../domain/person/family-link.ts'
import type { PersonEdit } from '../../domain/person/person-edit.ts'
import type { Database } from './database.ts'
import { readRow } from './shared-table.ts'

export interface FamilyQuery {
  /** Every link that names one of these records. */
  links(records: readonly PersonId[]): readonly FamilyLink[]
  /** The newest first. */
  edits(record: PersonId): readonly PersonEdit[]
}

type Body = { readonly body: string }

/** Written out so that a test can ask SQLite for the plan of each. */
export const familySql = {
  of: 'SELECT body FROM family_link WHERE person = ?',
  with: 'SELECT body FROM family_link WHERE relative = ?',
  edits: 'SELECT body FROM person_edit WHERE person_id = ? ORDER BY at DESC LIMIT 100',
} as const

export function familyQuery(database: Database): FamilyQuery {
  const of = database.prepare<[string], Body>(familySql.of)
  const relatedTo = database.prepare<[string], Body>(familySql.with)
  const edits = database.prepare<[string], Body>(familySql.edits)
  return {
    links(records) {
      const rows = records.flatMap((record) => [...of.all(record), ...relatedTo.all(record)])
      return [...new Map(rows.map(({ body }) => readRow('family_link', body)).map((link) => [link.id, link])).values()]
    },
    edits: (record) => edits.all(record).map(({ body }) => readRow('person_edit', body)),
  }
}
