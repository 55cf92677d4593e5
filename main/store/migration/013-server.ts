import type { Migration } from '../migrate.ts'

/** Which server's versions rows carry, what bundles for it are sealed with, and how the last comparison with it ended. */
export const migration: Migration = {
  version: 13,
  up: `
    ALTER TABLE server ADD COLUMN bundle_key TEXT CHECK (bundle_key IS NULL OR length(bundle_key) = 64);

    -- Each time this terminal turns to a server, its rows begin a new count of versions.
    CREATE TABLE stint (
      stint       INTEGER PRIMARY KEY CHECK (stint >= 0),
      incarnation TEXT NOT NULL
    ) STRICT;
    INSERT INTO stint SELECT 0, incarnation FROM device WHERE incarnation IS NOT NULL;

    CREATE TABLE comparison (
      only_row   INTEGER PRIMARY KEY CHECK (only_row = 1),
      at         TEXT NOT NULL,
      buckets    INTEGER NOT NULL,
      differed   INTEGER NOT NULL,
      mended     INTEGER NOT NULL,
      unresolved INTEGER NOT NULL
    ) STRICT;
  `,
}
