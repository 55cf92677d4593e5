import type { Lot } from './medicine.ts'
import type { LotMark } from './stock-paper.ts'

/** Why a lot is never given: the gravest reason where there are several. */
export type LotHold = 'recalled' | 'quarantined' | 'expired'

/** Whether a lot is held on a day, by the newest word about it and by its date; null when it may be given. */
export function lotHold(
  { expiry }: Pick<Lot, 'expiry'>,
  mark: Pick<LotMark, 'state'> | null,
  day: string,
): LotHold | null {
  if (mark !== null && mark.state !== 'free') return mark.state
  return expiry < day ? 'expired' : null
}

interface OnShelf {
  readonly lot: Pick<Lot, 'expiry'>
  readonly held: boolean
}

/** First expiry first; what is held comes last, for it may not be given. */
export const inGivingOrder = <Row extends OnShelf>(rows: readonly Row[]): Row[] =>
  rows.toSorted((one, other) => Number(one.held) - Number(other.held) || one.lot.expiry.localeCompare(other.lot.expiry))
