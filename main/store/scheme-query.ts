import type { PersonId } from '../../domain/id.ts'
import type { Coverage } from '../../domain/scheme/coverage.ts'
import type { SchemeFact } from '../../domain/scheme/scheme-fact.ts'
import type { Database } from './database.ts'
import { readRow } from './shared-table.ts'

export interface SchemeQuery {
  /** What was told of one record. */
  readonly facts: (id: PersonId) => readonly SchemeFact[]
  readonly covers: (id: PersonId) => readonly Coverage[]
}

export const schemeSql = {
  facts: 'SELECT body FROM scheme_fact WHERE person_id = ?',
  covers: 'SELECT body FROM coverage WHERE person_id = ?',
} as const

export function schemeQuery(database: Database): SchemeQuery {
  const facts = database.prepare<[string], { body: string }>(schemeSql.facts)
  const covers = database.prepare<[string], { body: string }>(schemeSql.covers)
  return {
    facts: (id) => facts.all(id).map(({ body }) => readRow('scheme_fact', body)),
    covers: (id) => covers.all(id).map(({ body }) => readRow('coverage', body)),
  }
}
