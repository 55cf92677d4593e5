import { uuidV7 } from '../id.ts'

const DAY = 24 * 3_600_000
/** A terminal holds visits for so many days; HIMS keeps them all. */
const DAYS = 400

/**
 * Terminals hold visits whose ids come after this one: an id begins with the time at which it was made. The line moves at
 * midnight UTC only, so that whoever asks on one day is told the same.
 */
export const visitsHeldAfter = (now: number): string => uuidV7((Math.floor(now / DAY) - DAYS) * DAY, new Uint8Array(10))
