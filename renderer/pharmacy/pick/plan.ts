import type { PrescriptionItemId } from '../../../domain/id.ts'
import { isControlled } from '../../../domain/pharmacy/controlled.ts'
import type { LineToPick } from '../../../domain/pharmacy/pack-verdict.ts'
import { needsReason } from '../../../domain/pharmacy/warning.ts'
import type { Line, List, Shelf } from '../pharmacy-bridge.ts'

/** Why nothing of a line may be given here and now. */
export type Stop =
  | 'done'
  | 'taken-back'
  | 'replaced'
  | 'asked'
  | 'allergy'
  | 'no-right'
  | 'expired'
  | 'held'
  | 'no-stock'

/** Stops that follow from the prescriber's word; what they say stands beside the questions. */
export const isOfDoctor = (stop: Stop): stop is 'taken-back' | 'replaced' | 'asked' =>
  stop === 'taken-back' || stop === 'replaced' || stop === 'asked'

export interface Take {
  readonly lotId: string
  readonly lot: string
  readonly expiry: string
  readonly quantity: number
}

/** What will happen to one line when the list is given. */
export interface Plan {
  readonly line: Line
  readonly stop: Stop | null
  /** Units on this shelf that are in date. */
  readonly here: number
  /** Most that may be given now, by right and by stock. */
  readonly may: number
  readonly give: number
  /** What stays owed after giving. */
  readonly owed: number
  /** Lots to take it from, first expiry first. */
  readonly takes: readonly Take[]
}

/** Where the marigold stands before anyone moved it: on the first line that can be given. */
export const firstToGive = (plans: readonly Plan[]): number =>
  Math.max(
    0,
    plans.findIndex(({ may }) => may > 0),
  )

/** Amounts that a pharmacist set by hand. */
export type Wanted = Readonly<Record<string, number>>

/** Lots that a pharmacist takes although another goes first, by item. */
export type Chosen = Readonly<Record<string, string>>

/** Whether somebody has to say why it is given, and whether two people have to look. */
/** The prescriber, who was asked, wants it as it is written: that is the reason. */
const hasWord = ({ question }: Line): boolean => question?.answer?.answer === 'as-written'

export const asksWhy = ({ line, give }: Plan): boolean => give > 0 && !hasWord(line) && line.warnings.some(needsReason)
export const asksTwo = ({ line, give }: Plan): boolean => give > 0 && isControlled(line.medicine)

/** The list as scanned packs are held against it. */
export const linesToPick = (plans: readonly Plan[]): readonly LineToPick[] =>
  plans.map(({ line: { item, medicine, lots }, stop, takes }) => ({
    itemId: item.id,
    medicine,
    stopped: stop !== null && stop !== 'no-stock',
    takes,
    lots: lots.filter(isFree).map(({ lot, here }) => ({ lotId: lot.id, here })),
  }))

/** Whether the prescriber can be asked about a line: it is this counter's to give, and no question about it is open. */
export const mayAsk = ({ line, stop }: Plan): boolean =>
  stop !== 'done' &&
  stop !== 'no-right' &&
  line.closed === undefined &&
  (line.question === undefined || line.question.answer !== null)

function stopOf(line: Line, here: number): Stop | null {
  const { item, given, mayGive, rightHere, lots, allergies, question, closed } = line
  if (given >= item.quantity) return 'done'
  if (closed !== undefined) return closed
  if (question !== undefined && question.answer === null) return 'asked'
  if (allergies.length > 0) return 'allergy'
  if (!rightHere || mayGive === 0) return 'no-right'
  if (here > 0) return null
  const there = lots.filter((lot) => lot.here > 0)
  if (there.some((lot) => lot.mark !== undefined)) return 'held'
  return there.length > 0 ? 'expired' : 'no-stock'
}

const isFree = ({ expired, mark }: Shelf): boolean => !expired && mark === undefined

function takesFor(lots: Line['lots'], quantity: number, chosen: string | undefined): readonly Take[] {
  let left = quantity
  const isChosen = ({ lot }: Shelf) => Number(lot.id === chosen)
  return lots
    .filter((each) => each.here > 0 && isFree(each))
    .toSorted((one, other) => isChosen(other) - isChosen(one) || one.lot.expiry.localeCompare(other.lot.expiry))
    .flatMap(({ lot, here }) => {
      const taken = Math.min(left, here)
      left -= taken
      return taken === 0 ? [] : [{ lotId: lot.id, lot: lot.lot, expiry: lot.expiry, quantity: taken }]
    })
}

/** Plans one line: as much as right and shelf allow, or what was set by hand, from the lot that was chosen first. */
export function planLine(line: Line, wanted: number | undefined, chosen?: string): Plan {
  const here = line.lots.reduce((sum, lot) => sum + (isFree(lot) ? Math.max(0, lot.here) : 0), 0)
  const stop = stopOf(line, here)
  const open = Math.min(line.item.quantity - line.given, line.mayGive)
  const may = stop === null ? Math.min(open, here) : 0
  const give = stop === null ? Math.max(0, Math.min(may, wanted ?? may)) : 0
  const owed = stop === null || stop === 'no-stock' || stop === 'expired' || stop === 'held' ? open - give : 0
  return { line, stop, here, may, give, owed, takes: takesFor(line.lots, give, chosen) }
}

/** All lines in the order of a walk along the shelves. */
export const planAll = (lines: readonly Line[], wanted: Wanted, chosen: Chosen = {}): readonly Plan[] =>
  lines
    .map((line) => planLine(line, wanted[line.item.id], chosen[line.item.id]))
    .toSorted((one, other) => one.line.medicine.shelf.localeCompare(other.line.medicine.shelf, 'en', { numeric: true }))

export interface AskedLine {
  readonly itemId: PrescriptionItemId
  readonly lotId: string
  readonly quantity: number
  readonly reason?: string
}

/** Why lines are given all the same, by item. */
export type Reasons = Readonly<Record<string, string>>

export const askedLines = (plans: readonly Plan[], reasons: Reasons = {}): AskedLine[] =>
  plans.flatMap(({ line: { item }, takes }) => {
    const reason = reasons[item.id]
    return takes.map(({ lotId, quantity }) => ({
      itemId: item.id,
      lotId,
      quantity,
      ...(reason === undefined ? {} : { reason }),
    }))
  })

type Written = List['prescriptions'][number]

const isOpen = ({ lines }: Written): boolean =>
  lines.some(({ item, given, closed }) => given < item.quantity && closed === undefined)

/** Prescriptions with something left to give, newest first; when there are none, the last one is shown as it stands. */
export function openPrescriptions({ prescriptions }: List): readonly Written[] {
  const newest = prescriptions.toSorted((one, other) =>
    other.prescription.writtenAt.localeCompare(one.prescription.writtenAt),
  )
  const open = newest.filter(isOpen)
  return open.length > 0 ? open : newest.slice(0, 1)
}
