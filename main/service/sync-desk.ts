import type { Handlers } from '../../contract/channel.ts'
import type { syncChannels, WaitingRecord } from '../../contract/sync.ts'
import type { SyncClient } from '../../sync/client.ts'
import { beginNewEpoch } from '../store/new-epoch.ts'
import type { OutboxRow } from '../store/outbox.ts'
import { withReserve } from '../store/reserve-work.ts'
import type { Store } from '../store/store.ts'

export type SyncDesk = Handlers<typeof syncChannels>

const MOST_WAITING = 200

/** What the page about connection and records asks. */
export function syncDesk(store: Store, client: () => SyncClient | null, now: () => Date): SyncDesk {
  const { database, outbox } = store
  const oldest = database.prepare<[], string | null>(`SELECT min(at) FROM outbox WHERE state = 'waiting'`).pluck()
  const toDecide = database.prepare<[], number>('SELECT count(*) FROM review WHERE open = 1').pluck()
  return {
    'sync.waiting': async () => outbox.unfinished(MOST_WAITING).map(toWaiting),
    'sync.overview': async () => ({
      server: client()?.link().kind === 'online' ? 'hims' : null,
      oldest: oldest.get() ?? null,
      compared: null,
      backup: null,
      toDecide: toDecide.get() ?? 0,
      audit: { entries: store.audit.head().seq, broken: null },
      exported: null,
    }),
    async 'sync.begin-again'() {
      const begun = withReserve(store, () => database.transaction(() => beginNewEpoch(store, now().toISOString()))())
      if (begun.ok) client()?.kick()
      return {}
    },
    async 'sync.now'() {
      client()?.kick()
      return {}
    },
    'sync.compare': async () => ({ kind: 'away' }),
    'sync.export': async () => ({ kind: outbox.count('waiting') === 0 ? 'nothing' : 'no-key' }),
    'sync.receipt': async () => ({ kind: 'no-receipt' }),
  }
}

const toWaiting = ({ n, seq, kind, title, at, reason }: OutboxRow): WaitingRecord => ({
  n: n ?? -seq,
  kind,
  title,
  at,
  state: reason === null ? { kind: 'waiting' } : { kind: 'refused', reason },
})
