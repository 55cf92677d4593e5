/** One call that waits to be spoken. */
export interface CallTurn {
  /** Of the call. */
  readonly id: string
  /** An emergency is spoken before whatever else waits. */
  readonly urgent: boolean
  /** Every call is spoken twice. */
  readonly round: 1 | 2
}

/** So many wait at most: whoever is called stands on the screen anyway. */
export const MOST_TURNS = 8

/** Emergencies before others, what was never spoken before what is repeated, and then as they came. */
const before = (one: CallTurn, other: CallTurn): number =>
  Number(other.urgent) - Number(one.urgent) || one.round - other.round

/** Those that wait, in the order in which they are spoken; the last one gives way when there are too many. */
export const withTurn = (turns: readonly CallTurn[], turn: CallTurn): readonly CallTurn[] =>
  [...turns, turn].toSorted(before).slice(0, MOST_TURNS)
