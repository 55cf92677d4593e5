/** Something that was made once, kept for those who ask the same. */
export interface PageCache<Page> {
  /** What is kept, or being made, under a name. */
  readonly known: (name: string) => Promise<Page> | null
  /**
   * Makes a page. Whoever asks under its name meanwhile shares it; afterwards it is kept under the name that it then has.
   * Only some are made at a time: what a page is made from is many times larger than the page.
   */
  readonly make: (name: string, work: () => Promise<Page>, nameOf: (page: Page) => string) => Promise<Page>
}

interface Entry<Page> {
  readonly page: Promise<Page>
  readonly until: number
  size: number
}

/** In bytes; the oldest go first. */
const LARGEST = 64 * 1024 * 1024
/** A page may show rows as they were, for a while: what changed since comes with a later cursor. */
const KEPT = 10 * 60_000
const AT_ONCE = 4

export function pageCache<Page>(sizeOf: (page: Page) => number, now: () => number): PageCache<Page> {
  const entries = new Map<string, Entry<Page>>()
  const inTurn = turns(AT_ONCE)
  let total = 0
  const drop = (name: string, entry: Entry<Page>): void => {
    if (entries.get(name) !== entry) return
    entries.delete(name)
    total -= entry.size
  }
  const keep = (name: string, entry: Entry<Page>): void => {
    const before = entries.get(name)
    if (before !== undefined) drop(name, before)
    entries.set(name, entry)
    total += entry.size
    for (const [oldest, other] of entries) {
      if (total <= LARGEST) break
      drop(oldest, other)
    }
  }
  return {
    known(name) {
      const entry = entries.get(name)
      if (entry === undefined) return null
      if (entry.until > now()) return entry.page
      drop(name, entry)
      return null
    },
    async make(name, work, nameOf) {
      const making = inTurn(work)
      const entry: Entry<Page> = { page: making, until: now() + KEPT, size: 0 }
      keep(name, entry)
      try {
        const page = await making
        drop(name, entry)
        keep(nameOf(page), { page: making, until: now() + KEPT, size: sizeOf(page) })
        return page
      } catch (fault) {
        drop(name, entry)
        throw fault
      }
    },
  }
}

/** Lets so many works run at a time, the others in the order in which they came. */
function turns(most: number): <Value>(work: () => Promise<Value>) => Promise<Value> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) running--
      else next()
    }
  }
}
