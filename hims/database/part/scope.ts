import type { SchemaPart } from './part.ts'

const tables = (int: string, strict: string): string => `
ALTER TABLE record ADD COLUMN person TEXT;
CREATE INDEX record_person ON record (person);

CREATE TABLE record_history (
  name TEXT NOT NULL,
  id TEXT NOT NULL,
  version ${int} NOT NULL CHECK (version > 0),
  cursor ${int} NOT NULL CHECK (cursor > 0),
  changed_at TEXT NOT NULL,
  row TEXT NOT NULL,
  PRIMARY KEY (name, id, version)
)${strict};

CREATE TABLE member (
  facility TEXT NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY (facility, person)
)${strict};
CREATE INDEX member_person ON member (person);
`

/** Only the embedded database can be older than this part. */
const fill = `
UPDATE record SET person = id WHERE name = 'person';
UPDATE record SET person = row ->> '$.personId'
  WHERE name IN ('allergy', 'card', 'visit', 'prescription', 'dispense');
UPDATE record SET person = (
  SELECT row ->> '$.personId' FROM record AS paper
  WHERE paper.name = 'prescription' AND paper.id = record.row ->> '$.prescriptionId'
) WHERE name = 'right';
INSERT INTO member SELECT (SELECT min(id) FROM record WHERE name = 'facility'), id FROM record
  WHERE name = 'person' AND EXISTS (SELECT 1 FROM record WHERE name = 'facility');
`

/** Whose record each is, whose people each hospital holds, and what every record was before. */
export const scope: SchemaPart = {
  name: 'scope',
  sqlite: tables('INTEGER', ' STRICT, WITHOUT ROWID') + fill,
  postgres: tables('BIGINT', ''),
}
