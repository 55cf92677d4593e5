import type { Handlers } from '../../../contract/channel.ts'
import type { syncChannels, SyncOverview, WaitingRecord } from '../../../contract/sync.ts'

const overview: SyncOverview = {
  server: 'hub',
  oldest: '2026-11-21T09:10:00.000Z',
  compared: { at: '2026-11-22T03:30:00.000Z', mended: 12 },
  backup: '2026-11-21T20:00:00.000Z',
  toDecide: 2,
  audit: { entries: 1204, broken: null },
  exported: { at: '2026-11-22T02:10:00.000Z', records: 37 },
}

/** The page about connection and records, with everything to say that it can say. */
export const syncAnswers = (
  waiting: readonly WaitingRecord[],
  more: Partial<SyncOverview> = {},
): Handlers<typeof syncChannels> => ({
  'sync.waiting': async () => [...waiting],
  'sync.overview': async () => ({ ...overview, ...more }),
  'sync.begin-again': async () => ({}),
  'sync.now': async () => ({}),
  'sync.compare': async () => ({ kind: 'away' }),
  'sync.export': async () => ({ kind: 'written', file: 'hims-counter-7-20261122.bundle', records: waiting.length }),
  'sync.copy': async () => ({ kind: 'copying', done: 0, of: 0 }),
  'sync.copying': async () => ({
    kind: 'copied',
    at: '2026-11-22T05:10:00.000Z',
    folder: '/mnt/copies/terminal-20261122T051000000Z',
  }),
  'sync.receipt': async () => ({ kind: 'taken', records: 37 }),
})
