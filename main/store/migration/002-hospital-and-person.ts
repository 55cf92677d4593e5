import type { Migration } from '../migrate.ts'

/** `body` is the row as this version reads it; `raw` is what HIMS sent when it held more than that. */
const shared = `
      id      TEXT NOT NULL PRIMARY KEY,
      version INTEGER NOT NULL CHECK (version >= 0),
      body    TEXT NOT NULL CHECK (json_valid(body)),
      raw     TEXT`

export const migration: Migration = {
  version: 2,
  up: `
    CREATE TABLE facility (${shared}) STRICT, WITHOUT ROWID;
    CREATE TABLE department (${shared}) STRICT, WITHOUT ROWID;
    CREATE TABLE operator (${shared}) STRICT, WITHOUT ROWID;
    CREATE TABLE issuer_key (${shared}) STRICT, WITHOUT ROWID;

    CREATE TABLE person (
      pk      INTEGER PRIMARY KEY,
      id      TEXT NOT NULL UNIQUE,
      version INTEGER NOT NULL CHECK (version >= 0),
      body    TEXT NOT NULL CHECK (json_valid(body)),
      raw     TEXT,
      phone   TEXT,
      words   TEXT NOT NULL,
      folds   TEXT NOT NULL,
      place   TEXT NOT NULL,
      born    TEXT NOT NULL CHECK (length(born) = 4)
    ) STRICT;
    CREATE INDEX person_phone ON person (phone) WHERE phone IS NOT NULL;

    CREATE VIRTUAL TABLE person_fts USING fts5 (
      words, folds, place, born,
      content = '', contentless_delete = 1, detail = column, prefix = '2 3',
      tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mc Mn'"
    );

    CREATE TABLE name_word (
      latin  TEXT NOT NULL,
      script TEXT NOT NULL CHECK (script IN ('Deva', 'Guru', 'Arab')),
      own    TEXT NOT NULL,
      people INTEGER NOT NULL CHECK (people >= 1),
      PRIMARY KEY (latin, script, own)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE place_word (
      word   TEXT NOT NULL PRIMARY KEY,
      people INTEGER NOT NULL CHECK (people >= 1)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE allergy (${shared},
      person_id TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX allergy_person ON allergy (person_id);

    CREATE TABLE card (${shared},
      person_id    TEXT NOT NULL,
      status_index INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX card_person ON card (person_id);
    CREATE INDEX card_status ON card (status_index);

    CREATE TABLE visit (${shared},
      person_id  TEXT NOT NULL,
      department TEXT NOT NULL,
      day        TEXT NOT NULL,
      prefix     TEXT NOT NULL,
      number     INTEGER NOT NULL CHECK (number >= 1),
      opened_at  TEXT NOT NULL,
      terminal   TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX visit_person ON visit (person_id, opened_at);
    CREATE INDEX visit_terminal ON visit (terminal, day);
    CREATE INDEX visit_token ON visit (day, prefix, number);
    CREATE INDEX visit_queue ON visit (department, day, opened_at);

    CREATE TABLE token_block (
      department TEXT NOT NULL,
      day        TEXT NOT NULL,
      prefix     TEXT NOT NULL,
      low        INTEGER NOT NULL CHECK (low >= 1),
      high       INTEGER NOT NULL,
      next       INTEGER NOT NULL,
      PRIMARY KEY (department, day, low),
      CHECK (high >= low AND next BETWEEN low AND high + 1)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE card_blank (
      id   TEXT NOT NULL PRIMARY KEY,
      body TEXT NOT NULL CHECK (json_valid(body)),
      used INTEGER NOT NULL DEFAULT 0 CHECK (used IN (0, 1))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX card_blank_free ON card_blank (used, id);
  `,
}
