import type { Migration } from '../migrate.ts'

const shared = `
      id      TEXT NOT NULL PRIMARY KEY,
      version INTEGER NOT NULL CHECK (version >= 0),
      body    TEXT NOT NULL CHECK (json_valid(body)),
      raw     TEXT`

/** What several desks say of one person, what several pharmacies want of one prescription, and whom this terminal talks to. */
export const migration: Migration = {
  version: 10,
  up: `
    CREATE TABLE person_link (${shared},
      kept   TEXT NOT NULL,
      merged TEXT NOT NULL,
      undone INTEGER NOT NULL CHECK (undone IN (0, 1))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX person_link_kept ON person_link (kept);
    CREATE INDEX person_link_merged ON person_link (merged);

    CREATE TABLE review (${shared},
      open INTEGER NOT NULL CHECK (open IN (0, 1)),
      at   TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX review_open ON review (at) WHERE open = 1;

    CREATE TABLE right_wish (${shared},
      prescription_id TEXT NOT NULL,
      open            INTEGER NOT NULL CHECK (open IN (0, 1))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX right_wish_open ON right_wish (prescription_id) WHERE open = 1;

    CREATE TABLE emergency_supply (${shared},
      person_id TEXT NOT NULL,
      at        TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX emergency_supply_person ON emergency_supply (person_id);

    ALTER TABLE device ADD COLUMN hlc TEXT CHECK (hlc IS NULL OR length(hlc) = 30);

    -- Each server counts its own changes and its own versions of rows.
    CREATE TABLE server (
      incarnation TEXT NOT NULL PRIMARY KEY,
      address     TEXT NOT NULL,
      cursor      INTEGER NOT NULL CHECK (cursor >= 0),
      last_n      INTEGER NOT NULL CHECK (last_n >= 0),
      seen_at     TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- People who were looked up and are not of this hospital: kept for a while.
    CREATE TABLE guest (
      person_id TEXT NOT NULL PRIMARY KEY,
      until     TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
}
