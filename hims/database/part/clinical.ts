import type { SchemaPart } from './part.ts'

/**
 * A FHIR resource as it now is. For a resource that our own tables hold (a person, an order), `body` is only what those
 * have no place for.
 */
export interface ResourceTable {
  readonly type: string
  readonly id: string
  readonly version: number
  /** Whose record it belongs to; null for what is nobody's, such as an organization. */
  readonly person: string | null
  /** When it was so in the person's life, an instant in UTC; empty when that is not said. */
  readonly happened: string
  readonly updated: string
  readonly deleted: number
  /** JSON without id, versionId and lastUpdated; empty once it is deleted. */
  readonly body: string
}

/** What a resource was before: one row for each version but the newest. */
export type ResourceHistoryTable = Pick<ResourceTable, 'type' | 'id' | 'version' | 'updated' | 'deleted' | 'body'>

/** What a stored resource can be found by. */
export interface ResourceTermTable {
  readonly type: string
  readonly field: string
  readonly value: string
  readonly id: string
}

/** One access to the FHIR face: what an AuditEvent tells. */
export interface AccessTable {
  readonly id: string
  readonly at: string
  readonly client: string | null
  readonly action: string
  readonly outcome: number
  readonly type: string | null
  readonly target: string | null
  readonly person: string | null
  readonly query: string | null
}

/** Who wrote a version of a resource: what a Provenance tells. */
export interface OriginTable {
  readonly id: string
  readonly at: string
  readonly client: string | null
  readonly activity: string
  readonly type: string
  readonly target: string
  readonly version: string
  readonly person: string | null
}

interface Dialect {
  /** Text that is compared letter by letter, whatever language the database was made for. */
  readonly text: string
  readonly whole: string
  readonly end: string
  readonly clustered: string
}

const tables = ({ text, whole, end, clustered }: Dialect): string => `
CREATE TABLE resource (
  type ${text} NOT NULL,
  id ${text} NOT NULL,
  version ${whole} NOT NULL CHECK (version > 0),
  person ${text},
  happened ${text} NOT NULL,
  updated ${text} NOT NULL,
  deleted ${whole} NOT NULL CHECK (deleted IN (0, 1)),
  body TEXT NOT NULL CHECK ((deleted = 1) = (body = '')),
  PRIMARY KEY (type, id)
)${end};
CREATE INDEX resource_person ON resource (person, type, happened, id);
CREATE INDEX resource_updated ON resource (type, updated, id);

CREATE TABLE resource_history (
  type ${text} NOT NULL,
  id ${text} NOT NULL,
  version ${whole} NOT NULL CHECK (version > 0),
  updated ${text} NOT NULL,
  deleted ${whole} NOT NULL CHECK (deleted IN (0, 1)),
  body TEXT NOT NULL,
  PRIMARY KEY (type, id, version)
)${end};
CREATE INDEX resource_history_updated ON resource_history (type, updated, id, version);

CREATE TABLE resource_term (
  type ${text} NOT NULL,
  field ${text} NOT NULL,
  value ${text} NOT NULL,
  id ${text} NOT NULL,
  PRIMARY KEY (type, field, value, id)
)${clustered};

CREATE TABLE access (
  id ${text} PRIMARY KEY,
  at ${text} NOT NULL,
  client ${text},
  action TEXT NOT NULL,
  outcome ${whole} NOT NULL,
  type ${text},
  target ${text},
  person ${text},
  query TEXT
)${clustered};
CREATE INDEX access_person ON access (person, id);

CREATE TABLE origin (
  id ${text} PRIMARY KEY,
  at ${text} NOT NULL,
  client ${text},
  activity TEXT NOT NULL,
  type ${text} NOT NULL,
  target ${text} NOT NULL,
  version TEXT NOT NULL,
  person ${text}
)${clustered};
CREATE INDEX origin_target ON origin (type, target, id);
CREATE INDEX origin_person ON origin (person, id);
`

/** The person's record from every hospital, as FHIR resources, and who wrote and read it. */
export const clinical: SchemaPart = {
  name: 'clinical',
  sqlite: tables({ text: 'TEXT', whole: 'INTEGER', end: ' STRICT', clustered: ' STRICT, WITHOUT ROWID' }),
  postgres: tables({ text: 'TEXT COLLATE "C"', whole: 'BIGINT', end: '', clustered: '' }),
}
