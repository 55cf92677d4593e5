import type { z } from 'zod'

import type { Link, StoreState, TerminalStatus } from '../../contract/shell.ts'
import type { DeviceHealth } from '../../domain/print/outcome.ts'
import type { ClosedCause } from '../store/database.ts'
import type { Store } from '../store/store.ts'
import type { Bench } from './bench.ts'
import { dayStart } from './local-time.ts'
import type { StoreSetting } from '../process/message.ts'

type Status = z.infer<typeof TerminalStatus>

export interface StatusFacts {
  readonly link: z.infer<typeof Link>
  readonly devices: readonly DeviceHealth[]
}

export type Statement = (facts: StatusFacts) => Status

/** What every page shows of its terminal. */
export function statusOf(bench: Bench, setting: StoreSetting): Statement {
  const { store, session, today } = bench
  const served = store.database
    .prepare<[string, string], number>(
      setting.role === 'pharmacy'
        ? 'SELECT count(DISTINCT prescription_id) FROM dispense WHERE terminal = ? AND at >= ?'
        : 'SELECT count(*) FROM visit WHERE terminal = ? AND day = ?',
    )
    .pluck()
  return ({ link, devices }) => {
    const device = store.device.read()
    const since = setting.role === 'pharmacy' ? dayStart(today()) : today()
    return {
      role: setting.role,
      label: device.label,
      facility: device.facility,
      language: device.language,
      store: openState(store, bench.now()),
      link,
      session: session(),
      waiting: store.outbox.count('waiting'),
      refused: store.outbox.count('refused'),
      dataAsOf: device.dataAsOf,
      filling: device.terminal !== null && !device.filled,
      people: store.heads.here(),
      peopleTotal: store.heads.total(),
      devices: [...devices],
      served: served.get(device.terminal ?? '', since) ?? 0,
      diskLow: store.guard.room() !== 'ample',
      cardList: bench.cards.age(),
    }
  }
}

/** The store as it is while it is open. */
export const openState = (store: Store, now: Date): z.infer<typeof StoreState> => ({
  kind: 'open',
  room: store.guard.room(),
  rescue: store.rescue.recent(now),
})

/** All that can be said while the data cannot be read. */
export const closedStatus = (
  setting: StoreSetting,
  cause: ClosedCause,
  { devices }: Pick<StatusFacts, 'devices'>,
): Status => ({
  role: setting.role,
  label: '',
  facility: null,
  language: setting.language,
  store: { kind: 'closed', cause } satisfies z.infer<typeof StoreState>,
  link: { kind: 'not-enrolled', cause: 'no-code' },
  session: { kind: 'locked' },
  waiting: 0,
  refused: 0,
  dataAsOf: null,
  filling: false,
  people: 0,
  peopleTotal: null,
  devices: [...devices],
  served: 0,
  diskLow: cause === 'disk-full' || cause === 'unwritable',
  cardList: { asOf: null, seq: 0 },
})
