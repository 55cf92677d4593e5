import type { Migration } from '../migrate.ts'

/** People are found by their ABHA number; rows that were written before hold it in their body. */
export const migration: Migration = {
  version: 8,
  up: `
    ALTER TABLE person ADD COLUMN abha TEXT;
    UPDATE person SET abha = json_extract(body, '$.abha') WHERE json_extract(body, '$.abha') IS NOT NULL;
    CREATE INDEX person_abha ON person (abha) WHERE abha IS NOT NULL;
  `,
}
