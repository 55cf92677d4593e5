import type { Migration } from '../migrate.ts'

/** Where this desk's people live, so that its usual colonies come first, and the faces of those who agreed to a photo. */
export const migration: Migration = {
  version: 30,
  up: `
    CREATE TABLE place_used (
      locality TEXT NOT NULL,
      ward     TEXT NOT NULL,
      district TEXT NOT NULL,
      pin      TEXT NOT NULL,
      times    INTEGER NOT NULL CHECK (times >= 1),
      used_at  TEXT NOT NULL,
      PRIMARY KEY (locality, ward, district, pin)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX place_used_most ON place_used (times DESC, used_at DESC);

    CREATE TABLE photo (
      person_id TEXT NOT NULL PRIMARY KEY,
      taken_at  TEXT NOT NULL,
      by        TEXT NOT NULL,
      bytes     BLOB NOT NULL CHECK (length(bytes) BETWEEN 100 AND 20480)
    ) STRICT;
  `,
}
