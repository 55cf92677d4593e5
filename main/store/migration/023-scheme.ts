import type { Migration } from '../migrate.ts'

const shared = `
      id        TEXT NOT NULL PRIMARY KEY,
      version   INTEGER NOT NULL CHECK (version >= 0),
      body      TEXT NOT NULL CHECK (json_valid(body)),
      raw       TEXT,
      person_id TEXT NOT NULL`

/** What desks were told for schemes, the covers they confirmed, the signed rules, and the list as a paper. */
export const migration: Migration = {
  version: 23,
  up: `
    CREATE TABLE scheme_fact (${shared}) STRICT, WITHOUT ROWID;
    CREATE INDEX scheme_fact_person ON scheme_fact (person_id);

    CREATE TABLE coverage (${shared}) STRICT, WITHOUT ROWID;
    CREATE INDEX coverage_person ON coverage (person_id);

    CREATE TABLE scheme_rules (
      only_row    INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
      certificate BLOB NOT NULL,
      rules       BLOB NOT NULL
    ) STRICT;

    -- SQLite cannot widen a CHECK. Which documents there are is told by domain/print/document.ts, which reads each row.
    CREATE TABLE print_job_wider (
      seq        INTEGER PRIMARY KEY,
      id         TEXT NOT NULL UNIQUE,
      printer    TEXT NOT NULL CHECK (printer IN ('ticket', 'label', 'card', 'page')),
      document   TEXT NOT NULL,
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
