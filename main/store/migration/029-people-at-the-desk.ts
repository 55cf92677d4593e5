import type { Migration } from '../migrate.ts'

/** Waiting after wrong PINs is counted down, no longer read off the clock; a badge is looked up by its hash. */
export const migration: Migration = {
  version: 29,
  up: `
    ALTER TABLE operator_try RENAME COLUMN noted_at TO turn;
    UPDATE operator_try SET turn = 0;
    CREATE INDEX operator_badge ON operator (body ->> '$.badge');
  `,
}
