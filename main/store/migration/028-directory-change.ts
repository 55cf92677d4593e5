import type { Migration } from '../migrate.ts'

/** Who changed what in the hospital's directory. */
export const migration: Migration = {
  version: 28,
  up: `
    CREATE TABLE directory_change (
      id      TEXT NOT NULL PRIMARY KEY,
      version INTEGER NOT NULL CHECK (version >= 0),
      body    TEXT NOT NULL CHECK (json_valid(body)),
      raw     TEXT,
      tbl     TEXT NOT NULL,
      row_id  TEXT NOT NULL,
      at      TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX directory_change_row ON directory_change (tbl, row_id, at);
    CREATE INDEX directory_change_at ON directory_change (at);
  `,
}
