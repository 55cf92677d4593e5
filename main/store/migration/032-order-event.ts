import type { Migration } from '../migrate.ts'

/** What happened to prescriptions after they were signed, what came back, and what papers answer others. */
export const migration: Migration = {
  version: 32,
  up: `
    CREATE TABLE order_event (
      id              TEXT NOT NULL PRIMARY KEY,
      version         INTEGER NOT NULL CHECK (version >= 0),
      body            TEXT NOT NULL CHECK (json_valid(body)),
      raw             TEXT,
      prescription_id TEXT NOT NULL,
      kind            TEXT NOT NULL,
      at              TEXT NOT NULL,
      item            TEXT AS (body ->> '$.itemId') VIRTUAL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX order_event_prescription ON order_event (prescription_id);
    CREATE INDEX order_event_asked ON order_event (at) WHERE kind = 'asked';
    CREATE INDEX order_event_closing ON order_event (prescription_id) WHERE kind IN ('answered', 'taken-back');
    CREATE INDEX order_event_back ON order_event (item) WHERE kind = 'given-back';
    CREATE INDEX stock_event_apart ON stock_event (lot_id) WHERE store = 'quarantine';
    CREATE INDEX stock_paper_reference ON stock_paper (body ->> '$.reference');
    CREATE INDEX prescription_open ON prescription (written_at) WHERE status = 'active';
  `,
}
