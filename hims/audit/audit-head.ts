import { rowsStatement } from '../database/rows-statement.ts'
import type { AuditAlarmTable, AuditHeadTable } from '../database/part/audit-head.ts'
import type { Store, TerminalTable } from '../database/schema.ts'
import { unitTable } from '../database/unit-table.ts'
import { inUnit } from '../database/unit.ts'
import type { Unit } from '../database/unit.ts'

const headsOf = rowsStatement<Pick<AuditHeadTable, 'terminal'>, AuditHeadTable>({
  columns: ['terminal'],
  most: 256,
  fit: 'pad',
  build: (store, keys) =>
    store
      .selectFrom('audit_head')
      .selectAll()
      .where(
        'terminal',
        'in',
        keys.map(({ terminal }) => terminal),
      ),
})

const writeHeads = rowsStatement<AuditHeadTable, unknown>({
  columns: ['terminal', 'epoch', 'seq', 'hash', 'at'],
  most: 256,
  fit: 'split',
  build: (store, rows) =>
    store
      .insertInto('audit_head')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('terminal').doUpdateSet((eb) => ({
          epoch: eb.ref('excluded.epoch'),
          seq: eb.ref('excluded.seq'),
          hash: eb.ref('excluded.hash'),
          at: eb.ref('excluded.at'),
        })),
      ),
})

const headsIn = unitTable<AuditHeadTable, string>({
  nameOf: (terminal) => terminal,
  keyOf: ({ terminal }) => terminal,
  read: (store, terminals) =>
    headsOf(
      store,
      terminals.map((terminal) => ({ terminal })),
    ),
  write: writeHeads,
})

const writeAlarms = rowsStatement<AuditAlarmTable, unknown>({
  columns: ['terminal', 'epoch', 'seq', 'hash', 'at', 'kind', 'kept_seq', 'kept_hash'],
  most: 64,
  fit: 'split',
  build: (store, rows) =>
    store
      .insertInto('audit_alarm')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing()),
})

const alarmsIn = unitTable<AuditAlarmTable, AuditAlarmTable>({
  nameOf: ({ terminal, epoch, seq, hash }) => `${terminal} ${epoch} ${seq} ${hash}`,
  keyOf: (alarm) => alarm,
  read: async () => [],
  write: writeAlarms,
})

export type AuditAlarm = Pick<AuditAlarmTable, 'terminal' | 'kind' | 'seq' | 'kept_seq'>

export interface Head {
  readonly seq: number
  readonly hash: string
  readonly at: string
  /** Whether new mutations came with it; a request that was under way twice may bring an older head. */
  readonly isNews: boolean
}

export const wishAuditHead = (unit: Unit, terminal: string): void => headsIn(unit).wish(terminal)

/** Keeps how far a terminal's audit log goes. One that is shorter than it was, or goes another way, raises an alarm. */
export const keepAuditHead = (
  store: Store,
  { id: terminal, epoch }: TerminalTable,
  { seq, hash, at, isNews }: Head,
): Promise<AuditAlarm | null> =>
  inUnit(store, async (unit) => {
    const kept = await headsIn(unit).find(terminal)
    if (kept !== null && kept.epoch === epoch && seq <= kept.seq) {
      const kind = seq < kept.seq ? 'shorter' : kept.hash === hash ? null : 'other'
      if (kind === null || (kind === 'shorter' && !isNews)) return null
      const alarm = { terminal, epoch, seq, hash, at, kind, kept_seq: kept.seq, kept_hash: kept.hash } as const
      alarmsIn(unit).put(alarm)
      return alarm
    }
    headsIn(unit).put({ terminal, epoch, seq, hash, at })
    return null
  })
