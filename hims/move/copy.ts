import { nameOf } from './catch-up.ts'
import type { Both, CatchUp } from './catch-up.ts'
import { addRows, keyOf, pageAfter } from './rows.ts'
import type { Key } from './rows.ts'
import type { TableShape } from './shape.ts'
import { exclusively } from './watch.ts'

const PAGE = 2000
const TRIES = 5

/** Copies every table in pages. Rows that change meanwhile are noted and taken over later. */
export async function copyTables(both: Both, changes: CatchUp, copied: (rows: number) => void): Promise<void> {
  for (const shape of both.shapes) {
    let after: Key | null = null
    for (;;) {
      const page = await copyPage(both, shape, after, changes)
      copied(page.rows)
      if (page.rows < PAGE) break
      after = page.last
    }
  }
}

async function copyPage(
  { from, to }: Both,
  shape: TableShape,
  after: Key | null,
  changes: CatchUp,
): Promise<{ readonly rows: number; readonly last: Key | null }> {
  const page = await pageAfter(from.store, shape, after, PAGE)
  const last = page.at(-1)
  const done = { rows: page.length, last: last === undefined ? null : keyOf(shape, last) }
  let rest = page
  for (let tried = 1; rest.length > 0; tried++) {
    try {
      const rows = rest
      await exclusively(to.store, (store) => addRows(store, shape, rows))
      return done
    } catch (error) {
      if (tried === TRIES) throw error
    }
    // A row may refer to one that came after its table was copied: that one is among the changes. What has changed by
    // then is taken over with them, and is not added again as it was.
    const changed = await changes.round(null).catch(() => null)
    const names = new Set((changed?.get(shape.name) ?? []).map(nameOf))
    rest = rest.filter((row) => !names.has(nameOf(keyOf(shape, row))))
  }
  return done
}
