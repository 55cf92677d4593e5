import type { SchemaPart } from './part.ts'

/**
 * One row that every transaction looks at first. On PostgreSQL it is also the lock that puts transactions in a row,
 * whichever HIMS they come from: cursors then appear in the order of commits, and no read inside one is ever stale.
 */
export interface WriterTable {
  readonly only: number
  /**
   * `filling`: a move writes it and nobody serves it yet. `paused`: a move takes over the last rows, until a moment at the
   * latest. `moved`: the rows live elsewhere for good.
   */
  readonly state: 'open' | 'filling' | 'paused' | 'moved'
  /** Unix milliseconds; 0 unless it is paused. */
  readonly until: number
  /** The address it went to, wrapped by the key file. */
  readonly moved_to: string | null
}

const table = (text: string, whole: string, end: string): string => `
CREATE TABLE writer (
  "only" ${whole} PRIMARY KEY CHECK ("only" = 1),
  state ${text} NOT NULL CHECK (state IN ('open', 'filling', 'paused', 'moved')),
  until ${whole} NOT NULL,
  moved_to ${text}
)${end};
INSERT INTO writer VALUES (1, 'open', 0, NULL);
`

export const writer: SchemaPart = {
  name: 'writer',
  sqlite: table('TEXT', 'INTEGER', ' STRICT'),
  postgres: table('TEXT COLLATE "C"', 'BIGINT', ''),
}
