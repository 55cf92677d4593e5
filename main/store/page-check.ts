import { PAGE, SALT, pageCipher } from './page-cipher.ts'
import type { Store } from './store.ts'

/** Some 3 ms of work. */
const STEP = 64

/**
 * Looks at every page of the file, a few at a time: a bit that rotted where nobody reads is found before it is needed.
 * Gives the pages that are no longer what was written.
 */
export async function badPages(
  { database, pages }: Pick<Store, 'database' | 'pages'>,
  key: Uint8Array,
  pause: () => Promise<boolean>,
): Promise<readonly number[]> {
  const cipher = pageCipher(key, pages.read(1, 1).subarray(0, SALT))
  const wrongIn = (from: number, count: number): readonly number[] => {
    const bytes = pages.read(from, count)
    const numbers = Array.from({ length: bytes.length / PAGE }, (_, at) => from + at)
    return numbers.filter((n) => !cipher.authentic(bytes.subarray((n - from) * PAGE, (n - from + 1) * PAGE), n))
  }
  const bad: number[] = []
  for (let at = 1; at <= pages.count(); at += STEP) {
    bad.push(...wrongIn(at, STEP))
    if (!(await pause())) return []
  }
  if (bad.length === 0) return bad
  // What the log is about to write over harms nobody.
  database.pragma('wal_checkpoint(PASSIVE)')
  return bad.filter((n) => n <= pages.count() && wrongIn(n, 1).length > 0)
}
