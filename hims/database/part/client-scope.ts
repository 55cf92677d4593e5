import type { SchemaPart } from './part.ts'

/** What a FHIR client may do, as SMART scopes with spaces between; a client without a row may do everything. */
export interface ClientScopeTable {
  readonly client: string
  readonly scopes: string
}

const table = (end: string): string => `
CREATE TABLE client_scope (
  client TEXT PRIMARY KEY REFERENCES client (id),
  scopes TEXT NOT NULL
)${end};
`

export const clientScope: SchemaPart = { name: 'client-scope', sqlite: table(' STRICT'), postgres: table('') }
