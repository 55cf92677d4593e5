/** A stream of numbers that one seed always repeats. */
export interface Random {
  /** From 0 up to, not including, 1. */
  readonly next: () => number
  /** A whole number from low to high, both possible. */
  readonly between: (low: number, high: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <Item>(items: readonly Item[]) => Item
  /** The item of the first pair whose weight is reached; weights need not add up to one. */
  readonly weighted: <Item>(pairs: readonly (readonly [Item, number])[]) => Item
  readonly shuffled: <Item>(items: readonly Item[]) => readonly Item[]
  readonly bytes: (count: number) => Uint8Array
}

/** Chris Doty-Humphrey's sfc32, seeded with the four FNV-like hashes of a text. */
export function randomFrom(seed: string): Random {
  const next = sfc32([1, 2, 3, 4].map((salt) => hash(`${salt}:${seed}`)))
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    between,
    chance: (share) => next() < share,
    pick: (items) => at(items, between(0, items.length - 1)),
    weighted: (pairs) => {
      let rest = next() * pairs.reduce((sum, [, weight]) => sum + weight, 0)
      const hit = pairs.findIndex(([, weight]) => (rest -= weight) < 0)
      return at(pairs, hit < 0 ? pairs.length - 1 : hit)[0]
    },
    shuffled: (items) =>
      items
        .map((item) => ({ item, rank: next() }))
        .toSorted((left, right) => left.rank - right.rank)
        .map(({ item }) => item),
    bytes: (count) => Uint8Array.from({ length: count }, () => between(0, 255)),
  }
}

function sfc32(words: readonly number[]): () => number {
  let [a = 0, b = 0, c = 0, counter = 1] = words
  const step = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let warming = 0; warming < 15; warming += 1) step()
  return step
}

function hash(text: string): number {
  let state = 2166136261
  for (const unit of text) state = Math.imul(state ^ (unit.codePointAt(0) ?? 0), 16777619)
  state = Math.imul(state ^ (state >>> 16), 2246822507)
  return (state ^ (state >>> 13)) | 0
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index]
  if (item === undefined) throw new Error(`Nothing to pick at ${index} of ${items.length}`)
  return item
}
