import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Database } from './database.ts'
import { migration as deviceAndOutbox } from './migration/001-device-and-outbox.ts'
import { migration as hospitalAndPerson } from './migration/002-hospital-and-person.ts'
import { migration as pharmacy } from './migration/003-pharmacy.ts'
import { migration as spoolAndSession } from './migration/004-spool-and-session.ts'
import { migration as nearSpelling } from './migration/005-near-spelling.ts'
import { migration as pagePrinter } from './migration/006-page-printer.ts'
import { migration as cardTerm } from './migration/007-card-term.ts'
import { migration as abha } from './migration/008-abha.ts'
import { migration as cardList } from './migration/009-card-list.ts'
import { migration as merging } from './migration/010-merging.ts'
import { migration as durability } from './migration/011-durability.ts'
import { migration as server } from './migration/013-server.ts'
import { migration as right } from './migration/014-right.ts'
import { migration as held } from './migration/015-held.ts'
import { migration as joining } from './migration/016-joining.ts'
import { migration as fhir } from './migration/017-fhir.ts'
import { migration as directory } from './migration/020-directory.ts'
import { migration as joiningMore } from './migration/021-joining-more.ts'
import { migration as scheme } from './migration/023-scheme.ts'
import { migration as shelf } from './migration/027-shelf.ts'
import { migration as directoryChange } from './migration/028-directory-change.ts'
import { migration as peopleAtTheDesk } from './migration/029-people-at-the-desk.ts'
import { migration as registration } from './migration/030-registration.ts'
import { migration as day } from './migration/031-day.ts'
import { migration as visit } from './migration/022-visit.ts'
import { migration as orderEvent } from './migration/032-order-event.ts'
import { migration as cardBatch } from './migration/034-card-batch.ts'
import { reached } from './point.ts'

export interface Migration {
  readonly version: number
  readonly up: string
  /** What SQL cannot work out for rows that are already here. */
  readonly fill?: (database: Database) => void
}

export const migrations: readonly Migration[] = [
  deviceAndOutbox,
  hospitalAndPerson,
  pharmacy,
  spoolAndSession,
  nearSpelling,
  pagePrinter,
  cardTerm,
  abha,
  cardList,
  merging,
  durability,
  server,
  right,
  held,
  joining,
  fhir,
  directory,
  joiningMore,
  visit,
  scheme,
  shelf,
  directoryChange,
  peopleAtTheDesk,
  registration,
  day,
  orderEvent,
  cardBatch,
]

/** Brings a database to this version's schema; one from a newer version is left untouched. */
export function migrate(database: Database, steps = migrations): Result<null, 'newer-schema'> {
  const at = Number(database.pragma('user_version', { simple: true }))
  if (at > Math.max(0, ...steps.map((step) => step.version))) return fail('newer-schema')
  const due = steps.filter((step) => step.version > at).toSorted((one, other) => one.version - other.version)
  for (const { version, up, fill } of due) {
    database.transaction(() => {
      database.exec(up)
      fill?.(database)
      reached('mid-migration')
      database.pragma(`user_version = ${version}`)
    })()
  }
  return ok(null)
}
