import type { Migration } from '../migrate.ts'

/** Signed lists about cards take the place of the issuer keys that HIMS sent as rows; nobody had signed those. */
export const migration: Migration = {
  version: 9,
  up: `
    DROP TABLE issuer_key;
    DELETE FROM quarantine WHERE tbl = 'issuer_key';
    DELETE FROM deferred WHERE tbl = 'issuer_key';

    CREATE TABLE card_flag (
      id      TEXT NOT NULL PRIMARY KEY,
      version INTEGER NOT NULL CHECK (version >= 0),
      body    TEXT NOT NULL CHECK (json_valid(body)),
      raw     TEXT,
      card_id TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX card_flag_card ON card_flag (card_id);

    CREATE TABLE trust_list (
      only_row    INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
      certificate BLOB NOT NULL,
      list        BLOB NOT NULL
    ) STRICT;

    CREATE TABLE status_list (
      only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
      root     TEXT NOT NULL,
      serial   INTEGER NOT NULL CHECK (serial >= 0),
      seq      INTEGER NOT NULL CHECK (seq >= 0),
      as_of    TEXT NOT NULL,
      digest   BLOB NOT NULL CHECK (length(digest) = 32)
    ) STRICT;

    CREATE TABLE card_status_segment (
      segment INTEGER NOT NULL PRIMARY KEY CHECK (segment >= 0),
      body    BLOB NOT NULL CHECK (length(body) BETWEEN 3 AND 8192),
      hash    BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;

    CREATE TABLE emergency_key (
      id    INTEGER NOT NULL PRIMARY KEY CHECK (id BETWEEN 0 AND 255),
      key   BLOB NOT NULL CHECK (length(key) = 32),
      until TEXT NOT NULL
    ) STRICT;

    CREATE TABLE desk_key (
      seq        INTEGER PRIMARY KEY,
      seed       BLOB NOT NULL CHECK (length(seed) = 32),
      kid        TEXT CHECK (kid IS NULL OR length(kid) = 4),
      not_before TEXT,
      not_after  TEXT,
      CHECK ((kid IS NULL) = (not_before IS NULL) AND (kid IS NULL) = (not_after IS NULL))
    ) STRICT;
  `,
}
