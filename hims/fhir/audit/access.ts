import { uuidV7 } from '../../../domain/id.ts'
import type { Commit } from '../../database/group-commit.ts'
import type { AccessTable, OriginTable } from '../../database/part/clinical.ts'
import { rowsStatement } from '../../database/rows-statement.ts'
import type { Store } from '../../database/schema.ts'
import { moment } from '../../world.ts'
import type { HimsWorld } from '../../world.ts'

/** One thing that a client did, or tried to do. */
export type Access = Omit<AccessTable, 'id' | 'at'>

/** One version that somebody wrote. */
export type Origin = Omit<OriginTable, 'id' | 'at'>

export type Entropy = Pick<HimsWorld, 'now' | 'random'>

const insertAccess = rowsStatement<AccessTable, unknown>({
  columns: ['id', 'at', 'client', 'action', 'outcome', 'type', 'target', 'person', 'query'],
  most: 256,
  fit: 'split',
  build: (store, rows) => store.insertInto('access').values(rows),
})

const insertOrigins = rowsStatement<OriginTable, unknown>({
  columns: ['id', 'at', 'client', 'activity', 'type', 'target', 'version', 'person'],
  most: 256,
  fit: 'split',
  build: (store, rows) => store.insertInto('origin').values(rows),
})

export const accessRow = (access: Access, { now, random }: Entropy): AccessTable => ({
  id: uuidV7(now(), random(10)),
  at: moment(now()),
  ...access,
})

/** Keeps accesses in the transaction that they are about. */
export async function keepAccess(store: Store, rows: readonly AccessTable[]): Promise<void> {
  await insertAccess(store, rows)
}

/** Notes who wrote what, in the transaction that writes it. */
export async function keepOrigins(store: Store, origins: readonly Origin[], { now, random }: Entropy): Promise<void> {
  const at = moment(now())
  await insertOrigins(
    store,
    origins.map((origin) => ({ id: uuidV7(now(), random(10)), at, ...origin })),
  )
}

/** Notes accesses that wrote nothing. */
export interface AccessLog {
  readonly note: (access: Access) => void
  /** Resolves when everything noted so far is on the disk. */
  readonly flush: () => Promise<void>
}

/** Milliseconds; every commit wakes the terminals that wait for news, so there are not too many. */
const WAIT = 500
/** So many are held at most while the disk is full. */
const MOST_HELD = 10_000

/** A log that writes what gathers in half a second in one commit: no read waits for it. */
export function accessLog(commit: Commit, world: Entropy): AccessLog {
  let held: AccessTable[] = []
  let timer: NodeJS.Timeout | null = null
  let writing = Promise.resolve()

  const write = async (): Promise<void> => {
    const rows = held
    held = []
    if (rows.length === 0) return
    try {
      await commit(Math.ceil(rows.length / 20), (store) => keepAccess(store, rows))
    } catch {
      held = [...rows, ...held].slice(-MOST_HELD)
      later()
    }
  }
  const flush = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    writing = writing.then(write)
    return writing
  }
  const later = (): void => {
    timer ??= setTimeout(() => {
      timer = null
      void flush()
    }, WAIT).unref()
  }
  return {
    note: (access) => {
      held.push(accessRow(access, world))
      later()
    },
    flush,
  }
}
