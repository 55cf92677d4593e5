import type { JobId, MutationId, OperatorId } from '../../domain/id.ts'
import type { PrintDocument } from '../../domain/print/document.ts'
import { ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { MutationBody } from '../../domain/wire/sync.ts'
import type { TableName } from '../../domain/wire/table.ts'
import { reached } from './point.ts'
import { withReserve } from './reserve-work.ts'
import type { RowOf } from './shared-shape.ts'
import type { Store } from './store.ts'

/** What one piece of work may write; all of it is committed together or not at all. */
export interface Write {
  readonly at: string
  /** A row that this terminal made or changed; HIMS gives it its version later. */
  put<Name extends TableName>(table: Name, row: RowOf<Name>): void
  /** Goes to HIMS with every row put since the last call: none of those may be overwritten before it has arrived. */
  tellHims(id: MutationId, body: MutationBody, title: string): void
  audit(deed: string, subject: string): void
  print(id: JobId, document: PrintDocument, title: string): void
}

export interface Saved {
  readonly tables: ReadonlySet<TableName>
  readonly told: boolean
  readonly printed: readonly JobId[]
}

export type Save = <Value>(work: (write: Write) => Value) => Result<Value, 'disk-full'>

/** Answers only after the commit: what it calls saved survives a pulled plug. */
export function saving(
  store: Store,
  world: {
    readonly now: () => Date
    readonly operator: () => OperatorId | null
    readonly saved: (what: Saved) => void
  },
): Save {
  return (work) => {
    const attempt = () => {
      const noted = { tables: new Set<TableName>(), told: false, printed: new Array<JobId>() }
      const at = world.now().toISOString()
      const value = store.database.transaction(() => {
        const made = work(writeTo(store, at, world.operator(), noted))
        reached('before-commit')
        return made
      })()
      reached('after-commit')
      return { value, noted }
    }
    const done = withReserve(store, attempt)
    if (!done.ok) return done
    world.saved(done.value.noted)
    return ok(done.value.value)
  }
}

function writeTo(
  store: Store,
  at: string,
  operator: OperatorId | null,
  noted: { tables: Set<TableName>; told: boolean; printed: JobId[] },
): Write {
  const touched: [TableName, string][] = []
  return {
    at,
    put(name, row) {
      const table = store.shared[name]
      const id = table.keyOf(row)
      const version = table.versionOf(id)
      const above = store.index.last()
      table.put({ row, version: version ?? 0, raw: null })
      if (name === 'person') indexPerson(store, id, version === null ? above : null)
      noted.tables.add(name)
      touched.push([name, id])
    },
    tellHims(id, body, title) {
      store.outbox.add({ id, body, title, at, touches: touched.splice(0) })
      noted.told = true
    },
    audit: (deed, subject) => store.audit.note({ at, operator, deed, subject }),
    print(id, document, title) {
      store.spool.queue({ id, document, title, at })
      noted.printed.push(id)
    },
  }
}

/** `above`: the last row before this person came; null for somebody who was here. */
function indexPerson(store: Store, id: string, above: number | null): void {
  const people = [store.shared.person.get(id)].filter((person) => person !== null)
  store.index.take(above === null ? { added: [], above: 0, changed: people } : { added: people, above, changed: [] })
}
