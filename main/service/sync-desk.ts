import type { Handlers } from '../../contract/channel.ts'
import type { syncChannels, WaitingRecord } from '../../contract/sync.ts'
import type { SyncClient } from '../../sync/client.ts'
import { beginNewEpoch } from '../store/new-epoch.ts'
import type { CopyKeeper } from './copy-keeper.ts'
import type { OutboxRow } from '../store/outbox.ts'
import { withReserve } from '../store/reserve-work.ts'
import type { Store } from '../store/store.ts'

export type SyncDesk = Handlers<typeof syncChannels>

const MOST_WAITING = 200
/** A comparison of a million rows takes HIMS some seconds; the page waits so long for it. */
const COMPARES_WITHIN = 30_000
const LOOK = 100

interface SyncDeskWorld {
  readonly client: () => SyncClient | null
  readonly now: () => Date
  readonly after: (milliseconds: number, run: () => void) => () => void
  /** Folders of copies of this store, the newest first. */
  readonly backups: () => readonly string[]
  readonly copies: CopyKeeper
  readonly report: (fault: unknown) => void
  readonly stick: Pick<SyncDesk, 'sync.export' | 'sync.receipt'>
}

/** `2026-11-22T05:00:00.000Z` of `…/terminal-20261122T050000000Z`. */
function lastBackup([newest]: readonly string[]): string | null {
  const at = /(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/.exec(newest ?? '')
  return at === null ? null : `${at[1]}-${at[2]}-${at[3]}T${at[4]}:${at[5]}:${at[6]}.${at[7]}Z`
}

/** What the page about connection and records asks. */
export function syncDesk(
  store: Store,
  { client, now, after, backups, copies, report, stick }: SyncDeskWorld,
): SyncDesk {
  const { database, outbox } = store
  const oldest = database.prepare<[], string | null>(`SELECT min(at) FROM outbox WHERE state = 'waiting'`).pluck()
  const toDecide = database.prepare<[], number>('SELECT count(*) FROM review WHERE open = 1').pluck()
  const exported = database.prepare<[], { readonly at: string; readonly subject: string }>(
    `SELECT at, subject FROM audit WHERE deed = 'sync.exported' ORDER BY seq DESC LIMIT 1`,
  )
  const compared = () => {
    const last = store.comparison.last()
    return last === null ? null : { at: last.at, mended: last.mended }
  }
  const exportedNow = () => {
    const last = exported.get()
    const open = last !== undefined && (oldest.get() ?? '9') < last.at
    return open ? { at: last.at, records: Number(last.subject) } : null
  }
  return {
    ...stick,
    'sync.waiting': async () => outbox.unfinished(MOST_WAITING).map(toWaiting),
    'sync.overview': async () => ({
      server: client()?.link().kind === 'online' ? store.servers.kind() : null,
      oldest: oldest.get() ?? null,
      compared: compared(),
      backup: lastBackup(backups()),
      toDecide: toDecide.get() ?? 0,
      audit: { entries: store.audit.head().seq, broken: store.audit.foundBroken() },
      exported: exportedNow(),
    }),
    async 'sync.copy'() {
      // It may take minutes, and goes on when the page is left.
      copies.make().catch(report)
      return copies.state()
    },
    'sync.copying': async () => copies.state(),
    async 'sync.begin-again'() {
      const begun = withReserve(store, () => database.transaction(() => beginNewEpoch(store, now().toISOString()))())
      if (begun.ok) client()?.kick()
      return {}
    },
    async 'sync.now'() {
      client()?.kick()
      return {}
    },
    async 'sync.compare'() {
      const before = store.comparison.last()?.at
      store.comparison.want()
      client()?.kick()
      for (let waited = 0; waited < COMPARES_WITHIN && client()?.link().kind === 'online'; waited += LOOK) {
        await new Promise<void>((resolve) => void after(LOOK, resolve))
        const last = compared()
        if (last !== null && last.at !== before) return { kind: 'compared', comparison: last }
      }
      return { kind: 'away' }
    },
  }
}

const toWaiting = ({ n, seq, kind, title, at, reason }: OutboxRow): WaitingRecord => ({
  n: n ?? -seq,
  kind,
  title,
  at,
  state: reason === null ? { kind: 'waiting' } : { kind: 'refused', reason },
})
