import type { StockEvent } from './medicine.ts'

/** The store from which patients are given medicines; events that name none happened there. */
export const OWN_SHELF = 'pharmacy'

export const storeOf = ({ store }: Pick<StockEvent, 'store'>): string => store ?? OWN_SHELF

const later = (one: StockEvent, other: StockEvent): number =>
  one.at === other.at ? (one.id < other.id ? -1 : 1) : one.at < other.at ? -1 : 1

/**
 * What stands on a shelf, by the events of one lot in one store in any order: what the last count found, and what came
 * and went after it. A count sees what was given behind its back, so an earlier deed that is heard of later changes nothing.
 */
export function unitsOf(events: readonly StockEvent[]): number {
  const counts = events.filter(({ found }) => found !== undefined)
  const last = counts.toSorted(later).at(-1)
  const since = events.filter(({ at, found }) => found === undefined && (last === undefined || at > last.at))
  return since.reduce((sum, { delta }) => sum + delta, last?.found ?? 0)
}

/** The same for every lot and store that the events speak of. */
export function shelvesOf(events: readonly StockEvent[]): ReadonlyMap<string, number> {
  const shelves = Map.groupBy(events, (event) => shelfKey(event.lotId, storeOf(event)))
  return new Map(Array.from(shelves, ([key, own]) => [key, unitsOf(own)]))
}

export const shelfKey = (lotId: string, store: string): string => `${store} ${lotId}`

const DAY = 86_400_000
/** How far ahead a store looks for lots that will end, in days. */
export const expiryBands = [0, 30, 60, 90] as const
export type ExpiryBand = (typeof expiryBands)[number]

/** 0: it has ended; 30, 60, 90: it ends within so many days; null: later. */
export function expiryBand(expiry: string, today: string): ExpiryBand | null {
  if (expiry < today) return 0
  const days = (Date.parse(expiry) - Date.parse(today)) / DAY
  return expiryBands.find((band) => band > 0 && days <= band) ?? null
}
