import type { z } from 'zod'

import type { SaidLine, StockAnswer, stockChannels } from '../../contract/stock.ts'
import { MutationId } from '../../domain/id.ts'
import type { OperatorId } from '../../domain/id.ts'
import type { Lot } from '../../domain/pharmacy/medicine.ts'
import { QUARANTINE } from '../../domain/pharmacy/give-back-rule.ts'
import { paperAgainst } from '../../domain/pharmacy/stock-against.ts'
import { arrivedLines, coming } from '../../domain/pharmacy/stock-transfer.ts'
import type { StockLine, StockPaper } from '../../domain/pharmacy/stock-paper.ts'
import { isCold } from '../../domain/pharmacy/stock-reorder.ts'
import { judgePaper, lotIdOf, lotNumber, needsRecount } from '../../domain/pharmacy/stock-rule.ts'
import type { StockKnown } from '../../domain/pharmacy/stock-rule.ts'
import type { MutationBody } from '../../domain/wire/sync.ts'
import type { Bench } from './bench.ts'
import { levelOfHere } from './reorder-level.ts'
import type { SessionKeeper } from './session.ts'
import { mayTakeBack, storesHere } from './stock-view.ts'

type Channels = typeof stockChannels
type Said = z.output<Channels['stock.record']['input']>
type Saved = z.output<Channels['stock.mark']['output']>
type Deed = Omit<StockPaper, 'id' | 'by' | 'terminal'>

/** What this terminal knows when a paper is written. */
export function knownHere({ store, today }: Bench): StockKnown {
  const stores = new Set([...storesHere({ store }).map(({ code }) => code), QUARANTINE])
  return {
    today: today(),
    isStore: (code) => stores.has(code),
    lot: (id) => store.shared.lot.get(id),
    medicineOf: (number) => store.stock.medicineOf(number),
    medicine: (code) => store.shared.medicine.get(code),
    units: (lotId, code) => store.stock.units(lotId, code),
  }
}

/** Writes one paper: paper, new lots, the ledger's events and HIMS's copy in one commit. */
export async function recordPaper(
  bench: Bench,
  session: Pick<SessionKeeper, 'confirm'>,
  said: Said,
): Promise<StockAnswer> {
  const first = await secondPerson(session, said)
  if (first !== null) return first
  const { kind, store, other, reference, note, second } = said
  const made = said.lines.map((line) => lineOf(bench, said, line))
  const again = kind === 'counted' ? made.filter(({ line }) => isToRecount(bench, line)) : []
  if (again.length > 0) return { kind: 'recount', lots: again.map(({ line }) => line.lotId) }
  const lots = made.flatMap(({ isNew }) => isNew ?? [])
  const lines = made.map(({ line }) => line)
  const at = bench.now().toISOString()
  return write(bench, { kind, store, other, reference, note, lines, at, witness: second?.id ?? null }, lots)
}

async function secondPerson(session: Pick<SessionKeeper, 'confirm'>, { second }: Said): Promise<StockAnswer | null> {
  if (second === null) return null
  const witness = await session.confirm(second.id, second.pin)
  return witness.kind === 'unlocked' ? null : witness
}

interface Made {
  readonly line: StockLine
  /** The lot, when this paper brings it. */
  readonly isNew: Lot | null
}

/** A line as it goes on the paper. What came or went since a lot was counted counts neither as expected nor as found. */
function lineOf({ store }: Bench, said: Said, { medicine, lot: typed, expiry, seenAt, ...line }: SaidLine): Made {
  const number = lotNumber(typed)
  const facility = store.device.read().facility?.code ?? ''
  const kept = store.pharmacy.lots(medicine).find((lot) => lotNumber(lot.lot) === number) ?? null
  const lotId = kept?.id ?? lotIdOf(facility, medicine, number)
  const now = store.stock.units(lotId, said.store)
  const drift = seenAt === null ? 0 : now - store.stock.units(lotId, said.store, seenAt)
  const isCount = said.kind === 'counted'
  const row: StockLine = {
    lotId,
    medicine,
    expected: isCount ? Math.max(0, now) : line.expected,
    found: isCount ? Math.max(0, line.found + drift) : line.found,
    damaged: line.damaged,
    ...(line.recounted ? { recounted: true } : {}),
  }
  // A known lot with another date on its pack is judged as it was said.
  const comes = expiry !== null && (kept === null || kept.expiry !== expiry)
  return { line: row, isNew: comes ? { id: lotId, medicine, lot: number, expiry } : null }
}

const isToRecount = ({ store }: Bench, line: StockLine): boolean =>
  line.recounted !== true && needsRecount(line, store.shared.medicine.get(line.medicine))

