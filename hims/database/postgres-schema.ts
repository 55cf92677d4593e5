import { SEGMENT_BYTES } from '../../domain/card/status-list.ts'

/**
 * Versions 1 and 2 on PostgreSQL: the tables of the embedded database with PostgreSQL's types, text in the order of its
 * bytes. No sequences, triggers or JSON types, so that servers which only speak PostgreSQL's language hold it too.
 */
export const postgresSchema = `
CREATE TABLE hims (
  "only" BIGINT PRIMARY KEY CHECK ("only" = 1),
  incarnation TEXT COLLATE "C" NOT NULL,
  salt TEXT COLLATE "C" NOT NULL
);

CREATE TABLE counter (name TEXT COLLATE "C" PRIMARY KEY, value BIGINT NOT NULL CHECK (value >= 0));
INSERT INTO counter VALUES
  ('cursor', 0), ('status-index', 0), ('terminal', 0), ('trust-list', 0), ('status-list', 1);

CREATE TABLE record (
  cursor BIGINT PRIMARY KEY CHECK (cursor > 0),
  name TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  version BIGINT NOT NULL CHECK (version > 0),
  changed_at TEXT COLLATE "C" NOT NULL,
  row TEXT COLLATE "C" NOT NULL,
  UNIQUE (name, id)
);

CREATE INDEX record_changed ON record (name, changed_at);

CREATE TABLE term (
  name TEXT COLLATE "C" NOT NULL,
  field TEXT COLLATE "C" NOT NULL,
  value TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (name, field, value, id)
);

CREATE TABLE terminal (
  id TEXT COLLATE "C" PRIMARY KEY,
  number BIGINT NOT NULL UNIQUE,
  role TEXT COLLATE "C" NOT NULL CHECK (role IN ('desk', 'pharmacy', 'kiosk')),
  label TEXT COLLATE "C" NOT NULL,
  public_key TEXT COLLATE "C" NOT NULL UNIQUE,
  facility TEXT COLLATE "C" NOT NULL,
  epoch BIGINT NOT NULL CHECK (epoch > 0),
  last_n BIGINT NOT NULL CHECK (last_n >= 0),
  enrolled_at TEXT COLLATE "C" NOT NULL,
  retired_at TEXT COLLATE "C"
);

CREATE TABLE enrolment (
  code_hash TEXT COLLATE "C" PRIMARY KEY,
  role TEXT COLLATE "C" NOT NULL CHECK (role IN ('desk', 'pharmacy', 'kiosk')),
  label TEXT COLLATE "C" NOT NULL,
  expires_at TEXT COLLATE "C" NOT NULL,
  terminal TEXT COLLATE "C" REFERENCES terminal (id)
);

CREATE TABLE mutation (
  id TEXT COLLATE "C" PRIMARY KEY,
  terminal TEXT COLLATE "C" NOT NULL REFERENCES terminal (id),
  received_at TEXT COLLATE "C" NOT NULL,
  said TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('applied', 'refused')),
  reason TEXT COLLATE "C",
  CHECK ((kind = 'refused') = (reason IS NOT NULL))
);

CREATE TABLE pushed (
  terminal TEXT COLLATE "C" NOT NULL REFERENCES terminal (id),
  epoch BIGINT NOT NULL,
  n BIGINT NOT NULL CHECK (n > 0),
  mutation TEXT COLLATE "C" NOT NULL REFERENCES mutation (id),
  kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('applied', 'refused')),
  reason TEXT COLLATE "C",
  PRIMARY KEY (terminal, epoch, n)
);

CREATE TABLE lease (
  id TEXT COLLATE "C" PRIMARY KEY,
  terminal TEXT COLLATE "C" NOT NULL REFERENCES terminal (id),
  leased_at TEXT COLLATE "C" NOT NULL,
  reply TEXT COLLATE "C" NOT NULL
);

CREATE TABLE token_block (
  department TEXT COLLATE "C" NOT NULL,
  day TEXT COLLATE "C" NOT NULL,
  prefix TEXT COLLATE "C" NOT NULL,
  low BIGINT NOT NULL CHECK (low > 0),
  high BIGINT NOT NULL CHECK (high >= low),
  terminal TEXT COLLATE "C" NOT NULL REFERENCES terminal (id),
  PRIMARY KEY (department, day, low)
);

CREATE TABLE taken_token (
  department TEXT COLLATE "C" NOT NULL,
  day TEXT COLLATE "C" NOT NULL,
  prefix TEXT COLLATE "C" NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  visit TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (department, day, prefix, number)
);

CREATE TABLE card_blank (
  card_id TEXT COLLATE "C" PRIMARY KEY,
  status_index BIGINT NOT NULL UNIQUE,
  issued TEXT COLLATE "C" NOT NULL,
  expires TEXT COLLATE "C" NOT NULL,
  terminal TEXT COLLATE "C" NOT NULL REFERENCES terminal (id)
);

CREATE TABLE ungiven_right (
  item TEXT COLLATE "C" PRIMARY KEY,
  prescription TEXT COLLATE "C" NOT NULL,
  units BIGINT NOT NULL CHECK (units > 0)
);

CREATE TABLE identifier (
  kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('Patient', 'MedicationRequest', 'AllergyIntolerance', 'group')),
  system TEXT COLLATE "C" NOT NULL,
  value TEXT COLLATE "C" NOT NULL,
  id TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (kind, value, system)
);
CREATE INDEX identifier_of ON identifier (kind, id);

CREATE TABLE client (
  id TEXT COLLATE "C" PRIMARY KEY,
  name TEXT COLLATE "C" NOT NULL,
  token_hash TEXT COLLATE "C" NOT NULL UNIQUE,
  created_at TEXT COLLATE "C" NOT NULL
);

CREATE TABLE trusted_key (
  kid TEXT COLLATE "C" PRIMARY KEY CHECK (length(kid) = 4),
  public_key TEXT COLLATE "C" NOT NULL UNIQUE CHECK (length(public_key) = 64),
  not_before TEXT COLLATE "C" NOT NULL,
  not_after TEXT COLLATE "C" NOT NULL,
  withdrawn TEXT COLLATE "C",
  kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('hims', 'delegated')),
  facilities TEXT COLLATE "C",
  terminal TEXT COLLATE "C" REFERENCES terminal (id),
  seed TEXT COLLATE "C",
  made_at TEXT COLLATE "C" NOT NULL,
  CHECK ((kind = 'delegated') = (terminal IS NOT NULL)),
  CHECK (kind = 'hims' OR seed IS NULL)
);

CREATE TABLE list_key (
  public_key TEXT COLLATE "C" PRIMARY KEY CHECK (length(public_key) = 64),
  seed TEXT COLLATE "C" NOT NULL,
  serial BIGINT NOT NULL UNIQUE,
  made_at TEXT COLLATE "C" NOT NULL,
  certificate BYTEA,
  root TEXT COLLATE "C",
  CHECK ((certificate IS NULL) = (root IS NULL))
);

CREATE TABLE signed_list (
  kind TEXT COLLATE "C" PRIMARY KEY CHECK (kind IN ('trust', 'status')),
  seq BIGINT NOT NULL CHECK (seq > 0),
  list BYTEA NOT NULL,
  certificate BYTEA NOT NULL,
  made_at TEXT COLLATE "C" NOT NULL
);

CREATE TABLE card_status_segment (
  segment BIGINT PRIMARY KEY CHECK (segment >= 0),
  body BYTEA NOT NULL CHECK (length(body) = ${SEGMENT_BYTES}),
  hash BYTEA NOT NULL CHECK (length(hash) = 32)
);

CREATE TABLE card_status_change (
  seq BIGINT PRIMARY KEY CHECK (seq > 0),
  status_index BIGINT NOT NULL CHECK (status_index >= 0),
  code BIGINT NOT NULL CHECK (code BETWEEN 0 AND 15)
);

CREATE TABLE card_sighting (
  card_id TEXT COLLATE "C" NOT NULL,
  at TEXT COLLATE "C" NOT NULL,
  facility TEXT COLLATE "C" NOT NULL,
  terminal TEXT COLLATE "C" NOT NULL REFERENCES terminal (id),
  PRIMARY KEY (card_id, at, terminal)
);

CREATE TABLE emergency_key (
  id BIGINT PRIMARY KEY CHECK (id BETWEEN 0 AND 255),
  key TEXT COLLATE "C" NOT NULL,
  until TEXT COLLATE "C" NOT NULL
);
`
