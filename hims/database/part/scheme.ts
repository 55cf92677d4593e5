import type { SchemaPart } from './part.ts'

/** Every edition of the schemes' rules that was signed here; the highest number is in force. */
export interface SchemeRulesTable {
  readonly seq: number
  readonly version: number
  readonly rules: Uint8Array
  readonly certificate: Uint8Array
  readonly made_at: string
}

const table = (int: string, bytes: string, end: string): string => `
CREATE TABLE scheme_rules (
  seq ${int} PRIMARY KEY CHECK (seq > 0),
  version ${int} NOT NULL CHECK (version > 0),
  rules ${bytes} NOT NULL,
  certificate ${bytes} NOT NULL,
  made_at TEXT NOT NULL
)${end};
INSERT INTO counter VALUES ('scheme-rules', 0);
`

export const scheme: SchemaPart = {
  name: 'scheme',
  sqlite: table('INTEGER', 'BLOB', ' STRICT'),
  postgres: table('BIGINT', 'BYTEA', ''),
}
