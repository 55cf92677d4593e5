import type { Dispense, Prescription, Right } from './prescription.ts'

/** The part of a right that says who may give how much. */
export type Held = Pick<Right, 'left' | 'holder' | 'epoch'>

/** A terminal, in the epoch that it lives in. */
export interface Bearer {
  readonly terminal: string
  readonly epoch: number
}

/** A terminal as it knows itself; `locked` once it may be an old copy of itself or have a twin. */
export interface Giver extends Bearer {
  readonly locked: boolean
}

/** Whether a right is this terminal's, in the epoch it lives in. */
export const isHere = ({ holder, epoch }: Held, me: Giver): boolean =>
  !me.locked && holder === me.terminal && epoch === me.epoch

/** Units that a terminal may give by a right without asking anybody. */
export const mayGive = (right: Held, me: Giver): number => (isHere(right, me) ? right.left : 0)

/**
 * What HIMS makes of a dispensing. `late`: it was given under an epoch that has ended, and what is locked since then
 * covers it; a person should know. The other two contradict what HIMS knows for certain.
 */
export type SpendVerdict = 'fits' | 'late' | 'not-held' | 'over'

export function judgeSpend(right: Held, quantity: Dispense['quantity'], by: Bearer): SpendVerdict {
  if (right.holder !== by.terminal || right.epoch > by.epoch) return 'not-held'
  if (quantity > right.left) return 'over'
  return right.epoch === by.epoch ? 'fits' : 'late'
}

/** A right that is returned must be whole: what its holder says is left and what HIMS counts must be one number. */
export type ReturnVerdict = 'fits' | 'not-held' | 'differs'

export function judgeReturn(right: Held, left: number, by: Bearer): ReturnVerdict {
  if (right.holder !== by.terminal || right.epoch !== by.epoch) return 'not-held'
  return right.left === left ? 'fits' : 'differs'
}

export const spent = <Row extends Held>(right: Row, quantity: number): Row => ({
  ...right,
  left: right.left - quantity,
})

/** How many units are taken from which of several rights, one after the other. */
export function spread<Row extends Held>(
  rights: readonly Row[],
  quantity: number,
): readonly { readonly right: Row; readonly quantity: number }[] {
  let open = quantity
  return rights.flatMap((right) => {
    const units = Math.min(open, right.left)
    open -= units
    return units <= 0 ? [] : [{ right, quantity: units }]
  })
}

export const emptied = <Row extends Held>(right: Row): Row => ({ ...right, left: 0 })

/** What a terminal keeps of a right when HIMS sends it: while it holds one under one epoch, what it gave never comes back. */
export function taken<Row extends Held>(here: Row | null, coming: Row): Row {
  const same = here !== null && here.holder === coming.holder && here.epoch === coming.epoch
  return same ? { ...coming, left: Math.min(coming.left, here.left) } : coming
}

/** Rights to a prescription that ended or was never one are not used; a status of the future is none of them. */
export const mayDispense = ({ status }: Pick<Prescription, 'status'>): boolean => status === 'active'

/** Held under an epoch that has ended, or by nobody any more: only a person who counted can free it. */
export const isLocked = (right: Held, holder: { readonly epoch: number; readonly retired: boolean } | null): boolean =>
  holder === null || holder.retired || right.epoch < holder.epoch
