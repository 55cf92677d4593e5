import type { Migration } from '../migrate.ts'

/** Finds who was sent on to a department, what a doctor wrote lately, and where this terminal's doctor sits. */
export const migration: Migration = {
  version: 22,
  up: `
    ALTER TABLE visit_event ADD COLUMN moved_to TEXT;
    UPDATE visit_event SET moved_to = body ->> 'department' WHERE body ->> 'kind' = 'moved';
    CREATE INDEX visit_event_moved ON visit_event (moved_to, at) WHERE moved_to IS NOT NULL;

    CREATE INDEX prescription_written ON prescription (written_at);

    CREATE TABLE seat (
      only_row   INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
      operator   TEXT NOT NULL,
      day        TEXT NOT NULL,
      room       TEXT NOT NULL,
      department TEXT NOT NULL
    ) STRICT;
  `,
}