function write(bench: Bench, deed: Deed, lots: readonly Lot[]): StockAnswer {
  const { terminal } = bench.store.device.read()
  const now = bench.session()
  if (terminal === null || now.kind === 'locked') return { kind: 'refused', reason: 'unknown-store', lot: '' }
  const id = bench.newId()
  const paper: StockPaper = { ...deed, id, by: now.operator, terminal }
  const known = knownHere(bench)
  const verdict = judgePaper(paper, lots, known)
  if (!verdict.ok) {
    const { reason, lotId } = verdict.problem
    const lot = known.lot(lotId) ?? lots.find((each) => each.id === lotId)
    return { kind: 'refused', reason, lot: lot?.lot ?? lotId }
  }
  const events = verdict.value
  const saved = bench.save((save) => {
    for (const lot of lots) save.put('lot', lot)
    save.put('stock_paper', paper)
    for (const event of events) save.put('stock_event', event)
    const body: MutationBody = { kind: 'stock.recorded', paper, lots: [...lots], events: [...events] }
    save.tellHims(MutationId.parse(id), body, titleOf(bench, paper))
    save.audit(`stock.${paper.kind}`, id)
  })
  return saved.ok ? { kind: 'saved', paper } : { kind: 'not-saved', cause: saved.problem }
}

const titleOf = ({ store }: Bench, { lines }: StockPaper): string =>
  lines
    .slice(0, 3)
    .map(({ medicine, found }) => `${store.shared.medicine.get(medicine)?.name ?? medicine} × ${found}`)
    .join(', ')

/** What came of a transfer, as its receiver finds it; the sender's paper stays as it is. */
export function recordArrival(
  bench: Bench,
  { paper: id, lines: said }: z.output<Channels['stock.arrive']['input']>,
): StockAnswer {
  const { store } = bench
  const sent = store.shared.stock_paper.get(id)
  const open = sent === null ? [] : coming(sent, store.stock.answering(id))
  const lines = [...arrivedLines(open, said)]
  if (sent === null || sent.other === null || lines.length === 0) return { kind: 'refused', reason: 'nothing', lot: '' }
  const at = bench.now().toISOString()
  const deed = {
    kind: 'arrived',
    store: sent.other,
    other: sent.store,
    reference: id,
    note: '',
    lines,
    at,
    sentAt: sent.at,
    witness: null,
  } as const
  return write(bench, deed, [])
}

/** Answers a wrong paper by one against it; the wrong one stays as it is. */
export function takeBack(bench: Bench, { paper: id }: { readonly paper: string }): StockAnswer {
  const paper = bench.store.shared.stock_paper.get(id)
  if (paper === null || !mayTakeBack(bench, paper)) return { kind: 'refused', reason: 'too-late', lot: '' }
  const known = knownHere(bench)
  const against = paperAgainst(paper, known.isStore)
  if (against === null) return { kind: 'refused', reason: 'nothing', lot: '' }
  return write(bench, { ...against, lines: [...against.lines], note: '', witness: paper.witness }, [])
}

export function markLot(
  bench: Bench,
  { id, state, reason }: z.output<Channels['stock.mark']['input']>,
  by: OperatorId,
): Saved {
  const lot = bench.store.shared.lot.get(id)
  if (lot === null) return { kind: 'refused', reason: 'unknown' }
  if (reason.trim() === '') return { kind: 'refused', reason: 'say-what-was-done' }
  return savedOf(bench, (save) => {
    const mark = { id, state, reason: reason.trim(), at: save.at, by }
    save.put('lot_mark', mark)
    save.tellHims(MutationId.parse(bench.newId()), { kind: 'lot.marked', mark }, lot.lot)
    save.audit(`lot.${state}`, id)
  })
}

export function readCold(
  bench: Bench,
  { store, celsius, done }: z.output<Channels['stock.cold']['input']>,
  by: OperatorId,
): Saved {
  if (!knownHere(bench).isStore(store)) return { kind: 'refused', reason: 'unknown' }
  if (!isCold(celsius) && done.trim() === '') return { kind: 'refused', reason: 'say-what-was-done' }
  return savedOf(bench, (save) => {
    const id = bench.newId()
    const reading = { id, store, celsius: Math.round(celsius * 10) / 10, at: save.at, by, done: done.trim() }
    save.put('cold_reading', reading)
    save.tellHims(MutationId.parse(id), { kind: 'cold.read', reading }, `${reading.celsius} °C`)
    save.audit('cold.read', id)
  })
}

export function setLevel(bench: Bench, said: z.output<Channels['stock.level']['input']>): Saved {
  const medicine = bench.store.shared.medicine.get(said.id)
  const level = levelOfHere(bench, said)
  if (medicine === null) return { kind: 'refused', reason: 'unknown' }
  if (level.wanted < level.least) return { kind: 'refused', reason: 'wanted-below-least' }
  const was = bench.store.shared.reorder_level.get(level.id)
  return savedOf(bench, (save) => {
    save.put('reorder_level', level)
    const rows = [{ table: 'reorder_level', row: level, was }]
    save.tellHims(MutationId.parse(bench.newId()), { kind: 'directory.changed', rows }, medicine.name)
    save.audit('reorder.level', level.id)
  })
}

function savedOf(bench: Bench, work: Parameters<Bench['save']>[0]): Saved {
  const saved = bench.save(work)
  return saved.ok ? { kind: 'saved' } : { kind: 'not-saved', cause: saved.problem }
}
