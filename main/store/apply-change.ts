import { taken } from '../../domain/pharmacy/right-rule.ts'
import { unreachable } from '../../domain/result.ts'
import type { Change, ChangeRow } from '../../domain/wire/sync.ts'
import { TableName } from '../../domain/wire/table.ts'
import { knownRow } from './known-row.ts'
import { learntOf } from './learnt.ts'
import type { Learnt } from './learnt.ts'
import { isReady } from './ready-row.ts'
import type { Put } from './shared-table.ts'
import type { Store } from './store.ts'

export type Incoming = Pick<Change, 'table' | 'id' | 'version' | 'row'>

/** Takes rows of HIMS into the store; call it inside a transaction. Gives the tables that changed. */
export type ApplyChanges = (changes: readonly Incoming[]) => ReadonlySet<TableName>

/**
 * A row with work of this terminal still on its way is kept aside until that has arrived, a row that cannot be read is
 * kept for a version that can, and the search index is brought up once for all of them.
 */
export function applyChanges(store: Store): ApplyChanges {
  const { database, outbox } = store
  const aside = database.prepare(
    `INSERT INTO deferred (tbl, id, version, body) VALUES (?, ?, ?, ?)
     ON CONFLICT (tbl, id) DO UPDATE SET version = excluded.version, body = excluded.body
     WHERE excluded.version >= version`,
  )
  const strange = database.prepare(
    'INSERT OR REPLACE INTO quarantine (tbl, id, version, body, problem) VALUES (?, ?, ?, ?, ?)',
  )
  const readable = database.prepare('DELETE FROM quarantine WHERE tbl = ? AND id = ?')
  const anyStrange = database.prepare<[], number>('SELECT 1 FROM quarantine LIMIT 1')

  return (changes) => {
    const pending = outbox.pending()
    const mayBeStrange = anyStrange.get() !== undefined
    const above = store.index.last()
    const added: Learnt[] = []
    const others: Learnt[] = []
    const changed = new Set<TableName>()
    for (const { table, id, version, row } of changes) {
      if (pending.has(`${table}/${id}`)) {
        aside.run(table, id, version, isReady(row) ? row.body : JSON.stringify(row))
        continue
      }
      if (isReady(row)) {
        if (mayBeStrange) readable.run(table, id)
        const how = store.shared.person.addReady({ id, version, body: row.body, cells: row.cells })
        if (how === 'new') added.push(row.learnt)
        else if (how === 'changed') others.push(row.learnt)
        if (how !== 'older') changed.add('person')
        continue
      }
      const known = knownRow(table, row)
      if (!known.ok) {
        strange.run(table, id, version, JSON.stringify(row), known.problem)
        continue
      }
      if (mayBeStrange) readable.run(table, id)
      const raw = known.value.partial ? JSON.stringify(row) : null
      const { change } = known.value
      if (change.table === 'person') {
        const how = store.shared.person.add({ row: change.row, version, raw })
        if (how === 'older') continue
        ;(how === 'new' ? added : others).push(learntOf(change.row))
      } else if (!putChange(store, change, { version, raw })) continue
      changed.add(change.table)
    }
    store.index.take({ added, above, changed: others })
    return changed
  }
}

type Rest = Omit<Put<TableName>, 'row'>

function putChange(store: Store, change: ChangeRow, rest: Rest): boolean {
  const { shared } = store
  switch (change.table) {
    case 'person':
      return shared.person.put({ row: change.row, ...rest })
    case 'right':
      return shared.right.put({ row: taken(shared.right.get(change.row.id), change.row), ...rest })
    case 'facility': {
      const { facility } = store.device.read()
      if (facility?.code === change.row.code) store.device.setFacility(change.row)
      return shared.facility.put({ row: change.row, ...rest })
    }
    case 'department':
      return shared.department.put({ row: change.row, ...rest })
    case 'operator':
      return shared.operator.put({ row: change.row, ...rest })
    case 'card_flag':
      return shared.card_flag.put({ row: change.row, ...rest })
    case 'allergy':
      return shared.allergy.put({ row: change.row, ...rest })
    case 'card':
      return shared.card.put({ row: change.row, ...rest })
    case 'visit':
      return shared.visit.put({ row: change.row, ...rest })
    case 'medicine':
      return shared.medicine.put({ row: change.row, ...rest })
    case 'lot':
      return shared.lot.put({ row: change.row, ...rest })
    case 'stock_event':
      return shared.stock_event.put({ row: change.row, ...rest })
    case 'prescription':
      return shared.prescription.put({ row: change.row, ...rest })
    case 'dispense':
      return shared.dispense.put({ row: change.row, ...rest })
    case 'person_link':
      return shared.person_link.put({ row: change.row, ...rest })
    case 'review':
      return shared.review.put({ row: change.row, ...rest })
    case 'right_wish':
      return shared.right_wish.put({ row: change.row, ...rest })
    case 'emergency_supply':
      return shared.emergency_supply.put({ row: change.row, ...rest })
    case 'room':
      return shared.room.put({ row: change.row, ...rest })
    case 'roster':
      return shared.roster.put({ row: change.row, ...rest })
    case 'visit_event':
      return shared.visit_event.put({ row: change.row, ...rest })
    case 'stock_paper':
      return shared.stock_paper.put({ row: change.row, ...rest })
    case 'lot_mark':
      return shared.lot_mark.put({ row: change.row, ...rest })
    case 'cold_reading':
      return shared.cold_reading.put({ row: change.row, ...rest })
    case 'reorder_level':
      return shared.reorder_level.put({ row: change.row, ...rest })
    case 'supply_request':
      return shared.supply_request.put({ row: change.row, ...rest })
    case 'day_statement':
      return shared.day_statement.put({ row: change.row, ...rest })
    case 'family_link':
      return shared.family_link.put({ row: change.row, ...rest })
    case 'person_edit':
      return shared.person_edit.put({ row: change.row, ...rest })
    case 'scheme_fact':
      return shared.scheme_fact.put({ row: change.row, ...rest })
    case 'coverage':
      return shared.coverage.put({ row: change.row, ...rest })
    case 'order_event':
      return shared.order_event.put({ row: change.row, ...rest })
    case 'directory_change':
      return shared.directory_change.put({ row: change.row, ...rest })
    default:
      return unreachable(change)
  }
}

interface DeferredRow {
  readonly tbl: string
  readonly id: string
  readonly version: number
  readonly body: string
}

/** Takes in what was kept aside and has no work of this terminal on its way any more. */
export function applyDeferred(store: Store, apply: ApplyChanges): ReadonlySet<TableName> {
  const { database, outbox } = store
  const rows = database.prepare<[], DeferredRow>('SELECT * FROM deferred').all()
  const free = rows.filter(({ tbl, id }) => {
    const table = TableName.safeParse(tbl)
    return !table.success || !outbox.isPending(table.data, id)
  })
  const remove = database.prepare('DELETE FROM deferred WHERE tbl = ? AND id = ?')
  for (const { tbl, id } of free) remove.run(tbl, id)
  return apply(free.map(({ tbl, id, version, body }) => ({ table: tbl, id, version, row: JSON.parse(body) })))
}
