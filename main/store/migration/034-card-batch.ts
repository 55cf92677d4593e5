import type { Migration } from '../migrate.ts'

/** Permanent cards that were ordered here for many people at once, and how far each of them is. */
export const migration: Migration = {
  version: 34,
  up: `
    CREATE TABLE card_batch (
      id         TEXT NOT NULL PRIMARY KEY,
      at         TEXT NOT NULL,
      clerk      TEXT,
      supervisor TEXT NOT NULL,
      state      TEXT NOT NULL CHECK (state IN ('running', 'stopped', 'done', 'undoing', 'undone')),
      -- How many papers go to the printer at a time; none go without.
      lot        INTEGER CHECK (lot > 0)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX card_batch_busy ON card_batch (id) WHERE state IN ('running', 'undoing');
    CREATE INDEX card_batch_printing ON card_batch (id) WHERE lot IS NOT NULL;

    CREATE TABLE card_batch_person (
      batch     TEXT NOT NULL,
      seq       INTEGER NOT NULL,
      person_id TEXT NOT NULL,
      state     TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'ordered', 'skipped', 'cancelled')),
      why       TEXT,
      card_id   TEXT,
      code      TEXT,
      job       TEXT,
      PRIMARY KEY (batch, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX card_batch_person_state ON card_batch_person (batch, state, seq);
    CREATE INDEX card_batch_person_waiting ON card_batch_person (person_id) WHERE state = 'waiting';

    CREATE INDEX card_temporary ON card (body ->> '$.expires')
      WHERE body ->> '$.term' IS NOT 'permanent' AND body ->> '$.status' = 'active';
  `,
}
