import type { PrescriptionItem } from './prescription.ts'

/** One hand-over of an item, on the hospital's own calendar. */
export interface Fill {
  readonly day: string
  readonly quantity: number
}

const DAY = 86_400_000

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY
const dayText = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10)

/**
 * The last day that what was given of an item lasts; null when nothing was given. The order says how many days its whole
 * quantity is for, so drops and inhalers count as tablets do. What is fetched early is taken after what was there before.
 */
export function lastsUntil(
  { days, quantity }: Pick<PrescriptionItem, 'days' | 'quantity'>,
  fills: readonly Fill[],
): string | null {
  let end: number | null = null
  for (const fill of fills.toSorted((one, other) => one.day.localeCompare(other.day))) {
    const supply = Math.floor((days * fill.quantity) / quantity)
    const start = dayNumber(fill.day)
    // The day it is given counts as the first.
    const from: number = end === null ? start - 1 : Math.max(end, start - 1)
    end = from + supply
  }
  return end === null ? null : dayText(end)
}

/** People come some days before the end, and this many are no second supply. */
export const EARLY_DAYS = 5

/** Whether what lasts until a day makes the same again today one too many. */
export const stillRuns = (until: string, today: string): boolean => dayNumber(until) - dayNumber(today) >= EARLY_DAYS

/** Whether anything of it is left to take today. */
export const isTaken = (until: string, today: string): boolean => until >= today
