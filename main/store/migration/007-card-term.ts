import type { Migration } from '../migrate.ts'

/** Leased cards are for one year or for five. */
export const migration: Migration = {
  version: 7,
  up: `
    ALTER TABLE card_blank ADD COLUMN term TEXT NOT NULL DEFAULT 'temporary' CHECK (term IN ('temporary', 'permanent'));
    DROP INDEX card_blank_free;
    CREATE INDEX card_blank_free ON card_blank (used, term, id);
  `,
}
