import type { Migration } from '../migrate.ts'

/** Where stock stands, and what counts found: the shelf of a lot in a store is read from one index. */
export const migration: Migration = {
  version: 27,
  up: `
    ALTER TABLE stock_event ADD COLUMN store TEXT AS (coalesce(body ->> '$.store', 'pharmacy')) VIRTUAL;
    ALTER TABLE stock_event ADD COLUMN at TEXT AS (body ->> '$.at') VIRTUAL;
    ALTER TABLE stock_event ADD COLUMN found INTEGER AS (body ->> '$.found') VIRTUAL;
    CREATE INDEX stock_event_shelf ON stock_event (lot_id, store, at, delta) WHERE found IS NULL;
    CREATE INDEX stock_event_counted ON stock_event (lot_id, store, at, id, found) WHERE found IS NOT NULL;
    DROP INDEX stock_event_lot;
    CREATE INDEX lot_expiry ON lot (expiry);
    CREATE INDEX lot_number ON lot (body ->> '$.lot');
  `,
}
