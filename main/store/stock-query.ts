import type { Lot } from '../../domain/pharmacy/medicine.ts'
import type { ColdReading, LotMark, StockPaper, SupplyRequest } from '../../domain/pharmacy/stock-paper.ts'
import type { TableName } from '../../domain/wire/table.ts'
import type { Database } from './database.ts'
import type { RowOf } from './shared-shape.ts'
import { readRow } from './shared-table.ts'

export interface StockQuery {
  /** What stands of a lot in a store, now or at an earlier moment. */
  units(lotId: string, store: string, until?: string): number
  /** The medicine that a lot number was seen on. */
  medicineOf(lotNumber: string): string | null
  /** Lots that end on this day or before it, the first to end first. */
  endingBy(day: string, limit: number): readonly Lot[]
  /** Lots that are stopped by somebody's word. */
  held(): readonly LotMark[]
  /** Whether anything was ever set apart after it came back. */
  hasApart(): boolean
  /** The newest first. */
  papers(limit: number): readonly StockPaper[]
  /** Papers by which lots were sent since a moment, the newest first. */
  transfersSince(at: string): readonly StockPaper[]
  /** Papers that name this one. */
  answering(paper: string): readonly StockPaper[]
  openRequests(): readonly SupplyRequest[]
  /** The newest first. */
  readings(store: string, limit: number): readonly ColdReading[]
}

type Body = { readonly body: string }

const counted = (column: string) => `(
  SELECT ${column} FROM stock_event
  WHERE lot_id = ? AND store = ? AND found IS NOT NULL AND at <= ? ORDER BY at DESC, id DESC LIMIT 1
)`

/** Written out so that a test can ask SQLite for the plan of each. */
export const stockSql = {
  units: `SELECT coalesce(${counted('found')}, 0) + coalesce(sum(delta), 0) FROM stock_event
          WHERE lot_id = ? AND store = ? AND found IS NULL AND at <= ? AND at > coalesce(${counted('at')}, '')`,
  medicineOf: `SELECT medicine FROM lot WHERE body ->> '$.lot' = ? LIMIT 1`,
  endingBy: 'SELECT body FROM lot WHERE expiry <= ? ORDER BY expiry LIMIT ?',
  held: `SELECT body FROM lot_mark WHERE state <> 'free' AND state > ''`,
  hasApart: `SELECT 1 FROM stock_event WHERE store = 'quarantine' AND lot_id > '' LIMIT 1`,
  papers: `SELECT body FROM stock_paper WHERE at > '' ORDER BY at DESC LIMIT ?`,
  transfersSince: `SELECT body FROM stock_paper WHERE kind = 'sent' AND at >= ? ORDER BY at DESC`,
  answering: `SELECT body FROM stock_paper WHERE body ->> '$.reference' = ?`,
  openRequests: `SELECT body FROM supply_request WHERE open = 1 AND medicine > '' ORDER BY medicine`,
  readings: 'SELECT body FROM cold_reading WHERE store = ? ORDER BY at DESC LIMIT ?',
} as const

/** After every moment. */
const ALWAYS = '9'

/** What stands of a lot in a store: the last count of it, and what came and went since. */
export function unitsOnShelf(database: Database): StockQuery['units'] {
  type Shelf = [string, string, string]
  const units = database.prepare<[...Shelf, ...Shelf, ...Shelf], number>(stockSql.units).pluck()
  return (lotId, store, until = ALWAYS) => {
    const shelf: Shelf = [lotId, store, until]
    return units.get(...shelf, ...shelf, ...shelf) ?? 0
  }
}

const rowsOf = <Name extends TableName>(table: Name, rows: readonly Body[]): readonly RowOf<Name>[] =>
  rows.map(({ body }) => readRow(table, body))

export function stockQuery(database: Database): StockQuery {
  const medicineOf = database.prepare<[string], string>(stockSql.medicineOf).pluck()
  const endingBy = database.prepare<[string, number], Body>(stockSql.endingBy)
  const held = database.prepare<[], Body>(stockSql.held)
  const apart = database.prepare<[], number>(stockSql.hasApart).pluck()
  const papers = database.prepare<[number], Body>(stockSql.papers)
  const transfers = database.prepare<[string], Body>(stockSql.transfersSince)
  const answering = database.prepare<[string], Body>(stockSql.answering)
  const openRequests = database.prepare<[], Body>(stockSql.openRequests)
  const readings = database.prepare<[string, number], Body>(stockSql.readings)
  return {
    units: unitsOnShelf(database),
    medicineOf: (lotNumber) => medicineOf.get(lotNumber) ?? null,
    endingBy: (day, limit) => rowsOf('lot', endingBy.all(day, limit)),
    held: () => rowsOf('lot_mark', held.all()),
    hasApart: () => apart.get() !== undefined,
    papers: (limit) => rowsOf('stock_paper', papers.all(limit)),
    transfersSince: (at) => rowsOf('stock_paper', transfers.all(at)),
    answering: (paper) => rowsOf('stock_paper', answering.all(paper)),
    openRequests: () => rowsOf('supply_request', openRequests.all()),
    readings: (store, limit) => rowsOf('cold_reading', readings.all(store, limit)),
  }
}
