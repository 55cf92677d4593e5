/** What an event says, as whoever adds up the shelf by hand reads it. */
interface Line {
  readonly id: string
  readonly lotId: string
  readonly delta: number
  readonly at: string
  readonly store: string
  readonly found: number | null
}

const lineOf = (row: unknown): Line => {
  const { id, lotId, delta, at, store, found } = Object(row)
  return { id, lotId, delta, at, store: store ?? 'pharmacy', found: found ?? null }
}

/** A count comes after all that happened in its moment; of two in one moment the later id counts. */
const inTurn = (one: Line, other: Line): number =>
  one.at.localeCompare(other.at) ||
  Number(one.found !== null) - Number(other.found !== null) ||
  (one.id < other.id ? -1 : 1)

/** The shelves by `STORE LOT`, added up from the events one after another and not by the product's own sum. */
export function shelvesByHand(rows: readonly unknown[]): ReadonlyMap<string, number> {
  const shelves = new Map<string, number>()
  for (const { lotId, store, delta, found } of rows.map(lineOf).toSorted(inTurn)) {
    const key = `${store} ${lotId}`
    shelves.set(key, found ?? (shelves.get(key) ?? 0) + delta)
  }
  return shelves
}
