import { PrintJob } from '../../contract/shell.ts'
import type { JobId } from '../../domain/id.ts'
import { PrintDocument, printerFor } from '../../domain/print/document.ts'
import type { PrinterKind } from '../../domain/print/document.ts'
import type { PrintOutcome } from '../../domain/print/outcome.ts'
import type { Database } from './database.ts'

export interface NewJob {
  readonly id: JobId
  readonly title: string
  readonly document: PrintDocument
  readonly at: string
}

export interface SpoolTable {
  queue(job: NewJob): void
  /** The oldest job that the machine may send; one that failed counts only when it was queued since that moment. */
  head(printer: PrinterKind, since: string): PrintJob | null
  get(id: JobId): PrintJob | null
  document(id: JobId): PrintDocument | null
  recent(limit: number): readonly PrintJob[]
  /** Written down before the first byte goes out; gives the attempt's number. */
  openAttempt(id: JobId, hash: string, at: string): number
  close(id: JobId, outcome: PrintOutcome, at: string): void
  settle(id: JobId, came: boolean, at: string): void
  requeue(id: JobId, at: string): void
  /** After a crash nobody knows what an open attempt printed. */
  closeAbandoned(at: string): void
}

type State = PrintJob['state']['kind']

interface Row {
  readonly id: string
  readonly printer: string
  readonly document: string
  readonly title: string
  readonly copy: number
  readonly queued_at: string
  readonly state: State
  readonly changed_at: string
  readonly reason: string | null
  readonly came: number | null
}

const COLUMNS = 'id, printer, document, title, copy, queued_at, state, changed_at, reason, came'

export const spoolSql = {
  head: `SELECT ${COLUMNS} FROM print_job
         WHERE printer = ? AND state IN ('queued', 'not-sent') AND (state = 'queued' OR queued_at >= ?)
         ORDER BY seq LIMIT 1`,
  recent: `SELECT ${COLUMNS} FROM print_job ORDER BY seq DESC LIMIT ?`,
} as const

export function spoolTable(database: Database): SpoolTable {
  const insert = database.prepare(
    `INSERT INTO print_job (id, printer, document, title, copy, body, queued_at, state, changed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'queued', ?)`,
  )
  const head = database.prepare<[string, string], Row>(spoolSql.head)
  const one = database.prepare<[string], Row>(`SELECT ${COLUMNS} FROM print_job WHERE id = ?`)
  const recent = database.prepare<[number], Row>(spoolSql.recent)
  const body = database.prepare<[string], { readonly body: string }>('SELECT body FROM print_job WHERE id = ?')
  const hash = database.prepare('UPDATE print_job SET hash = ? WHERE id = ?')
  const state = database.prepare(
    'UPDATE print_job SET state = @state, changed_at = @at, reason = @reason, came = @came WHERE id = @id',
  )
  const attempts = database
    .prepare<[string], number>('SELECT coalesce(max(attempt), 0) FROM print_attempt WHERE job_id = ?')
    .pluck()
  const open = database.prepare('INSERT INTO print_attempt (job_id, attempt, opened_at) VALUES (?, ?, ?)')
  const end = database.prepare('UPDATE print_attempt SET outcome = ? WHERE job_id = ? AND outcome IS NULL')
  const abandonedJobs = database.prepare(
    `UPDATE print_job SET state = 'uncertain', changed_at = ? WHERE state = 'sending'`,
  )
  const abandoned = database.prepare(`UPDATE print_attempt SET outcome = 'uncertain' WHERE outcome IS NULL`)
  const plain = { reason: null, came: null }

  return {
    queue: ({ id, title, document, at }) =>
      void insert.run(
        id,
        printerFor[document.kind],
        document.kind,
        title,
        document.copy,
        JSON.stringify(document),
        at,
        at,
      ),
    head: (printer, since) => toJob(head.get(printer, since)),
    get: (id) => toJob(one.get(id)),
    document(id) {
      const row = body.get(id)
      return row === undefined ? null : PrintDocument.parse(JSON.parse(row.body))
    },
    recent: (limit) => recent.all(limit).flatMap((row) => toJob(row) ?? []),
    openAttempt: database.transaction((id: JobId, value: string, at: string) => {
      hash.run(value, id)
      const attempt = (attempts.get(id) ?? 0) + 1
      open.run(id, attempt, at)
      state.run({ id, at, state: 'sending', ...plain })
      return attempt
    }),
    close: database.transaction((id: JobId, outcome: PrintOutcome, at: string) => {
      end.run(outcome.kind, id)
      state.run({
        id,
        at,
        state: outcome.kind,
        came: null,
        reason: outcome.kind === 'not-sent' ? outcome.reason : null,
      })
    }),
    settle: (id, came, at) => void state.run({ id, at, state: 'settled', reason: null, came: came ? 1 : 0 }),
    requeue: (id, at) => void state.run({ id, at, state: 'queued', ...plain }),
    closeAbandoned: database.transaction((at: string) => {
      abandonedJobs.run(at)
      abandoned.run()
    }),
  }
}

function toJob(row: Row | undefined): PrintJob | null {
  if (row === undefined) return null
  const { id, printer, document, title, copy, queued_at: queuedAt } = row
  return PrintJob.parse({ id, printer, document, title, copy, queuedAt, state: stateOf(row) })
}

function stateOf({ state, changed_at: at, reason, came }: Row): unknown {
  const states: Readonly<Record<State, object>> = {
    queued: {},
    sending: { since: at },
    printed: { at },
    'not-sent': { reason, at },
    uncertain: { at },
    settled: { came: came === 1, at },
  }
  return { kind: state, ...states[state] }
}
