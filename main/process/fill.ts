import { randomBytes } from 'node:crypto'
import { setImmediate as otherWork, setTimeout as rest } from 'node:timers/promises'

import type { TerminalRole } from '../../domain/wire/sync.ts'
import type { TableName } from '../../domain/wire/table.ts'
import { caller } from '../../sync/call.ts'
import type { Caller } from '../../sync/call.ts'
import type { Outcome } from '../../sync/outcome.ts'
import { offline } from '../../sync/outcome.ts'
import { pullAll } from '../../sync/pull.ts'
import type { Pace } from '../../sync/pull.ts'
import { fromSnapshot } from '../../sync/snapshot.ts'
import type { SyncStore } from '../../sync/sync-store.ts'
import type { Transport } from '../../sync/transport.ts'
import type { Trust } from '../../sync/trust.ts'
import { cardLists } from '../store/card-lists.ts'
import { openBeside } from '../store/database.ts'
import { storeOn } from '../store/store.ts'
import { syncPort } from '../store/sync-port.ts'
import { beginWriting, otherTurn } from '../store/turn.ts'
import { writingBack } from '../store/write-back.ts'
import type { PageThread } from './page-thread.ts'
import { tempo } from './tempo.ts'

/** What the thread that fills a store has to know of it. */
export interface FillPlace {
  readonly folder: string
  readonly key: Uint8Array
  readonly role: TerminalRole
  /** By what HIMS is known. */
  readonly trust: Trust
  readonly turn: SharedArrayBuffer
}

export interface Filler {
  /** From the server at this address. */
  pull(hims: string): Promise<Outcome>
  close(): void
}

interface FillWorld {
  readonly transport: (hims: string, trust: Trust) => Transport
  readonly now: () => Date
  readonly kept: (tables: ReadonlySet<TableName>) => void
  readonly pages: PageThread
}

/** So many changes come in one page: as many as HIMS gives. */
const PAGE = 5000
/** After so many rows it is looked whether somebody wants to save. */
const STEP = 20
const LARGE_STEP = 2500
/** Rows that are kept at once while nobody works: the fewer commits, the seldomer an index is written over. */
const LARGE_PART = 10_000
/** Pages that may have come before they are kept: as many as that, and some to go on with. */
const AHEAD = 4
/** While people work there is as much rest between two steps, in milliseconds. */
const REST = 5
/** While people work the index is joined after so many steps. */
const STEPS_TO_TIDY = 4
/** The log is looked at so often while nothing comes, in milliseconds. */
const LOOK_EVERY = 2000
/** Kibibytes: the indexes of a city's people are read and written over and over. */
const CACHE = 128_000

/** Takes what HIMS has into a store that another thread has open: in large steps while nobody asks anything. */
export function fillerAt({ folder, key, role, trust, turn }: FillPlace, world: FillWorld): Filler {
  const database = openBeside(folder, key)
  const { last, isQuiet, isWanted } = otherTurn(turn, () => world.now().getTime())
  beginWriting(database, last)
  const store = storeOn(database, { folder, key, role, seed: new Uint8Array(32) })
  database.pragma(`cache_size = -${CACHE}`)
  database.pragma('wal_autocheckpoint = 0')
  // What comes from HIMS can come again, rows and cursor together; whatever a person saves after it syncs it as well.
  database.pragma('synchronous = NORMAL')
  const writeBack = writingBack(database)
  /** Nobody worked when the part was begun that is being kept. */
  let isLarge = false
  const looking = setInterval(() => writeBack(true), LOOK_EVERY)
  looking.unref()
  const ending = new AbortController()
  const port = syncPort(store, {
    now: world.now,
    random: (bytes) => Uint8Array.from(randomBytes(bytes)),
    newId: () => '',
    cards: cardLists(store, []),
    days: () => [],
    changed: world.kept,
    steps: { size: () => (isQuiet() ? LARGE_STEP : STEP), enough: () => isWanted() || (isLarge && !isQuiet()) },
  })
  const callerTo = (hims: string) =>
    fromSnapshot(
      caller({
        transport: world.transport(hims, trust),
        now: world.now,
        after: afterTime,
        signal: ending.signal,
        nonce: () => randomBytes(12).toString('base64url'),
      }),
    )
  // Everything is still to come.
  if (port.position().cursor === 0) world.pages.begin()
  let line: { readonly hims: string; readonly call: Caller } | null = null
  const small = tempo()
  let steps = 0
  const pace: Pace = {
    page: PAGE,
    part() {
      isLarge = isQuiet()
      return isLarge ? LARGE_PART : small.rows()
    },
    ahead: AHEAD,
    open: world.pages.open,
    async pause() {
      writeBack(!isQuiet())
      if (isQuiet()) return otherWork()
      await rest(REST)
      if (steps++ % STEPS_TO_TIDY === 0 && !ending.signal.aborted) port.tidy()
    },
  }
  const measured: SyncStore = {
    ...port,
    apply(page) {
      const start = performance.now()
      const before = port.position().cursor
      const kept = port.apply(page)
      const { cursor } = port.position()
      const rows = page.changes.filter((change) => change.cursor > before && change.cursor <= cursor).length
      if (!isQuiet()) small.took(rows, performance.now() - start)
      return kept
    },
  }
  return {
    async pull(hims) {
      const identity = port.identity()
      if (identity === null) return offline('busy')
      if (line?.hims !== hims) line = { hims, call: callerTo(hims) }
      const outcome = await pullAll(line.call, stoppable(measured, ending.signal), identity, world.now, pace)
      if (!ending.signal.aborted) {
        writeBack(true)
        database.pragma('shrink_memory')
      }
      if (outcome.kind === 'online') world.pages.rest()
      return outcome
    },
    close() {
      ending.abort()
      clearInterval(looking)
      world.pages.rest()
      store.close()
    },
  }
}

function afterTime(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}

/** Nothing is kept any more once the end has begun. */
const stoppable = (port: SyncStore, signal: AbortSignal): SyncStore => ({
  ...port,
  apply: (page) => (signal.aborted ? 'disk-full' : port.apply(page)),
  tidy: () => !signal.aborted && port.tidy(),
})
