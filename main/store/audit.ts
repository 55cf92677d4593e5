import { createHash } from 'node:crypto'

import type { OperatorId } from '../../domain/id.ts'
import type { Database } from './database.ts'

export interface Deed {
  readonly at: string
  readonly operator: OperatorId | null
  /** `person.opened`, `token.issued`… */
  readonly deed: string
  readonly subject: string
}

export interface Audit {
  note(deed: Deed): void
  /** The number and hash of the last entry; a copy kept elsewhere shows when the end was cut off. */
  head(): { readonly seq: number; readonly hash: string }
  /** The hash of one entry, or null when there is none. */
  hashAt(seq: number): string | null
  /** The number of the first entry that does not follow from the one before, or null when all do. */
  firstBroken(): number | null
  /** The same a part at a time; `pause` lets others have their turn, and false ends it without an answer. */
  check(pause: () => Promise<boolean>): Promise<number | null>
  /** What the last `check` found; null when all was well or none has ended yet. */
  foundBroken(): number | null
}

interface Row extends Deed {
  readonly seq: number
  readonly hash: string
}

const START = '0'.repeat(64)

const hashOf = (before: string, seq: number, { at, operator, deed, subject }: Deed): string =>
  createHash('sha256')
    .update(before + JSON.stringify([seq, at, operator, deed, subject]))
    .digest('hex')

type Link = Pick<Row, 'seq' | 'hash'>

/** Some 3 ms of reading and hashing. */
const PART = 400

function brokenIn(rows: Iterable<Row>, first: Link): number | null {
  let before = first
  for (const row of rows) {
    if (row.seq !== before.seq + 1 || row.hash !== hashOf(before.hash, row.seq, row)) return row.seq
    before = row
  }
  return null
}

/** Who did what, each entry hashed together with the one before. */
export function audit(database: Database): Audit {
  const last = database.prepare<[], { readonly seq: number; readonly hash: string }>(
    'SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1',
  )
  const insert = database.prepare(
    'INSERT INTO audit (seq, at, operator, deed, subject, hash) VALUES (@seq, @at, @operator, @deed, @subject, @hash)',
  )
  const every = database.prepare<[], Row>('SELECT * FROM audit ORDER BY seq')
  const part = database.prepare<[number, number], Row>('SELECT * FROM audit WHERE seq > ? ORDER BY seq LIMIT ?')
  const head = () => last.get() ?? { seq: 0, hash: START }

  const hash = database.prepare<[number], string>('SELECT hash FROM audit WHERE seq = ?').pluck()

  let found: number | null = null

  return {
    head,
    hashAt: (seq) => (seq === 0 ? START : (hash.get(seq) ?? null)),
    note(deed) {
      const before = head()
      const seq = before.seq + 1
      insert.run({ ...deed, seq, hash: hashOf(before.hash, seq, deed) })
    },
    firstBroken: () => brokenIn(every.iterate(), { seq: 0, hash: START }),
    async check(pause) {
      let before: Link = { seq: 0, hash: START }
      for (;;) {
        const rows = part.all(before.seq, PART)
        const broken = brokenIn(rows, before)
        const end = rows.at(-1)
        if (broken !== null || end === undefined) {
          found = broken
          return broken
        }
        before = end
        if (!(await pause())) return null
      }
    },
    foundBroken: () => found,
  }
}
