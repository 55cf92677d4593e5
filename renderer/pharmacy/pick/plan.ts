import type { PrescriptionItemId } from '../../../domain/id.ts'
import type { Line, List } from '../pharmacy-bridge.ts'

/** Why nothing of a line may be given here and now. */
export type Stop = 'done' | 'allergy' | 'no-right' | 'expired' | 'no-stock'

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

function stopOf({ item, given, mayGive, rightHere, lots, allergies }: Line, here: number): Stop | null {
  if (given >= item.quantity) return 'done'
  if (allergies.length > 0) return 'allergy'
  if (!rightHere || mayGive === 0) return 'no-right'
  if (here > 0) return null
  return lots.some((lot) => lot.expired && lot.here > 0) ? 'expired' : 'no-stock'
}

function takesFor(lots: Line['lots'], quantity: number): readonly Take[] {
  let left = quantity
  return lots
    .filter(({ here, expired }) => here > 0 && !expired)
    .toSorted((one, other) => one.lot.expiry.localeCompare(other.lot.expiry))
    .flatMap(({ lot, here }) => {
      const taken = Math.min(left, here)
      left -= taken
      return taken === 0 ? [] : [{ lotId: lot.id, lot: lot.lot, expiry: lot.expiry, quantity: taken }]
    })
}

/** Plans one line: as much as right and shelf allow, or what was set by hand. */
export function planLine(line: Line, wanted: number | undefined): Plan {
  const here = line.lots.reduce((sum, lot) => sum + (lot.expired ? 0 : Math.max(0, lot.here)), 0)
  const stop = stopOf(line, here)
  const open = Math.min(line.item.quantity - line.given, line.mayGive)
  const may = stop === null ? Math.min(open, here) : 0
  const give = stop === null ? Math.max(0, Math.min(may, wanted ?? may)) : 0
  const owed = stop === null || stop === 'no-stock' || stop === 'expired' ? open - give : 0
  return { line, stop, here, may, give, owed, takes: takesFor(line.lots, give) }
}

/** All lines in the order of a walk along the shelves. */
export const planAll = (lines: readonly Line[], wanted: Wanted): readonly Plan[] =>
  lines
    .map((line) => planLine(line, wanted[line.item.id]))
    .toSorted((one, other) => one.line.medicine.shelf.localeCompare(other.line.medicine.shelf, 'en', { numeric: true }))

export interface AskedLine {
  readonly itemId: PrescriptionItemId
  readonly lotId: string
  readonly quantity: number
}

export const askedLines = (plans: readonly Plan[]): AskedLine[] =>
  plans.flatMap(({ line, takes }) => takes.map(({ lotId, quantity }) => ({ itemId: line.item.id, lotId, quantity })))

type Written = List['prescriptions'][number]

const isOpen = ({ lines }: Written): boolean => lines.some(({ item, given }) => given < item.quantity)

/** Prescriptions with something left to give, newest first; when there are none, the last one is shown as it stands. */
export function openPrescriptions({ prescriptions }: List): readonly Written[] {
  const newest = prescriptions.toSorted((one, other) =>
    other.prescription.writtenAt.localeCompare(one.prescription.writtenAt),
  )
  const open = newest.filter(isOpen)
  return open.length > 0 ? open : newest.slice(0, 1)
}
