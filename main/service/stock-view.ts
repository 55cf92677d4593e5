import type { Coming, PaperNote, StockStore, StoredLot, StoredMedicine } from '../../contract/stock.ts'
import { findMedicine } from '../../domain/pharmacy/find-medicine.ts'
import { QUARANTINE } from '../../domain/pharmacy/give-back-rule.ts'
import { lotHold } from '../../domain/pharmacy/lot-rule.ts'
import type { Lot, Medicine } from '../../domain/pharmacy/medicine.ts'
import { AGAINST_WITHIN } from '../../domain/pharmacy/stock-against.ts'
import { OWN_SHELF, expiryBand } from '../../domain/pharmacy/stock-ledger.ts'
import type { StockPaper } from '../../domain/pharmacy/stock-paper.ts'
import { coming } from '../../domain/pharmacy/stock-transfer.ts'
import type { Bench } from './bench.ts'
import { levelHere } from './reorder-level.ts'

const MOST_MEDICINES = 60
const MOST_LISTED = 60
const MOST_PAPERS = 20
const MOST_READINGS = 5
const DAY = 86_400_000
const LAST_BAND = 90
/** What is missing for longer will not come any more. */
const COMING_FOR = 14 * DAY

/** The shelf that patients are given from, every open store of the hospital, and what came back and is set apart. */
export function storesHere({ store }: Pick<Bench, 'store'>): StockStore[] {
  const rooms = store.shared.room.all().filter(({ kind, open }) => kind === 'store' && open)
  const own = rooms.find(({ code }) => code === OWN_SHELF)
  const others = rooms.filter(({ code }) => code !== OWN_SHELF)
  const shelf = { code: OWN_SHELF, name: own?.name ?? null, label: own?.label ?? '' }
  const apart = store.stock.hasApart() ? [{ code: QUARANTINE, name: null, label: '' }] : []
  return [shelf, ...others.map(({ code, name, label }) => ({ code, name, label })), ...apart]
}

export function storedLot({ store, today }: Bench, lot: Lot, stores: readonly StockStore[]): StoredLot {
  const mark = store.shared.lot_mark.get(lot.id)
  return {
    lot,
    mark,
    hold: lotHold(lot, mark, today()),
    band: expiryBand(lot.expiry, today()),
    stands: stores
      .map(({ code }) => ({ store: code, units: store.stock.units(lot.id, code) }))
      .filter(({ units }) => units !== 0),
  }
}

const unitsIn = ({ stands }: StoredLot): number =>
  stands.reduce((sum, { store, units }) => sum + (store === QUARANTINE ? 0 : units), 0)

/** Medicines that a text is about, with their lots in all stores, first expiry first. */
export function shelfOf(bench: Bench, text: string): StoredMedicine[] {
  const { store } = bench
  const stores = storesHere(bench)
  const requests = new Map(store.stock.openRequests().map((request) => [request.medicine, request]))
  return findMedicine(store.shared.medicine.all(), text, MOST_MEDICINES).map((medicine) => {
    const lots = store.pharmacy.lots(medicine.code).map((lot) => storedLot(bench, lot, stores))
    const standing = lots.filter(({ stands, mark }) => stands.length > 0 || (mark !== null && mark.state !== 'free'))
    const usable = standing.filter(({ hold }) => hold === null).reduce((sum, lot) => sum + unitsIn(lot), 0)
    const level = levelHere(bench, medicine.code)
    return { medicine, lots: standing, usable, level, request: requests.get(medicine.code) ?? null }
  })
}

interface Listed {
  readonly medicine: Medicine
  readonly stored: StoredLot
}

