/** What is asked for before it is needed, one after another. */
export interface Ahead<Item> {
  /** The next one, and as many of those behind it as have come already: so many at most. */
  readonly take: (most: number) => Promise<readonly Item[]>
  /** Once as much has come as may, or no more will. */
  readonly filled: () => Promise<void>
  /** Nothing more is asked for. */
  readonly end: () => void
}

/** `after` asks for the one that follows another, the first one after null; it gives null when there is none. */
export function ahead<Item>(depth: number, after: (last: Item | null) => Promise<Item> | null): Ahead<Item> {
  const here: Item[] = []
  let asked: Promise<void> | null = null
  let last: Item | null = null
  let isOver = false
  const ask = (): void => {
    if (asked !== null || isOver || here.length >= depth) return
    const following = after(last)
    if (following === null) {
      isOver = true
      return
    }
    asked = following.then((item) => {
      here.push(item)
      last = item
      asked = null
      ask()
    })
    // Whoever takes hears of it; it may never be taken any more, and then must not fail unheard.
    asked.catch(() => {})
  }
  ask()
  return {
    async take(most) {
      for (let next = asked; here.length === 0 && next !== null; next = asked) await next
      const taken = here.splice(0, most)
      ask()
      return taken
    },
    async filled() {
      for (let next = asked; next !== null; next = asked) await next
    },
    end: () => void (isOver = true),
  }
}
