import type { Migration } from '../migrate.ts'

/** From which visit on HIMS counts, how many people are here, and how many there are at HIMS. */
export const migration: Migration = {
  version: 15,
  up: `
    ALTER TABLE comparison ADD COLUMN visits_after TEXT NOT NULL DEFAULT '';

    CREATE TABLE head_count (
      only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
      here     INTEGER NOT NULL,
      total    INTEGER CHECK (total IS NULL OR total >= 0)
    ) STRICT;
    INSERT INTO head_count (only_row, here) SELECT 1, count(*) FROM person;
  `,
}
