import type { Effort } from './decode.ts'

/** How much to spend on the next frame. */
export interface SearchPlan {
  readonly next: () => Effort
  /** Says whether the last frame was read. */
  readonly came: (read: boolean) => void
}

/** A frame that is searched costs as much as five that are only looked at; after this many misses nobody stands there. */
const PATIENCE = 60
const RARELY = 8

/**
 * Every second miss is searched while somebody may be trying, every eighth when nothing has come for seconds. Half as
 * many are looked at for a symbol that is light on dark.
 */
export function searchPlan(): SearchPlan {
  let misses = 0
  return {
    next() {
      const every = misses < PATIENCE ? 2 : RARELY
      if (misses % every === 1) return 'thorough'
      return misses % (2 * every) === 2 ? 'negative' : 'quick'
    },
    came(read) {
      misses = read ? 0 : misses + 1
    },
  }
}
