import type { Migration } from '../migrate.ts'

/** Who this terminal is, what it still has to tell HIMS, and what it has done. */
export const migration: Migration = {
  version: 1,
  up: `
    CREATE TABLE device (
      only_row    INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
      seed        BLOB NOT NULL CHECK (length(seed) = 32),
      role        TEXT NOT NULL CHECK (role IN ('desk', 'pharmacy', 'kiosk')),
      language    TEXT NOT NULL CHECK (language IN ('en', 'hi', 'pa', 'ur')),
      terminal    TEXT,
      epoch       INTEGER NOT NULL DEFAULT 0 CHECK (epoch >= 0),
      label       TEXT NOT NULL DEFAULT '',
      facility    TEXT CHECK (facility IS NULL OR json_valid(facility)),
      code_hash   TEXT,
      incarnation TEXT,
      next_n      INTEGER NOT NULL DEFAULT 1 CHECK (next_n >= 1),
      sent_n      INTEGER NOT NULL DEFAULT 0 CHECK (sent_n BETWEEN 0 AND next_n - 1),
      cursor      INTEGER NOT NULL DEFAULT 0 CHECK (cursor >= 0),
      data_as_of  TEXT,
      filled      INTEGER NOT NULL DEFAULT 0 CHECK (filled IN (0, 1)),
      CHECK ((terminal IS NULL) = (epoch = 0))
    ) STRICT;

    CREATE TABLE outbox (
      seq    INTEGER PRIMARY KEY,
      n      INTEGER UNIQUE CHECK (n IS NULL OR n >= 1),
      mid    TEXT NOT NULL UNIQUE,
      kind   TEXT NOT NULL,
      title  TEXT NOT NULL,
      body   TEXT NOT NULL CHECK (json_valid(body)),
      at     TEXT NOT NULL,
      state  TEXT NOT NULL CHECK (state IN ('waiting', 'acked', 'refused')),
      reason TEXT,
      CHECK ((state = 'refused') = (reason IS NOT NULL)),
      CHECK (state <> 'waiting' OR n IS NOT NULL)
    ) STRICT;
    CREATE INDEX outbox_state ON outbox (state, n);

    CREATE TABLE outbox_touch (
      tbl TEXT NOT NULL,
      id  TEXT NOT NULL,
      seq INTEGER NOT NULL REFERENCES outbox (seq) ON DELETE CASCADE,
      PRIMARY KEY (tbl, id, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX outbox_touch_seq ON outbox_touch (seq);

    CREATE TABLE audit (
      seq      INTEGER PRIMARY KEY,
      at       TEXT NOT NULL,
      operator TEXT,
      deed     TEXT NOT NULL,
      subject  TEXT NOT NULL,
      hash     TEXT NOT NULL CHECK (length(hash) = 64)
    ) STRICT;

    CREATE TABLE quarantine (
      tbl     TEXT NOT NULL,
      id      TEXT NOT NULL,
      version INTEGER NOT NULL,
      body    TEXT NOT NULL,
      problem TEXT NOT NULL,
      PRIMARY KEY (tbl, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE deferred (
      tbl     TEXT NOT NULL,
      id      TEXT NOT NULL,
      version INTEGER NOT NULL,
      body    TEXT NOT NULL,
      PRIMARY KEY (tbl, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE lease_request (
      only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
      body     TEXT NOT NULL CHECK (json_valid(body))
    ) STRICT;
  `,
}
