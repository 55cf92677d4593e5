import type { Migration } from '../migrate.ts'

/** What comes in together is joined in memory before it is written: as much as one transaction of a first filling brings. */
export const migration: Migration = {
  version: 21,
  up: `INSERT INTO person_fts (person_fts, rank) VALUES ('hashsize', 33554432);`,
}
