import type { SchemaPart } from './part.ts'

/** The last entry of a terminal's audit log that HIMS has heard of. */
export interface AuditHeadTable {
  readonly terminal: string
  readonly epoch: number
  readonly seq: number
  readonly hash: string
  readonly at: string
}

/** A head that does not fit the one before: the log was cut short, or rewritten. */
export interface AuditAlarmTable extends AuditHeadTable {
  readonly kind: 'shorter' | 'other'
  readonly kept_seq: number
  readonly kept_hash: string
}

const tables = (int: string, end: string): string => `
CREATE TABLE audit_head (
  terminal TEXT PRIMARY KEY REFERENCES terminal (id),
  epoch ${int} NOT NULL,
  seq ${int} NOT NULL CHECK (seq >= 0),
  hash TEXT NOT NULL,
  at TEXT NOT NULL
)${end};

CREATE TABLE audit_alarm (
  terminal TEXT NOT NULL REFERENCES terminal (id),
  epoch ${int} NOT NULL,
  seq ${int} NOT NULL,
  hash TEXT NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('shorter', 'other')),
  kept_seq ${int} NOT NULL,
  kept_hash TEXT NOT NULL,
  PRIMARY KEY (terminal, epoch, seq, hash)
)${end};
`

/** How far the audit log of each terminal went, and which of them no longer fits what it was. */
export const auditHead: SchemaPart = {
  name: 'audit-head',
  sqlite: tables('INTEGER', ' STRICT'),
  postgres: tables('BIGINT', ''),
}
