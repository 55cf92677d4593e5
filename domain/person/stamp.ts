import { clampHlc } from '../time/hlc.ts'
import type { Hlc } from '../time/hlc.ts'
import type { Source } from './person-change.ts'

/** What decides between two versions of one group of details: how sure, then how late. */
export interface Stamp {
  readonly rank: Source
  /** As HIMS orders it, so that no wrong clock wins for ever. */
  readonly hlc: Hlc
  /** How many versions answered one another since: whoever corrects what is on the screen comes after it by any clock. */
  readonly depth: number
  /** The change's own time, as HIMS orders it: parts two that answered the same version. */
  readonly own: Hlc
  /** As the terminal said it; names the change. */
  readonly said: Hlc
}

const ranks: readonly Source[] = ['kiosk', 'clerk', 'verified']

export const compareSources = (one: Source, other: Source): number => ranks.indexOf(one) - ranks.indexOf(other)

const compareTexts = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1)

/** Above zero when `one` comes after `other`. */
export const compareStamps = (one: Stamp, other: Stamp): number =>
  compareSources(one.rank, other.rank) ||
  compareTexts(one.hlc, other.hlc) ||
  one.depth - other.depth ||
  compareTexts(one.own, other.own) ||
  compareTexts(one.said, other.said)

/** The stamp of a change by itself; `now` is HIMS's clock in Unix milliseconds. */
export function stampOf(said: Hlc, source: Source, now: number): Stamp {
  const own = clampHlc(said, now)
  return { rank: source, hlc: own, depth: 0, own, said }
}

/** The stamp of a change whose author saw another version and corrected it. */
export function answering(own: Stamp, seen: Stamp): Stamp {
  const after: Stamp = { ...seen, depth: seen.depth + 1, own: own.own, said: own.said }
  return compareStamps(own, after) > 0 ? own : after
}
