import type { Migration } from '../migrate.ts'

const shared = `
      id      TEXT NOT NULL PRIMARY KEY,
      version INTEGER NOT NULL CHECK (version >= 0),
      body    TEXT NOT NULL CHECK (json_valid(body)),
      raw     TEXT`

/** What is answered for at the end of a day, who belongs to whose family, what was corrected, and cards given to the wrong people. */
export const migration: Migration = {
  version: 31,
  up: `
    CREATE TABLE day_statement (${shared},
      terminal TEXT NOT NULL,
      day      TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX day_statement_day ON day_statement (day, terminal);

    CREATE TABLE family_link (${shared},
      person   TEXT NOT NULL,
      relative TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX family_link_person ON family_link (person);
    CREATE INDEX family_link_relative ON family_link (relative);

    CREATE TABLE person_edit (${shared},
      person_id TEXT NOT NULL,
      at        TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX person_edit_person ON person_edit (person_id, at);

    -- What was done about a card that the wrong person had, so that it can be taken back where it was done.
    CREATE TABLE wrong_card (
      id      TEXT NOT NULL PRIMARY KEY,
      card_id TEXT NOT NULL,
      body    TEXT NOT NULL CHECK (json_valid(body)),
      undone  INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX wrong_card_card ON wrong_card (card_id);

    CREATE INDEX audit_day ON audit (at) WHERE
      (deed GLOB 'card.*' OR deed GLOB 'visit.*' OR deed GLOB '*.replaced-card' OR deed = 'person.registered');
    CREATE INDEX print_job_day ON print_job (queued_at);
    CREATE INDEX print_job_slip ON print_job (body ->> '$.code') WHERE document = 'token-slip';
    CREATE INDEX emergency_supply_at ON emergency_supply (at);
  `,
}
