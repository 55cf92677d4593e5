import type { SchemaPart } from './part.ts'

/** Who a hospital's own server is towards the HIMS above it; one row once it has joined. */
export interface HubSelfTable {
  readonly only: number
  /** Its private key, wrapped by the key file. */
  readonly seed: string
  readonly public_key: string
  /** Null before the HIMS above has taken it. */
  readonly terminal: string | null
  readonly facility: string | null
  readonly epoch: number
  /** The database of the HIMS above that `cursor` belongs to. */
  readonly incarnation: string | null
  readonly cursor: number
  /** The number of its own next mutation. */
  readonly next_n: number
  /** Changes up to here have been looked through for what this hub recorded by itself. */
  readonly own_cursor: number
}

/** What the HIMS above has not acknowledged yet, in the order in which it was committed here. */
export interface ForwardTable {
  readonly seq: number
  readonly kind: 'envelope' | 'own'
  /** Whose push it is; for `own` the hub itself. */
  readonly terminal: string
  /** A signed push as it came, or the JSON of a mutation of the hub's own. */
  readonly body: Uint8Array
  /** The change counter of this database before it was applied here. */
  readonly since: number
}

/** A row of the HIMS above that must wait until what this hub knows of it has arrived there. */
export interface HubDeferredTable {
  readonly name: string
  readonly id: string
  readonly row: string
}

/** What the HIMS above has of a row, by the SHA-256 of its JSON: what is newer here was recorded by this hub itself. */
export interface HubSeenTable {
  readonly name: string
  readonly id: string
  readonly hash: string
}

/** Queue numbers and signed cards that the HIMS above leased to this hub, to be passed on. */
export interface HubStockTable {
  readonly kind: 'token' | 'card'
  /** Department and day, or the term of a card. */
  readonly name: string
  readonly low: number
  readonly high: number
  readonly next: number
  /** JSON: the block or the card. */
  readonly body: string
}

/** The last answer of the HIMS above that is handed on while it is away; wrapped by the key file. */
export interface HubAnswerTable {
  readonly name: string
  readonly body: string
}

interface Dialect {
  readonly text: string
  readonly whole: string
  readonly bytes: string
  readonly end: string
  readonly clustered: string
}

const tables = ({ text, whole, bytes, end, clustered }: Dialect): string => `
ALTER TABLE enrolment ADD COLUMN facility ${text};

CREATE TABLE hub_self (
  only ${whole} PRIMARY KEY CHECK (only = 1),
  seed TEXT NOT NULL,
  public_key TEXT NOT NULL,
  terminal ${text},
  facility ${text},
  epoch ${whole} NOT NULL CHECK (epoch >= 0),
  incarnation TEXT,
  cursor ${whole} NOT NULL CHECK (cursor >= 0),
  next_n ${whole} NOT NULL CHECK (next_n > 0),
  own_cursor ${whole} NOT NULL CHECK (own_cursor >= 0)
)${end};

CREATE TABLE forward (
  seq ${whole} PRIMARY KEY CHECK (seq > 0),
  kind TEXT NOT NULL CHECK (kind IN ('envelope', 'own')),
  terminal ${text} NOT NULL,
  body ${bytes} NOT NULL,
  since ${whole} NOT NULL CHECK (since >= 0)
)${end};

CREATE TABLE hub_deferred (
  name ${text} NOT NULL,
  id ${text} NOT NULL,
  row TEXT NOT NULL,
  PRIMARY KEY (name, id)
)${clustered};

CREATE TABLE hub_seen (
  name ${text} NOT NULL,
  id ${text} NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (name, id)
)${clustered};

CREATE TABLE hub_stock (
  kind TEXT NOT NULL CHECK (kind IN ('token', 'card')),
  name ${text} NOT NULL,
  low ${whole} NOT NULL,
  high ${whole} NOT NULL,
  next ${whole} NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (kind, name, low)
)${clustered};

CREATE TABLE hub_answer (
  name ${text} PRIMARY KEY,
  body TEXT NOT NULL
)${clustered};

INSERT INTO counter VALUES ('forward', 0);
`

/** SQLite cannot change a CHECK: the tables are made again, and references to them are looked at when all is in place. */
const roles = `
PRAGMA defer_foreign_keys = ON;
CREATE TABLE kept_terminal AS SELECT * FROM terminal;
CREATE TABLE kept_enrolment AS SELECT * FROM enrolment;
DROP TABLE enrolment;
DROP TABLE terminal;
CREATE TABLE terminal (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('desk', 'pharmacy', 'kiosk', 'doctor', 'display', 'admin', 'hub')),
  label TEXT NOT NULL,
  public_key TEXT NOT NULL UNIQUE,
  facility TEXT NOT NULL,
  epoch INTEGER NOT NULL CHECK (epoch > 0),
  last_n INTEGER NOT NULL CHECK (last_n >= 0),
  enrolled_at TEXT NOT NULL,
  retired_at TEXT
) STRICT;
CREATE TABLE enrolment (
  code_hash TEXT PRIMARY KEY,
  role TEXT NOT NULL CHECK (role IN ('desk', 'pharmacy', 'kiosk', 'doctor', 'display', 'admin', 'hub')),
  label TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  terminal TEXT REFERENCES terminal (id)
) STRICT;
INSERT INTO terminal SELECT * FROM kept_terminal;
INSERT INTO enrolment SELECT * FROM kept_enrolment;
DROP TABLE kept_terminal;
DROP TABLE kept_enrolment;
`

const postgresRoles = `
ALTER TABLE terminal DROP CONSTRAINT IF EXISTS terminal_role_check;
ALTER TABLE terminal ADD CONSTRAINT terminal_role_check CHECK (role IN ('desk', 'pharmacy', 'kiosk', 'doctor', 'display', 'admin', 'hub'));
ALTER TABLE enrolment DROP CONSTRAINT IF EXISTS enrolment_role_check;
ALTER TABLE enrolment ADD CONSTRAINT enrolment_role_check CHECK (role IN ('desk', 'pharmacy', 'kiosk', 'doctor', 'display', 'admin', 'hub'));
`

/** A hospital's own server between its terminals and HIMS. */
export const hub: SchemaPart = {
  name: 'hub',
  sqlite:
    roles +
    tables({ text: 'TEXT', whole: 'INTEGER', bytes: 'BLOB', end: ' STRICT', clustered: ' STRICT, WITHOUT ROWID' }),
  postgres:
    postgresRoles + tables({ text: 'TEXT COLLATE "C"', whole: 'BIGINT', bytes: 'BYTEA', end: '', clustered: '' }),
}
