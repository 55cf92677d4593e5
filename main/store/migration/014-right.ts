import type { Migration } from '../migrate.ts'

/** What the counters are called, what HIMS said beside "applied", and the mark by which an old copy is told. */
export const migration: Migration = {
  version: 14,
  up: `
    CREATE TABLE counter (
      terminal TEXT NOT NULL PRIMARY KEY,
      label    TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE run_mark (
      only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
      mark     TEXT NOT NULL
    ) STRICT;

    ALTER TABLE outbox ADD COLUMN note TEXT;

    CREATE INDEX right_wish_prescription ON right_wish (prescription_id);
    CREATE INDEX emergency_supply_day ON emergency_supply (at);
    CREATE INDEX outbox_parked ON outbox (note) WHERE note = 'parked';
  `,
}
