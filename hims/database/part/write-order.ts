import type { SchemaPart } from './part.ts'

const index = `
DROP INDEX record_changed;
CREATE INDEX record_changed ON record (changed_at, name);
`

/**
 * What a push adds goes to the end of this index. And PostgreSQL, which plans a statement while the tables are still
 * empty, finds no second index that begins with the name: it chose that one, and read the whole table for every push.
 */
export const writeOrder: SchemaPart = { name: 'write-order', sqlite: index, postgres: index }
