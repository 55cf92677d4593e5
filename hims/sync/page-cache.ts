/** Something that was made once, kept for those who ask the same. */
export interface PageCache<Page> {
  /** Makes it unless it is here or being made; `keep` says whether others may have it as well. */
  readonly get: (key: string, make: () => Promise<Page>, keep: (page: Page) => boolean) => Promise<Page>
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

export function pageCache<Page>(sizeOf: (page: Page) => number, now: () => number): PageCache<Page> {
  const entries = new Map<string, Entry<Page>>()
  let total = 0
  const drop = (key: string, entry: Entry<Page>): void => {
    if (entries.get(key) !== entry) return
    entries.delete(key)
    total -= entry.size
  }
  return {
    async get(key, make, keep) {
      const known = entries.get(key)
      if (known !== undefined && known.until > now()) return known.page
      if (known !== undefined) drop(key, known)
      const entry: Entry<Page> = { page: make(), until: now() + KEPT, size: 0 }
      entries.set(key, entry)
      try {
        const page = await entry.page
        if (!keep(page)) drop(key, entry)
        else if (entries.get(key) === entry) total += entry.size = sizeOf(page)
        for (const [oldest, other] of entries) {
          if (total <= LARGEST) break
          drop(oldest, other)
        }
        return page
      } catch (fault) {
        drop(key, entry)
        throw fault
      }
    },
  }
}
