const DAY = 86_400_000
const FIRST = Date.UTC(2020, 0, 1)

/** The last day a card can name: day 65,535, which still takes three bytes of CBOR. */
const LAST = 0xffff

/** Days from 1 January 2020 to a day `YYYY-MM-DD`, or null when a card cannot name that day. */
export function cardDayOf(day: string): number | null {
  const count = (Date.parse(`${day}T00:00:00Z`) - FIRST) / DAY
  return Number.isInteger(count) && count >= 0 && count <= LAST ? count : null
}

/** The day `YYYY-MM-DD` that a card's number means, or null when it is no card's number. */
export function dayOfCard(count: unknown): string | null {
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0 || count > LAST) return null
  return new Date(FIRST + count * DAY).toISOString().slice(0, 10)
}
