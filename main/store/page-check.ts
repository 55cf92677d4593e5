import { PAGE, SALT, pageCipher } from './page-cipher.ts'
import type { Store } from './store.ts'

/** Some 3 ms of work. */
const STEP = 64
/** A page that looks wrong is looked at so often before anybody is told. */
const LOOKS = 5
/**
 * Pauses after which another thread that still writes back is no excuse any more: each writes back too, and a page that was
 * only half written is never found so a hundred times.
 */
const LONGEST = 100

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
  let suspects: readonly number[] = bad
  for (let looks = 0, pauses = 0; suspects.length > 0 && looks < LOOKS; pauses += 1) {
    // What the log is about to write over harms nobody; and while another thread writes it back, a page may be half of it.
    const settled = writeBack(database)
    suspects = suspects.filter((n) => n <= pages.count() && wrongIn(n, 1).length > 0)
    if (settled || pauses > LONGEST) looks += 1
    if (!(await pause())) return []
  }
  return suspects
}

/** False while somebody else is at it. */
function writeBack(database: Store['database']): boolean {
  const said = database.prepare<[], { readonly busy: number }>('PRAGMA wal_checkpoint(PASSIVE)').get()
  return said?.busy === 0
}
