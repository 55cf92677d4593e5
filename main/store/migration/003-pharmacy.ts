import type { Migration } from '../migrate.ts'

const shared = `
      id      TEXT NOT NULL PRIMARY KEY,
      version INTEGER NOT NULL CHECK (version >= 0),
      body    TEXT NOT NULL CHECK (json_valid(body)),
      raw     TEXT`

export const migration: Migration = {
  version: 3,
  up: `
    CREATE TABLE medicine (${shared},
      words TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX medicine_words ON medicine (words);

    CREATE TABLE lot (${shared},
      medicine TEXT NOT NULL,
      expiry   TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX lot_medicine ON lot (medicine, expiry);

    CREATE TABLE stock_event (${shared},
      lot_id TEXT NOT NULL,
      delta  INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX stock_event_lot ON stock_event (lot_id, delta);

    CREATE TABLE prescription (${shared},
      person_id  TEXT NOT NULL,
      status     TEXT NOT NULL,
      written_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX prescription_person ON prescription (person_id, written_at);

    CREATE TABLE "right" (${shared},
      item_id         TEXT NOT NULL,
      prescription_id TEXT NOT NULL,
      units_left      INTEGER NOT NULL CHECK (units_left >= 0),
      holder          TEXT NOT NULL,
      epoch           INTEGER NOT NULL CHECK (epoch >= 1)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX right_item ON "right" (item_id);
    CREATE INDEX right_open ON "right" (holder, epoch, prescription_id) WHERE units_left > 0;
    CREATE INDEX right_prescription ON "right" (prescription_id);

    CREATE TABLE dispense (${shared},
      item_id         TEXT NOT NULL,
      prescription_id TEXT NOT NULL,
      person_id       TEXT NOT NULL,
      quantity        INTEGER NOT NULL CHECK (quantity >= 1),
      at              TEXT NOT NULL,
      terminal        TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX dispense_item ON dispense (item_id, quantity);
    CREATE INDEX dispense_day ON dispense (terminal, at, prescription_id);
  `,
}
