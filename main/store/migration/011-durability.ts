import type { Migration } from '../migrate.ts'

/** What was saved from damaged files, whether HIMS keeps this key, and how far the audit log was once seen to be whole. */
export const migration: Migration = {
  version: 11,
  up: `
    CREATE TABLE rescue (
      at      TEXT NOT NULL PRIMARY KEY,
      carried INTEGER NOT NULL CHECK (carried >= 0),
      lost    TEXT NOT NULL CHECK (json_valid(lost)),
      tail    INTEGER NOT NULL CHECK (tail IN (0, 1))
    ) STRICT, WITHOUT ROWID;

    -- The SHA-256 of the database key that HIMS keeps sealed.
    ALTER TABLE device ADD COLUMN key_kept TEXT CHECK (key_kept IS NULL OR length(key_kept) = 64);
    -- HIMS's epoch when it refused this one; a person decides which of two twins goes on.
    ALTER TABLE device ADD COLUMN fenced INTEGER CHECK (fenced IS NULL OR fenced >= 1);
  `,
}
