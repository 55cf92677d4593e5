import type { Migration } from '../migrate.ts'

/** The index is joined in small steps after a page has come (person-index.ts), never within a save. */
export const migration: Migration = {
  version: 16,
  up: `INSERT INTO person_fts (person_fts, rank) VALUES ('automerge', 0);`,
}
