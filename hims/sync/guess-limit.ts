/** Slows down whoever tries out one-time codes. */
export interface GuessLimit {
  readonly allowed: (now: number) => boolean
  readonly missed: (now: number) => void
}

const MISSES = 20
const WINDOW = 60_000

/** So many wrong codes a minute, from all comers together; mistyped ones are noticed by their check letter and are free. */
export function guessLimit(): GuessLimit {
  let misses: readonly number[] = []
  return {
    allowed: (now) => misses.filter((at) => at > now - WINDOW).length < MISSES,
    missed: (now) => {
      misses = [...misses.filter((at) => at > now - WINDOW), now]
    },
  }
}
