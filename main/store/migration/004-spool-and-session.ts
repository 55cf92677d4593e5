import type { Migration } from '../migrate.ts'

export const migration: Migration = {
  version: 4,
  up: `
    CREATE TABLE print_job (
      seq        INTEGER PRIMARY KEY,
      id         TEXT NOT NULL UNIQUE,
      printer    TEXT NOT NULL CHECK (printer IN ('ticket', 'label', 'card')),
      document   TEXT NOT NULL CHECK (document IN ('token-slip', 'medicine-label', 'owed-slip', 'card')),
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
    CREATE INDEX print_job_open ON print_job (printer, seq) WHERE state IN ('queued', 'not-sent');

    CREATE TABLE print_attempt (
      job_id    TEXT NOT NULL REFERENCES print_job (id),
      attempt   INTEGER NOT NULL CHECK (attempt >= 1),
      opened_at TEXT NOT NULL,
      outcome   TEXT CHECK (outcome IN ('printed', 'not-sent', 'uncertain')),
      PRIMARY KEY (job_id, attempt)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX print_attempt_open ON print_attempt (job_id) WHERE outcome IS NULL;

    CREATE TABLE operator_try (
      operator  TEXT NOT NULL PRIMARY KEY,
      failures  INTEGER NOT NULL CHECK (failures >= 0),
      noted_at  INTEGER NOT NULL,
      wait_ms   INTEGER NOT NULL CHECK (wait_ms >= 0)
    ) STRICT, WITHOUT ROWID;
  `,
}
