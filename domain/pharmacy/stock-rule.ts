import { unreachable } from '../result.ts'
import { fail, ok } from '../result.ts'
import type { Result } from '../result.ts'
import { isControlled } from './controlled.ts'
import type { Lot, Medicine, StockEvent } from './medicine.ts'
import type { StockLine, StockPaper } from './stock-paper.ts'

export type StockRefusal =
  | 'unknown-store'
  | 'same-store'
  | 'unknown-lot'
  | 'other-medicine'
  | 'other-expiry'
  | 'expired-lot'
  | 'more-than-shelf'
  | 'more-damaged'
  | 'nothing-expected'
  | 'recount'
  | 'witness'
  | 'twice'
  | 'nothing'

/** What is known where a paper is judged. */
export interface StockKnown {
  /** `YYYY-MM-DD`. */
  readonly today: string
  readonly isStore: (code: string) => boolean
  /** A lot that was there before this paper. */
  readonly lot: (id: string) => Lot | null
  /** The medicine that a lot number was seen on; null for a new number. */
  readonly medicineOf: (lotNumber: string) => string | null
  readonly medicine: (code: string) => Pick<Medicine, 'name' | 'groups'> | null
  /** What stands there; null where that is not for the judge to say, since deeds of others may still be on their way. */
  readonly units: (lotId: string, store: string) => number | null
}

export interface StockFault {
  readonly reason: StockRefusal
  readonly lotId: string
}

/** A count that differs by no more than this is written down as it is… */
export const RECOUNT_UNITS = 5
/** …or by no more than this part of what was expected. Of a listed drug every difference is counted again. */
export const RECOUNT_SHARE = 0.02

export function needsRecount(
  { expected, found }: Pick<StockLine, 'expected' | 'found'>,
  medicine: Pick<Medicine, 'name' | 'groups'> | null,
): boolean {
  const difference = Math.abs(found - (expected ?? 0))
  if (medicine !== null && isControlled(medicine)) return difference > 0
  return difference > Math.max(RECOUNT_UNITS, Math.ceil((expected ?? 0) * RECOUNT_SHARE))
}

/** Capital letters and digits: what people type of a lot number differs in spaces only. */
export const lotNumber = (typed: string): string => typed.toUpperCase().replaceAll(/\s+/g, '')

/** Two counters that receive the same lot without hearing of each other name it alike. */
export function lotIdOf(facility: string, medicine: string, lot: string): string {
  const id = `${facility}/${medicine}/${lotNumber(lot)}`
  return id.length <= 80 ? id : `${lotNumber(lot).slice(0, 40)}/${short(id)}${short(`${id}.`)}`
}

/** FNV-1a of 32 bits, in base 36. */
function short(text: string): string {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(36)
}

/** What a paper does to the ledger, by nothing but what stands on it and whether it goes to a store of this hospital. */
export const eventsOf = (paper: StockPaper, isStore: StockKnown['isStore']): readonly StockEvent[] =>
  paper.lines.flatMap((line, at) => lineEvents(paper, line, at, isStore))

function lineEvents(
  { id: paper, kind, store, other, at, reference, sentAt }: StockPaper,
  { lotId, expected, found, damaged }: StockLine,
  line: number,
  isStore: StockKnown['isStore'],
): readonly StockEvent[] {
  const reason = kind === 'arrived' ? 'received' : kind
  const event = { id: `${paper}.${line}`, lotId, reason, at, store, paper } as const
  switch (kind) {
    case 'received':
    case 'returned':
      return [{ ...event, delta: found - damaged }]
    case 'arrived': {
      const came = { ...event, delta: found - damaged }
      if (expected === null || expected === 0) return [came]
      // The sender's paper put what it says on this shelf. That is taken off once, whoever says the first word, and in the
      // sender's moment, so that a count in between sees neither.
      const id = `${reference}.${short(lotId)}${short(`${lotId}.`)}.off`
      return [{ ...came, id, at: sentAt ?? at, paper: reference, delta: -expected }, came]
    }
    case 'destroyed':
      return [{ ...event, delta: -found }]
    case 'counted':
      return [{ ...event, delta: found - (expected ?? 0), found }]
    case 'sent': {
      const gone = { ...event, delta: -found }
      if (other === null || !isStore(other)) return [gone]
      return [gone, { ...event, id: `${event.id}.to`, store: other, delta: found }]
    }
    default:
      return unreachable(kind)
  }
}