/** What a store has to look at: lots near their end, stopped lots, wishes, the last papers and temperatures. */
export function watchOf(bench: Bench) {
  const { store, today } = bench
  const stores = storesHere(bench)
  const listed = (lot: Lot | null): Listed[] => {
    const medicine = lot === null ? null : store.shared.medicine.get(lot.medicine)
    return lot === null || medicine === null ? [] : [{ medicine, stored: storedLot(bench, lot, stores) }]
  }
  const day = new Date(Date.parse(today()) + LAST_BAND * DAY).toISOString().slice(0, 10)
  const ending = store.stock.endingBy(day, 10 * MOST_LISTED).flatMap(listed)
  const stopped = store.stock.held().flatMap(({ id }) => listed(store.shared.lot.get(id)))
  return {
    ending: ending.filter(({ stored }) => stored.stands.length > 0).slice(0, MOST_LISTED),
    stopped: stopped.slice(0, MOST_LISTED),
    asked: store.stock
      .openRequests()
      .map((request) => ({ request, medicine: store.shared.medicine.get(request.medicine) })),
    papers: store.stock.papers(MOST_PAPERS).map((paper) => paperNote(bench, paper)),
    coming: store.stock
      .transfersSince(new Date(bench.now().getTime() - COMING_FOR).toISOString())
      .flatMap((paper) => comingOf(bench, paper, stores) ?? [])
      .slice(0, MOST_PAPERS),
    cold: stores
      .filter(({ code }) => code !== QUARANTINE)
      .map(({ code }) => ({ store: code, readings: [...store.stock.readings(code, MOST_READINGS)] })),
  }
}

function comingOf(bench: Bench, paper: StockPaper, stores: readonly StockStore[]): Coming | null {
  const { store } = bench
  // What went back to a supplier, or is set apart, comes to nobody.
  const isTransfer = stores.some(({ code }) => code === paper.other) && paper.store !== QUARANTINE
  // A transfer that was taken back is on its way to nobody.
  const answers = isTransfer ? store.stock.answering(paper.id) : []
  if (!isTransfer || answers.some(({ kind }) => kind !== 'arrived')) return null
  const lines = coming(paper, answers).flatMap(({ line, unsaid, missing }) => {
    const lot = store.shared.lot.get(line.lotId)
    return lot === null ? [] : [{ medicine: store.shared.medicine.get(line.medicine), lot, unsaid, missing }]
  })
  const isAnswer = store.shared.stock_paper.get(paper.reference) !== null
  return lines.length === 0 || isAnswer
    ? null
    : { paper, by: store.shared.operator.get(paper.by)?.name ?? paper.by, lines }
}

function paperNote(bench: Bench, paper: StockPaper): PaperNote {
  const { store } = bench
  const names = paper.lines.slice(0, 3).map(({ medicine }) => store.shared.medicine.get(medicine)?.name ?? medicine)
  return {
    paper,
    by: store.shared.operator.get(paper.by)?.name ?? paper.by,
    names,
    mayTakeBack: mayTakeBack(bench, paper),
  }
}

/** This terminal's own papers of the last hour that no other paper answers, and that answer none. */
export function mayTakeBack({ store, now }: Bench, { id, kind, at, terminal, reference }: StockPaper): boolean {
  if (kind === 'counted' || kind === 'arrived') return false
  if (now().getTime() - Date.parse(at) > AGAINST_WITHIN || terminal !== store.device.read().terminal) return false
  const isAnswer = store.shared.stock_paper.get(reference) !== null
  return !isAnswer && !store.stock.papers(10 * MOST_PAPERS).some((paper) => paper.reference === id)
}

/** What stands on a shelf of a store, or everywhere in it when no shelf is said. */
export function sheetOf({ store }: Bench, asked: { readonly store: string; readonly shelf: string }) {
  const shelf = asked.shelf.toUpperCase().replaceAll(/\s+/g, '')
  return store.shared.medicine
    .all()
    .filter((medicine) => medicine.shelf.toUpperCase().replaceAll(/\s+/g, '').startsWith(shelf))
    .flatMap((medicine) => store.pharmacy.lots(medicine.code).map((lot) => ({ medicine, lot })))
    .filter(({ lot }) => store.stock.units(lot.id, asked.store) !== 0)
    .slice(0, 200)
}
