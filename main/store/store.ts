import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { TerminalRole } from '../../domain/wire/sync.ts'
import { audit } from './audit.ts'
import type { Audit } from './audit.ts'
import { isDamage } from './cause.ts'
import { cardListTable } from './card-list-table.ts'
import type { CardListTable } from './card-list-table.ts'
import { comparison } from './comparison.ts'
import type { Comparison } from './comparison.ts'
import { counterTable } from './counter-table.ts'
import type { CounterTable } from './counter-table.ts'
import { dataState } from './data-state.ts'
import { databaseFile, openDatabase } from './database.ts'
import type { ClosedCause, Database } from './database.ts'
import { deviceTable } from './device-table.ts'
import type { DeviceTable } from './device-table.ts'
import { directoryQuery } from './directory-query.ts'
import type { DirectoryQuery } from './directory-query.ts'
import { diskGuard } from './disk-guard.ts'
import type { DiskGuard } from './disk-guard.ts'
import { headCount } from './head-count.ts'
import type { HeadCount } from './head-count.ts'
import { leased } from './leased.ts'
import type { Leased } from './leased.ts'
import { operatorQuery } from './operator-query.ts'
import type { OperatorQuery } from './operator-query.ts'
import { outbox } from './outbox.ts'
import type { Outbox } from './outbox.ts'
import { pageFile } from './page-file.ts'
import type { PageFile } from './page-file.ts'
import { personIndex } from './person-index.ts'
import type { PersonIndex } from './person-index.ts'
import { personQuery } from './person-query.ts'
import type { PersonQuery } from './person-query.ts'
import { photoTable } from './photo-table.ts'
import type { PhotoTable } from './photo-table.ts'
import { placeTable } from './place-table.ts'
import type { PlaceTable } from './place-table.ts'
import { orderQuery } from './order-query.ts'
import type { OrderQuery } from './order-query.ts'
import { pharmacyQuery } from './pharmacy-query.ts'
import type { PharmacyQuery } from './pharmacy-query.ts'
import { rescueTable } from './rescue-table.ts'
import type { RescueTable } from './rescue-table.ts'
import { reviewQuery } from './review-query.ts'
import type { ReviewQuery } from './review-query.ts'
import { serverTable } from './server-table.ts'
import type { ServerTable } from './server-table.ts'
import { sharedTables } from './shared-table.ts'
import type { SharedTables } from './shared-table.ts'
import { spoolTable } from './spool-table.ts'
import type { SpoolTable } from './spool-table.ts'
import { tryTable } from './try-table.ts'
import type { TryTable } from './try-table.ts'
import { stockQuery } from './stock-query.ts'
import type { StockQuery } from './stock-query.ts'
import { takeTurns, turn } from './turn.ts'
import type { Turn } from './turn.ts'
import { visitQuery } from './visit-query.ts'
import type { VisitQuery } from './visit-query.ts'

/** Everything a terminal keeps, behind the one connection that may write. */
export interface Store {
  readonly folder: string
  readonly key: Uint8Array | null
  readonly guard: DiskGuard
  readonly pages: PageFile
  readonly database: Database
  readonly turn: Turn
  readonly device: DeviceTable
  readonly shared: SharedTables
  readonly index: PersonIndex
  readonly people: PersonQuery
  readonly pharmacy: PharmacyQuery
  readonly orders: OrderQuery
  readonly stock: StockQuery
  readonly reviews: ReviewQuery
  readonly visits: VisitQuery
  readonly directory: DirectoryQuery
  readonly operators: OperatorQuery
  readonly places: PlaceTable
  readonly photos: PhotoTable
  readonly leased: Leased
  readonly outbox: Outbox
  readonly audit: Audit
  readonly spool: SpoolTable
  readonly tries: TryTable
  readonly lists: CardListTable
  readonly counters: CounterTable
  readonly rescue: RescueTable
  readonly servers: ServerTable
  readonly comparison: Comparison
  readonly heads: HeadCount
  /** Another text whenever anything was written since. */
  readonly state: () => string
  close(): void
}

export interface StorePlace {
  readonly folder: string
  readonly key: Uint8Array | null
  readonly role: TerminalRole
  /** 32 random bytes, kept as this terminal's private key when the store is new. */
  readonly seed: Uint8Array
}

/** Pages: some 40 MB. */
const LONG_LOG = 10_000
/** Kibibytes. */
const CACHE = 65_536

export function openStore({ folder, key, role, seed }: StorePlace): Result<Store, ClosedCause> {
  const guard = diskGuard(folder)
  const first = openDatabase(folder, key)
  const full = !first.ok && first.problem === 'disk-full' && guard.spend()
  const opened = full ? openDatabase(folder, key) : first
  if (!opened.ok) return opened
  const turns = turn()
  takeTurns(opened.value, turns)
  // The thread that fills the store writes the log back; this connection does it only when that has not been done for long.
  opened.value.pragma(`wal_autocheckpoint = ${LONG_LOG}`)
  // A page that is read again need not be decrypted again.
  opened.value.pragma(`cache_size = -${CACHE}`)
  try {
    return ok(storeOn(opened.value, { folder, key, role, seed }, { guard, turns }))
  } catch (fault) {
    opened.value.close()
    if (!isDamage(fault)) throw fault
    return fail('damaged')
  }
}

/** The tables of a database that is open. */
export function storeOn(
  database: Database,
  { folder, key, role, seed }: StorePlace,
  { guard, turns }: { readonly guard: DiskGuard; readonly turns: Turn } = { guard: diskGuard(folder), turns: turn() },
): Store {
  const pages = pageFile(databaseFile(folder))
  const device = deviceTable(database, { role, seed })
  const entries = outbox(database, device)
  const servers = serverTable(database, device)
  const orders = orderQuery(database)
  return {
    folder,
    key,
    guard,
    pages,
    database,
    turn: turns,
    device,
    shared: sharedTables(database),
    index: personIndex(database),
    people: personQuery(database),
    pharmacy: pharmacyQuery(database, orders),
    orders,
    stock: stockQuery(database),
    reviews: reviewQuery(database),
    visits: visitQuery(database),
    directory: directoryQuery(database),
    operators: operatorQuery(database),
    places: placeTable(database),
    photos: photoTable(database),
    leased: leased(database),
    outbox: entries,
    audit: audit(database),
    spool: spoolTable(database),
    tries: tryTable(database),
    lists: cardListTable(database),
    counters: counterTable(database),
    rescue: rescueTable(database),
    servers,
    heads: headCount(database),
    state: dataState(database),
    comparison: comparison(database, entries, servers),
    close() {
      database.close()
      pages.close()
    },
  }
}
