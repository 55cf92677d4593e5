import type { SchemaPart } from './part.ts'

const columns = `
ALTER TABLE mutation ADD COLUMN note TEXT CHECK (note IS NULL OR note IN ('parked', 'merged', 'review'));
ALTER TABLE pushed ADD COLUMN note TEXT CHECK (note IS NULL OR note IN ('parked', 'merged', 'review'));
`

/** What HIMS said beside "applied", so that whoever sends again hears it again. */
export const note: SchemaPart = { name: 'note', sqlite: columns, postgres: columns }
