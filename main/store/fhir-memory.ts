import type { FhirMemory, Remembered } from '../../sync/fhir/memory.ts'
import type { TableName } from '../../domain/wire/table.ts'
import { withReserve } from './reserve-work.ts'
import type { Store } from './store.ts'

interface Row {
  readonly type: string
  readonly id: string
  readonly local: string
  readonly version: string
  readonly part_of: string
  readonly body: string
}

/** Everything is compared with the server once a day, in milliseconds. */
const SWEEP_EVERY = 24 * 3_600_000

/** What the store keeps beside its rows while its server is a FHIR server. */
export function fhirMemory(
  store: Store,
  { now, changed }: { readonly now: () => Date; readonly changed: (tables: ReadonlySet<TableName>) => void },
): FhirMemory {
  const { database } = store
  const byLocal = database.prepare<[string, string], Row>('SELECT * FROM fhir_resource WHERE type = ? AND local = ?')
  const byId = database.prepare<[string, string], Row>('SELECT * FROM fhir_resource WHERE type = ? AND id = ?')
  const parts = database.prepare<[string, string], Row>(
    `SELECT * FROM fhir_resource WHERE type = ? AND part_of = ? AND part_of <> '' ORDER BY id`,
  )
  const put = database.prepare(
    `INSERT OR REPLACE INTO fhir_resource (type, id, local, version, part_of, body) VALUES (?, ?, ?, ?, ?, ?)`,
  )
  const after = database
    .prepare<[string, string, number], string>(
      'SELECT id FROM fhir_resource WHERE type = ? AND id > ? ORDER BY id LIMIT ?',
    )
    .pluck()
  const forget = database.prepare('DELETE FROM fhir_resource WHERE type = ? AND id = ?')
  const warning = database.prepare('DELETE FROM allergy WHERE id = ?')

  const kept = (work: () => void) =>
    withReserve(store, () => database.transaction(work)()).ok ? 'kept' : ('disk-full' as const)

  return {
    byLocal: (type, local) => toRemembered(byLocal.get(type, local)),
    byId: (type, id) => toRemembered(byId.get(type, id)),
    partsOf: (type, whole) => parts.all(type, whole).flatMap((row) => toRemembered(row) ?? []),
    remember: (known) =>
      kept(() => {
        for (const { type, id, local, version, partOf, body } of known) {
          put.run(type, id, local, version, partOf, JSON.stringify(body ?? null))
        }
      }),
    after: (type, id, limit) => after.all(type, id, limit),
    forget: (type, id) => kept(() => void forget.run(type, id)),
    withdraw(table, id) {
      const done = kept(() => void warning.run(id))
      changed(new Set<TableName>([table]))
      return done
    },
    prefixOf: (department) => store.shared.department.get(department)?.prefix ?? '',
    isSweepDue() {
      const last = store.comparison.last()
      return (
        store.comparison.isWanted() || last === null || Math.abs(now().getTime() - Date.parse(last.at)) > SWEEP_EVERY
      )
    },
  }
}

function toRemembered(row: Row | undefined): Remembered | null {
  if (row === undefined) return null
  const { type, id, local, version, part_of: partOf, body } = row
  return { type, id, local, version, partOf, body: JSON.parse(body) }
}
