import type { Migration } from '../migrate.ts'

const shared = `
      id      TEXT NOT NULL PRIMARY KEY,
      version INTEGER NOT NULL CHECK (version >= 0),
      body    TEXT NOT NULL CHECK (json_valid(body)),
      raw     TEXT`

/** Rooms and rosters, what happens to a visit, and stock on paper. */
export const migration: Migration = {
  version: 20,
  up: `
    -- SQLite cannot change a CHECK: there are more roles now.
    CREATE TABLE device_now (
      only_row    INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
      seed        BLOB NOT NULL CHECK (length(seed) = 32),
      role        TEXT NOT NULL CHECK (role IN ('desk', 'pharmacy', 'kiosk', 'doctor', 'display', 'admin')),
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
      hlc         TEXT CHECK (hlc IS NULL OR length(hlc) = 30),
      key_kept    TEXT CHECK (key_kept IS NULL OR length(key_kept) = 64),
      fenced      INTEGER CHECK (fenced IS NULL OR fenced >= 1),
      CHECK ((terminal IS NULL) = (epoch = 0))
    ) STRICT;
    INSERT INTO device_now SELECT * FROM device;
    DROP TABLE device;
    ALTER TABLE device_now RENAME TO device;

    CREATE TABLE room (${shared}) STRICT, WITHOUT ROWID;

    CREATE TABLE roster (${shared},
      day TEXT NOT NULL,
      department TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX roster_day ON roster (day);

    CREATE TABLE visit_event (${shared},
      visit_id TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX visit_event_visit ON visit_event (visit_id);

    CREATE TABLE stock_paper (${shared},
      kind TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX stock_paper_at ON stock_paper (at);

    CREATE TABLE lot_mark (${shared},
      state TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX lot_mark_held ON lot_mark (state) WHERE state <> 'free';

    CREATE TABLE cold_reading (${shared},
      store TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX cold_reading_store ON cold_reading (store, at);

    CREATE TABLE reorder_level (${shared}) STRICT, WITHOUT ROWID;

    CREATE TABLE supply_request (${shared},
      medicine TEXT NOT NULL,
      open INTEGER NOT NULL CHECK (open IN (0, 1))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX supply_request_open ON supply_request (medicine) WHERE open = 1;
  `,
}