/** What a paper does to the ledger, or what is wrong with it. `lots`: those that come with it. */
export function judgePaper(
  paper: StockPaper,
  lots: readonly Lot[],
  known: StockKnown,
): Result<readonly StockEvent[], StockFault> {
  const whole = wrongWhole(paper, known)
  if (whole !== null) return fail({ reason: whole, lotId: '' })
  const seen = new Set<string>()
  for (const line of paper.lines) {
    const { lotId } = line
    if (seen.has(lotId)) return fail({ reason: 'twice', lotId })
    seen.add(lotId)
    const lot = known.lot(lotId) ?? lots.find(({ id }) => id === lotId) ?? null
    const reason = wrongLot(paper, line, lot, known) ?? wrongLine(paper, line, known)
    if (reason !== null) return fail({ reason, lotId })
  }
  for (const lot of lots) {
    const reason = wrongNew(lot, seen, known)
    if (reason !== null) return fail({ reason, lotId: lot.id })
  }
  return ok(eventsOf(paper, known.isStore))
}

function wrongWhole({ kind, store, other, lines }: StockPaper, known: StockKnown): StockRefusal | null {
  if (!known.isStore(store)) return 'unknown-store'
  if (kind === 'sent' && other === store) return 'same-store'
  // Of a count, and of what should have come, nothing is a finding as well.
  return kind !== 'counted' && kind !== 'arrived' && lines.every(({ found }) => found === 0) ? 'nothing' : null
}

function wrongLot(
  { kind }: StockPaper,
  { medicine }: StockLine,
  lot: Lot | null,
  { today }: StockKnown,
): StockRefusal | null {
  if (lot === null) return 'unknown-lot'
  if (lot.medicine !== medicine) return 'other-medicine'
  return kind === 'received' && lot.expiry < today ? 'expired-lot' : null
}

function wrongLine(paper: StockPaper, line: StockLine, known: StockKnown): StockRefusal | null {
  const { kind, store, by, witness } = paper
  const medicine = known.medicine(line.medicine)
  // What breaks on the way between stores is said by whoever it comes to.
  const mayBreak = kind === 'received' || kind === 'returned' || kind === 'arrived'
  if (line.damaged > (mayBreak ? line.found : 0)) return 'more-damaged'
  switch (kind) {
    case 'received':
    case 'returned':
      return null
    case 'arrived':
      return line.expected === null ? 'nothing-expected' : null
    case 'counted':
      if (line.expected === null) return 'nothing-expected'
      return line.recounted !== true && needsRecount(line, medicine) ? 'recount' : null
    case 'destroyed':
    case 'sent': {
      const isListed = medicine !== null && isControlled(medicine)
      if (kind === 'destroyed' && isListed && (witness === null || witness === by)) return 'witness'
      return line.found > (known.units(line.lotId, store) ?? line.found) ? 'more-than-shelf' : null
    }
    default:
      return unreachable(kind)
  }
}

/** A new lot stands on the paper; its id and its number belong to no other medicine, its date to no other lot. */
function wrongNew(lot: Lot, onPaper: ReadonlySet<string>, known: StockKnown): StockRefusal | null {
  if (!onPaper.has(lot.id)) return 'unknown-lot'
  const before = known.lot(lot.id)
  if (before !== null && before.medicine !== lot.medicine) return 'other-medicine'
  if (before !== null && before.expiry !== lot.expiry) return 'other-expiry'
  const medicine = known.medicineOf(lot.lot)
  return medicine !== null && medicine !== lot.medicine ? 'other-medicine' : null
}
