import type { MutationId } from '../../domain/id.ts'
import type { MutationBody } from '../../domain/wire/sync.ts'
import type { TableName } from '../../domain/wire/table.ts'
import type { Database } from './database.ts'
import type { DeviceTable } from './device-table.ts'

export interface Entry {
  readonly id: MutationId
  readonly body: MutationBody
  /** What a person calls it. */
  readonly title: string
  readonly at: string
  /** Rows that HIMS may not overwrite before it has taken this. */
  readonly touches: readonly (readonly [TableName, string])[]
}

export interface OutboxRow {
  readonly seq: number
  readonly n: number | null
  readonly mid: string
  readonly kind: string
  readonly title: string
  readonly body: string
  readonly at: string
  readonly state: 'waiting' | 'acked' | 'refused'
  readonly reason: string | null
}

export interface Outbox {
  /** Gives the next number; call it in the transaction that writes the rows. */
  add(entry: Entry): number
  waiting(limit: number): readonly OutboxRow[]
  unfinished(limit: number): readonly OutboxRow[]
  count(state: 'waiting' | 'refused'): number
  /** What bears this number now. */
  numbered(n: number): OutboxRow | null
  /** `note` is what HIMS said beside it. */
  acked(n: number, note: string | null): void
  refused(n: number, reason: string): void
  /** Somebody decided about what HIMS refused: it is nothing to look at any more. */
  decided(id: string): void
  isPending(table: TableName, id: string): boolean
  /** `table/id` of every row that a waiting entry touches. */
  pending(): ReadonlySet<string>
  /** The highest number that was acknowledged and is still kept; 0 for none. */
  ackedN(): number
  /** Sends again from `n` on what HIMS has lost; false when that is no longer kept. */
  rewind(n: number): boolean
  /** A new enrolment counts from 1 again; what HIMS has never taken comes first. */
  renumber(): void
  prune(before: string): void
}

export function outbox(database: Database, device: DeviceTable): Outbox {
  const insert = database.prepare(
    `INSERT INTO outbox (n, mid, kind, title, body, at, state) VALUES (?, ?, ?, ?, ?, ?, 'waiting')`,
  )
  const touch = database.prepare('INSERT OR IGNORE INTO outbox_touch (tbl, id, seq) VALUES (?, ?, ?)')
  const waiting = database.prepare<[number], OutboxRow>(
    `SELECT * FROM outbox WHERE state = 'waiting' ORDER BY n LIMIT ?`,
  )
  const unfinished = database.prepare<[number], OutboxRow>(
    `SELECT * FROM outbox WHERE state IN ('waiting', 'refused') ORDER BY seq DESC LIMIT ?`,
  )
  const numbered = database.prepare<[number], OutboxRow>('SELECT * FROM outbox WHERE n = ?')
  const count = database.prepare<[string], number>('SELECT count(*) FROM outbox WHERE state = ?').pluck()
  const acked = database.prepare(`UPDATE outbox SET state = 'acked', note = ? WHERE n = ? AND state = 'waiting'`)
  const refused = database.prepare(`UPDATE outbox SET state = 'refused', reason = ? WHERE n = ? AND state = 'waiting'`)
  const decided = database.prepare(
    `UPDATE outbox SET state = 'acked', reason = NULL, note = 'decided' WHERE mid = ? AND state = 'refused'`,
  )
  const pending = database.prepare<[], { readonly tbl: string; readonly id: string }>(
    `SELECT t.tbl, t.id FROM outbox o JOIN outbox_touch t ON t.seq = o.seq WHERE o.state = 'waiting'`,
  )
  const isPending = database.prepare<[string, string], number>(
    `SELECT 1 FROM outbox_touch t JOIN outbox o ON o.seq = t.seq WHERE t.tbl = ? AND t.id = ? AND o.state = 'waiting'`,
  )
  const ackedN = database.prepare<[], number | null>(`SELECT max(n) FROM outbox WHERE state = 'acked'`).pluck()
  const lowest = database.prepare<[number], number | null>('SELECT min(n) FROM outbox WHERE n >= ?').pluck()
  const rewind = database.prepare(`UPDATE outbox SET state = 'waiting', reason = NULL WHERE n >= ?`)
  const prune = database.prepare(`DELETE FROM outbox WHERE state = 'acked' AND at < ?`)
  const number = database.prepare('UPDATE outbox SET n = ? WHERE seq = ?')

  return {
    add({ id, body, title, at, touches }) {
      const n = device.read().nextN
      const { lastInsertRowid } = insert.run(n, id, body.kind, title, JSON.stringify(body), at)
      for (const [table, row] of touches) touch.run(table, row, lastInsertRowid)
      device.setNextN(n + 1)
      return n
    },
    waiting: (limit) => waiting.all(limit),
    unfinished: (limit) => unfinished.all(limit),
    count: (state) => count.get(state) ?? 0,
    numbered: (n) => numbered.get(n) ?? null,
    acked: (n, note) => void acked.run(note, n),
    refused: (n, reason) => void refused.run(reason, n),
    decided: (id) => void decided.run(id),
    isPending: (table, id) => isPending.get(table, id) !== undefined,
    pending: () => new Set(pending.all().map(({ tbl, id }) => `${tbl}/${id}`)),
    ackedN: () => ackedN.get() ?? 0,
    rewind(n) {
      if (lowest.get(n) !== n) return false
      rewind.run(n)
      return true
    },
    renumber() {
      const kept = waiting.all(-1)
      database.exec(`DELETE FROM outbox WHERE state = 'acked'; UPDATE outbox SET n = NULL WHERE state = 'refused'`)
      // Upwards and in order, so that no number is taken while it is still another's.
      for (const [at, { seq }] of kept.entries()) number.run(at + 1, seq)
      device.setSentN(0)
      device.setNextN(kept.length + 1)
    },
    prune: (before) => void prune.run(before),
  }
}
