import type { SchemaPart } from './part.ts'

/** The key pair that database keys are sealed to; the private half is wrapped by the key file. */
export interface RecoveryKeyTable {
  readonly only: number
  readonly public_key: string
  readonly wrapped: string
}

/** A terminal's database key, as the terminal sealed it. */
export interface DepositTable {
  readonly terminal: string
  readonly key_hash: string
  readonly sealed: string
  readonly kept_at: string
}

/** A one-time code for a terminal that lost its key; once used, it belongs to the public key that used it. */
export interface RecoveryCodeTable {
  readonly code_hash: string
  readonly terminal: string
  readonly expires_at: string
  readonly used_by: string | null
}

const tables = (int: string, end: string): string => `
CREATE TABLE recovery_key (
  only ${int} PRIMARY KEY CHECK (only = 1),
  public_key TEXT NOT NULL,
  wrapped TEXT NOT NULL
)${end};

CREATE TABLE deposit (
  terminal TEXT NOT NULL REFERENCES terminal (id),
  key_hash TEXT NOT NULL,
  sealed TEXT NOT NULL,
  kept_at TEXT NOT NULL,
  PRIMARY KEY (terminal, key_hash)
)${end};

CREATE TABLE recovery_code (
  code_hash TEXT PRIMARY KEY,
  terminal TEXT NOT NULL REFERENCES terminal (id),
  expires_at TEXT NOT NULL,
  used_by TEXT
)${end};
`

/** Keys of terminals' databases, kept for the day a keystore is lost. */
export const recovery: SchemaPart = {
  name: 'recovery',
  sqlite: tables('INTEGER', ' STRICT'),
  postgres: tables('BIGINT', ''),
}
