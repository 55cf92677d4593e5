import type { SchemaPart } from './part.ts'

const move = `
CREATE TABLE pushed_by_mutation (
  terminal TEXT NOT NULL REFERENCES terminal (id),
  epoch INTEGER NOT NULL,
  n INTEGER NOT NULL CHECK (n > 0),
  mutation TEXT NOT NULL REFERENCES mutation (id),
  kind TEXT NOT NULL CHECK (kind IN ('applied', 'refused')),
  reason TEXT,
  note TEXT CHECK (note IS NULL OR note IN ('parked', 'merged', 'review')),
  PRIMARY KEY (mutation, terminal, epoch, n)
) STRICT, WITHOUT ROWID;
INSERT INTO pushed_by_mutation SELECT terminal, epoch, n, mutation, kind, reason, note FROM pushed;
DROP TABLE pushed;
ALTER TABLE pushed_by_mutation RENAME TO pushed;
`

/**
 * What was pushed lies in the order in which it was said. By terminal, every push of a group would touch a page of its
 * own, and a push that is sent again names its mutations anyway.
 */
export const pushed: SchemaPart = {
  name: 'pushed',
  sqlite: move,
  postgres: `
ALTER TABLE pushed DROP CONSTRAINT pushed_pkey;
ALTER TABLE pushed ADD PRIMARY KEY (mutation, terminal, epoch, n);
`,
}
