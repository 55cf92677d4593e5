import type { Migration } from '../migrate.ts'

/** What is remembered of the resources of a FHIR server in the place of HIMS. */
export const migration: Migration = {
  version: 17,
  up: `
    CREATE TABLE fhir_resource (
      type    TEXT NOT NULL,
      id      TEXT NOT NULL,
      local   TEXT NOT NULL,
      version TEXT NOT NULL,
      part_of TEXT NOT NULL,
      body    TEXT NOT NULL,
      PRIMARY KEY (type, id)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX fhir_resource_local ON fhir_resource (type, local);
    CREATE INDEX fhir_resource_whole ON fhir_resource (type, part_of) WHERE part_of <> '';
  `,
}
