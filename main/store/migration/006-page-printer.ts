import type { Migration } from '../migrate.ts'

/** Papers of a card that come out of an office printer. SQLite cannot widen a CHECK, so the table is written anew. */
export const migration: Migration = {
  version: 6,
  up: `
    CREATE TABLE print_job_wider (
      seq        INTEGER PRIMARY KEY,
      id         TEXT NOT NULL UNIQUE,
      printer    TEXT NOT NULL CHECK (printer IN ('ticket', 'label', 'card', 'page')),
      document   TEXT NOT NULL CHECK (document IN (
        'token-slip', 'medicine-label', 'owed-slip', 'card', 'large-card', 'sticker-sheet', 'card-letter'
      )),
      title      TEXT NOT NULL,
      copy       INTEGER NOT NULL CHECK (copy >= 1),
      body       TEXT NOT NULL CHECK (json_valid(body)),
      hash       TEXT CHECK (hash IS NULL OR length(hash) = 64),
      queued_at  TEXT NOT NULL,
      state      TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'printed', 'not-sent', 'uncertain', 'settled')),
      changed_at TEXT NOT NULL,
      reason     TEXT,
      came       INTEGER CHECK (came IN (0, 1)),
      CHECK ((state = 'not-sent') = (reason IS NOT NULL)),
      CHECK ((state = 'settled') = (came IS NOT NULL))
    ) STRICT;
    INSERT INTO print_job_wider SELECT * FROM print_job;

    -- The attempts name the table they belong to, so they are moved aside before it goes.
    CREATE TABLE print_attempt_kept AS SELECT * FROM print_attempt;
    DROP TABLE print_attempt;
    DROP TABLE print_job;
    ALTER TABLE print_job_wider RENAME TO print_job;
    CREATE INDEX print_job_open ON print_job (printer, seq) WHERE state IN ('queued', 'not-sent');

    CREATE TABLE print_attempt (
      job_id    TEXT NOT NULL REFERENCES print_job (id),
      attempt   INTEGER NOT NULL CHECK (attempt >= 1),
      opened_at TEXT NOT NULL,
      outcome   TEXT CHECK (outcome IN ('printed', 'not-sent', 'uncertain')),
      PRIMARY KEY (job_id, attempt)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO print_attempt SELECT * FROM print_attempt_kept;
    DROP TABLE print_attempt_kept;
    CREATE INDEX print_attempt_open ON print_attempt (job_id) WHERE outcome IS NULL;
  `,
}
