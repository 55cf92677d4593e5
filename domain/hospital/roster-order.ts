import type { Roster } from './roster.ts'

const byBeginning = (one: Roster, other: Roster): number => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0)

/** Where somebody who comes at a time of the day, `HH:MM`, is seen: in the hours that run or come next, else in the last. */
export function hoursForComer(hours: readonly Roster[], clock: string): Roster | null {
  const sorted = hours.toSorted(byBeginning)
  return sorted.find(({ to }) => to > clock) ?? sorted.at(-1) ?? null
}

/** A doctor's hours, those first that they are in: begun last, for whoever is late stays where they are. */
export function hoursOfSeat(hours: readonly Roster[], clock: string): readonly Roster[] {
  const sorted = hours.toSorted(byBeginning)
  const begun = sorted.filter(({ from }) => from <= clock)
  return [...begun.toReversed(), ...sorted.slice(begun.length)]
}
