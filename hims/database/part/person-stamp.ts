import type { SchemaPart } from './part.ts'

/** The same table in both dialects: whole numbers and strictness are named differently. */
const table = (int: string, strict: string): string => `
CREATE TABLE person_stamp (
  person TEXT NOT NULL,
  field_group TEXT NOT NULL,
  said TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('before', 'taken', 'same', 'older', 'review', 'decided')),
  source TEXT NOT NULL CHECK (source IN ('verified', 'clerk', 'kiosk')),
  terminal TEXT,
  stamp_rank TEXT NOT NULL CHECK (stamp_rank IN ('verified', 'clerk', 'kiosk')),
  hlc TEXT NOT NULL,
  depth ${int} NOT NULL CHECK (depth >= 0),
  own_hlc TEXT NOT NULL,
  body TEXT NOT NULL,
  kept_at TEXT NOT NULL,
  PRIMARY KEY (person, field_group, said)
)${strict};
`

/** Every version that anybody gave of a group of somebody's details, with what decides between them. */
export const personStamp: SchemaPart = {
  name: 'person-stamp',
  sqlite: table('INTEGER', ' STRICT, WITHOUT ROWID'),
  postgres: table('BIGINT', ''),
}
