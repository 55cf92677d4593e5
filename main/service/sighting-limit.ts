import type { CardId } from '../../domain/id.ts'

/** No longer than terminals' clocks may differ, so that no two far places come to look nearer in time than they were. */
const SEEN_AGAIN = 2 * 60_000

/** Says of a card whether it was last told of so long ago that it should be told of again. */
export function sightingLimit(now: () => Date): (card: CardId) => boolean {
  const told = new Map<CardId, number>()
  return (card) => {
    const at = now().getTime()
    for (const [other, before] of told) if (Math.abs(at - before) >= SEEN_AGAIN) told.delete(other)
    if (told.has(card)) return false
    told.set(card, at)
    return true
  }
}
