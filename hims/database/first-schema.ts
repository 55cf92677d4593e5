/** Version 1 of the embedded database. The same tables, with PostgreSQL's types, serve the larger installation. */
export const firstSchema = `
CREATE TABLE hims (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  incarnation TEXT NOT NULL,
  salt TEXT NOT NULL
) STRICT;

CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL CHECK (value >= 0)) STRICT, WITHOUT ROWID;
INSERT INTO counter VALUES ('cursor', 0), ('status-index', 0), ('terminal', 0);

CREATE TABLE record (
  cursor INTEGER PRIMARY KEY CHECK (cursor > 0),
  name TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  changed_at TEXT NOT NULL,
  row TEXT NOT NULL CHECK (json_valid(row)),
  UNIQUE (name, id)
) STRICT;

CREATE INDEX record_changed ON record (name, changed_at);

CREATE TABLE term (
  name TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (name, field, value, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE terminal (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('desk', 'pharmacy', 'kiosk')),
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
  role TEXT NOT NULL CHECK (role IN ('desk', 'pharmacy', 'kiosk')),
  label TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  terminal TEXT REFERENCES terminal (id)
) STRICT;

CREATE TABLE mutation (
  id TEXT PRIMARY KEY,
  terminal TEXT NOT NULL REFERENCES terminal (id),
  received_at TEXT NOT NULL,
  said TEXT NOT NULL CHECK (json_valid(said)),
  kind TEXT NOT NULL CHECK (kind IN ('applied', 'refused')),
  reason TEXT,
  CHECK ((kind = 'refused') = (reason IS NOT NULL))
) STRICT;

CREATE TABLE pushed (
  terminal TEXT NOT NULL REFERENCES terminal (id),
  epoch INTEGER NOT NULL,
  n INTEGER NOT NULL CHECK (n > 0),
  mutation TEXT NOT NULL REFERENCES mutation (id),
  kind TEXT NOT NULL CHECK (kind IN ('applied', 'refused')),
  reason TEXT,
  PRIMARY KEY (terminal, epoch, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE lease (
  id TEXT PRIMARY KEY,
  terminal TEXT NOT NULL REFERENCES terminal (id),
  leased_at TEXT NOT NULL,
  reply TEXT NOT NULL CHECK (json_valid(reply))
) STRICT;

CREATE TABLE token_block (
  department TEXT NOT NULL,
  day TEXT NOT NULL,
  prefix TEXT NOT NULL,
  low INTEGER NOT NULL CHECK (low > 0),
  high INTEGER NOT NULL CHECK (high >= low),
  terminal TEXT NOT NULL REFERENCES terminal (id),
  PRIMARY KEY (department, day, low)
) STRICT, WITHOUT ROWID;

CREATE TABLE taken_token (
  department TEXT NOT NULL,
  day TEXT NOT NULL,
  prefix TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  visit TEXT NOT NULL,
  PRIMARY KEY (department, day, prefix, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE card_blank (
  card_id TEXT PRIMARY KEY,
  status_index INTEGER NOT NULL UNIQUE,
  issued TEXT NOT NULL,
  expires TEXT NOT NULL,
  terminal TEXT NOT NULL REFERENCES terminal (id)
) STRICT;

CREATE TABLE issuing_key (
  kid TEXT PRIMARY KEY,
  seed TEXT NOT NULL,
  not_before TEXT NOT NULL,
  not_after TEXT NOT NULL
) STRICT;

CREATE TABLE ungiven_right (
  item TEXT PRIMARY KEY,
  prescription TEXT NOT NULL,
  units INTEGER NOT NULL CHECK (units > 0)
) STRICT;

CREATE TABLE identifier (
  kind TEXT NOT NULL CHECK (kind IN ('Patient', 'MedicationRequest', 'AllergyIntolerance', 'group')),
  system TEXT NOT NULL,
  value TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (kind, value, system)
) STRICT, WITHOUT ROWID;
CREATE INDEX identifier_of ON identifier (kind, id);

CREATE TABLE client (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL
) STRICT;
`
