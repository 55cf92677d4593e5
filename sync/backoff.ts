const FIRST_MINUTE = 60_000
const LONGEST = 60_000
const LONGEST_ASKED = 5 * 60_000

/**
 * Milliseconds until the next try of a lost link, with full jitter. In the first minute it is short enough that a returning
 * server is noticed within two seconds; `random` is between 0 and 1.
 */
export function backoff(lostFor: number, failures: number, retryAfter: number | null, random: number): number {
  const own =
    lostFor < FIRST_MINUTE
      ? 300 + random * 1200
      : Math.max(500, random * Math.min(LONGEST, 1000 * 2 ** clamp(failures - MINUTE_TRIES)))
  return Math.max(own, Math.min(LONGEST_ASKED, retryAfter ?? 0))
}

/** About as many tries as the first minute holds: the doubling begins after them. */
const MINUTE_TRIES = 60
const clamp = (power: number): number => Math.min(16, Math.max(1, power))
