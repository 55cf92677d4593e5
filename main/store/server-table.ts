import type { MetServer } from '../../sync/sync-store.ts'
import type { Database } from './database.ts'
import type { DeviceTable } from './device-table.ts'

/**
 * The servers this terminal has talked to. Each has a cursor and counts versions of its own: a stored version is
 * `stint * 2^32 + version`, so that whatever the server in use says counts more than what any server said before.
 */
export interface ServerTable {
  /** Makes the version to store of a version of the server in use; 0 stays 0, which no server has given. */
  stamper(): (version: number) => number
  /** Reads the server's own version of a row; 0 when another server gave it. */
  reader(): (stamped: number) => number
  /** Turns to a server: its own cursor, or 0 for one that is new. */
  turnTo(server: MetServer, at: string): void
  note(server: MetServer, at: string): void
  /** Rows of the server in use count more than all that came before, although it is the same. */
  beginStint(): void
  /** A new enrolment: no server's cursor holds. */
  forget(incarnation: string): void
  bundleKey(): string | null
  /** Who answered last; null before anybody has since the store was opened. */
  kind(): MetServer['kind'] | null
}

const STINT = 2 ** 32

export function serverTable(database: Database, device: DeviceTable): ServerTable {
  const stints = database.prepare<[], { readonly stint: number; readonly incarnation: string }>('SELECT * FROM stint')
  const newest = database.prepare<[], number | null>('SELECT max(stint) FROM stint').pluck()
  const begin = database.prepare('INSERT INTO stint (stint, incarnation) VALUES (?, ?)')
  const known = database.prepare<[string], number>('SELECT cursor FROM server WHERE incarnation = ?').pluck()
  const put = database.prepare(`
    INSERT INTO server (incarnation, address, cursor, last_n, seen_at, bundle_key) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (incarnation) DO UPDATE SET address = excluded.address, last_n = excluded.last_n,
      seen_at = excluded.seen_at, bundle_key = coalesce(excluded.bundle_key, bundle_key)`)
  const same = database.prepare<[string, string, string | null], number>(
    'SELECT 1 FROM server WHERE incarnation = ? AND address = ? AND bundle_key IS ?',
  )
  const leave = database.prepare('UPDATE server SET cursor = ? WHERE incarnation = ?')
  const key = database
    .prepare<[], string>('SELECT bundle_key FROM server WHERE bundle_key IS NOT NULL ORDER BY seen_at DESC LIMIT 1')
    .pluck()

  let answering: MetServer['kind'] | null = null

  const beginWith = (incarnation: string): void => void begin.run((newest.get() ?? -1) + 1, incarnation)
  return {
    stamper() {
      const above = (newest.get() ?? 0) * STINT
      return (version) => (version === 0 ? 0 : above + Math.min(version, STINT - 1))
    },
    reader() {
      const { incarnation } = device.read()
      const own = new Set(stints.all().flatMap((stint) => (stint.incarnation === incarnation ? [stint.stint] : [])))
      return (stamped) => (own.has(Math.floor(stamped / STINT)) ? stamped % STINT : 0)
    },
    turnTo(server, at) {
      answering = server.kind
      const before = device.read()
      if (before.incarnation !== null) {
        put.run(before.incarnation, server.address, before.cursor, 0, at, null)
        leave.run(before.cursor, before.incarnation)
      }
      const cursor = known.get(server.incarnation)
      device.setIncarnation(server.incarnation, cursor ?? null)
      put.run(server.incarnation, server.address, cursor ?? 0, server.lastN, at, server.bundleKey)
      beginWith(server.incarnation)
    },
    note({ incarnation, address, lastN, bundleKey, kind }, at) {
      answering = kind
      if (same.get(incarnation, address, bundleKey) === undefined) {
        put.run(incarnation, address, 0, lastN, at, bundleKey)
      }
    },
    beginStint() {
      const { incarnation } = device.read()
      if (incarnation !== null) beginWith(incarnation)
    },
    forget(incarnation) {
      database.exec('DELETE FROM server')
      beginWith(incarnation)
    },
    bundleKey: () => key.get() ?? null,
    kind: () => answering,
  }
}
