import type { SchemaPart } from './part.ts'

/** The same tables in both dialects: whole numbers and strictness are named differently. */
const tables = (int: string, strict: string): string => `
CREATE TABLE right_claim (
  id TEXT PRIMARY KEY,
  terminal TEXT NOT NULL REFERENCES terminal (id),
  prescription TEXT NOT NULL,
  claimed_at TEXT NOT NULL,
  reply TEXT NOT NULL
)${strict};

CREATE TABLE open_wish (
  id TEXT PRIMARY KEY,
  prescription TEXT NOT NULL,
  until TEXT NOT NULL
)${strict};
CREATE INDEX open_wish_prescription ON open_wish (prescription);

CREATE TABLE ended_right (
  item TEXT PRIMARY KEY,
  prescription TEXT NOT NULL,
  units ${int} NOT NULL CHECK (units > 0)
)${strict};

CREATE TABLE parked (
  mutation TEXT PRIMARY KEY,
  seq ${int} NOT NULL UNIQUE,
  terminal TEXT NOT NULL REFERENCES terminal (id),
  epoch ${int} NOT NULL,
  parked_at TEXT NOT NULL,
  waits_for TEXT NOT NULL CHECK (waits_for IN ('right', 'prescription', 'person', 'card', 'visit', 'earlier')),
  wanted TEXT NOT NULL,
  right_id TEXT NOT NULL,
  said TEXT NOT NULL
)${strict};
CREATE INDEX parked_right ON parked (right_id);

CREATE TABLE notice (
  id TEXT PRIMARY KEY,
  noted_at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('late', 'contradicts', 'supply', 'released')),
  terminal TEXT,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL
)${strict};

CREATE TABLE department_pharmacy (
  department TEXT PRIMARY KEY,
  terminal TEXT NOT NULL REFERENCES terminal (id)
)${strict};
`

/** Rights on the move, what waits for its right, and what a person should look at. */
export const right: SchemaPart = {
  name: 'right',
  sqlite: tables('INTEGER', ' STRICT'),
  postgres: tables('BIGINT', ''),
}
