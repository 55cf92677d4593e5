import { createHash } from 'node:crypto'

import type Database from 'better-sqlite3'
import { z } from 'zod'

import { SEGMENT_BYTES, SEGMENT_CARDS, codeOfStatus, setCode } from '../../domain/card/status-list.ts'

/** Version 2: keys behind the card with their lists. Issuer keys leave the feed; terminals get them in the trust list. */
export const secondSchema = `
CREATE TABLE trusted_key (
  kid TEXT PRIMARY KEY CHECK (length(kid) = 4),
  public_key TEXT NOT NULL UNIQUE CHECK (length(public_key) = 64),
  not_before TEXT NOT NULL,
  not_after TEXT NOT NULL,
  withdrawn TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('hims', 'delegated')),
  facilities TEXT CHECK (facilities IS NULL OR json_valid(facilities)),
  terminal TEXT REFERENCES terminal (id),
  seed TEXT,
  made_at TEXT NOT NULL,
  CHECK ((kind = 'delegated') = (terminal IS NOT NULL)),
  CHECK (kind = 'hims' OR seed IS NULL)
) STRICT;
INSERT OR IGNORE INTO trusted_key
  SELECT record.id, row ->> '$.publicKey', row ->> '$.notBefore', row ->> '$.notAfter', NULL, 'hims',
         row -> '$.facilities', NULL, issuing_key.seed, changed_at
  FROM record LEFT JOIN issuing_key ON issuing_key.kid = record.id WHERE record.name = 'issuer_key';
UPDATE trusted_key SET facilities = NULL WHERE facilities = 'null';
DELETE FROM record WHERE name = 'issuer_key';
DROP TABLE issuing_key;

CREATE TABLE list_key (
  public_key TEXT PRIMARY KEY CHECK (length(public_key) = 64),
  seed TEXT NOT NULL,
  serial INTEGER NOT NULL UNIQUE,
  made_at TEXT NOT NULL,
  certificate BLOB,
  root TEXT,
  CHECK ((certificate IS NULL) = (root IS NULL))
) STRICT;

CREATE TABLE signed_list (
  kind TEXT PRIMARY KEY CHECK (kind IN ('trust', 'status')),
  seq INTEGER NOT NULL CHECK (seq > 0),
  list BLOB NOT NULL,
  certificate BLOB NOT NULL,
  made_at TEXT NOT NULL
) STRICT;

CREATE TABLE card_status_segment (
  segment INTEGER PRIMARY KEY CHECK (segment >= 0),
  body BLOB NOT NULL CHECK (length(body) = ${SEGMENT_BYTES}),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TABLE card_status_change (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  status_index INTEGER NOT NULL CHECK (status_index >= 0),
  code INTEGER NOT NULL CHECK (code BETWEEN 0 AND 15)
) STRICT;

CREATE TABLE card_sighting (
  card_id TEXT NOT NULL,
  at TEXT NOT NULL,
  facility TEXT NOT NULL,
  terminal TEXT NOT NULL REFERENCES terminal (id),
  PRIMARY KEY (card_id, at, terminal)
) STRICT, WITHOUT ROWID;

CREATE TABLE emergency_key (
  id INTEGER PRIMARY KEY CHECK (id BETWEEN 0 AND 255),
  key TEXT NOT NULL,
  until TEXT NOT NULL
) STRICT;

INSERT INTO counter VALUES ('trust-list', 0), ('status-list', 1);
`

const Bad = z.object({ index: z.int().min(0), status: z.string() })

/** The cards that are not good already. */
export function fillSecond(database: Database.Database): void {
  const rows = database
    .prepare(
      `SELECT row ->> '$.statusIndex' AS "index", row ->> '$.status' AS status FROM record
       WHERE name = 'card' AND row ->> '$.status' <> 'active'`,
    )
    .all()
  const segments = new Map<number, Uint8Array>()
  const note = database.prepare('INSERT INTO card_status_change VALUES (?, ?, ?)')
  for (const [at, row] of rows.entries()) {
    const { index, status } = Bad.parse(row)
    const number = Math.floor(index / SEGMENT_CARDS)
    const segment = segments.get(number) ?? new Uint8Array(SEGMENT_BYTES)
    segments.set(number, segment)
    setCode(segment, index % SEGMENT_CARDS, codeOfStatus(status))
    note.run(at + 2, index, codeOfStatus(status))
  }
  const insert = database.prepare('INSERT INTO card_status_segment VALUES (?, ?, ?)')
  for (const [number, body] of segments) insert.run(number, body, createHash('sha256').update(body).digest())
  database.prepare(`UPDATE counter SET value = ? WHERE name = 'status-list'`).run(rows.length + 1)
}
