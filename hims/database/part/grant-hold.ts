import type { SchemaPart } from './part.ts'

/** A pharmacy that a HIMS which came back from a copy has not heard: it may hold rights that the copy knows nothing of. */
export interface GrantHoldTable {
  readonly terminal: string
  readonly facility: string
  readonly since: string
}

const table = (end: string): string => `
CREATE TABLE grant_hold (
  terminal TEXT PRIMARY KEY REFERENCES terminal (id),
  facility TEXT NOT NULL,
  since TEXT NOT NULL
)${end};
CREATE INDEX grant_hold_facility ON grant_hold (facility);
`

export const grantHold: SchemaPart = { name: 'grant-hold', sqlite: table(' STRICT'), postgres: table('') }
