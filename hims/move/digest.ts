import { createHash } from 'node:crypto'

import type { Store } from '../database/schema.ts'
import { keyOf, pageAfter } from './rows.ts'
import type { Key, Row } from './rows.ts'
import type { TableShape } from './shape.ts'

/** What a table holds, in few letters: how many rows, and the sum of their hashes, which no order changes. */
export interface TableDigest {
  readonly table: string
  readonly rows: number
  readonly hash: string
}

/** A digest that follows its table row by row. */
export interface RunningDigest {
  readonly add: (row: Row) => void
  readonly remove: (row: Row) => void
  readonly value: () => TableDigest
}

const WORDS = 4

/** Four sums modulo 2^32 of the words of each row's SHA-256. */
export function runningDigest({ name, columns }: TableShape): RunningDigest {
  const sums = new Uint32Array(WORDS)
  let rows = 0
  const fold = (row: Row, sign: 1 | -1): void => {
    const text = JSON.stringify(columns.map((column) => plain(row[column] ?? null)))
    const hash = createHash('sha256').update(text).digest()
    for (let word = 0; word < WORDS; word++) sums[word] = (sums[word] ?? 0) + sign * hash.readUInt32BE(word * 4)
    rows += sign
  }
  return {
    add: (row) => fold(row, 1),
    remove: (row) => fold(row, -1),
    value: () => ({ table: name, rows, hash: Array.from(sums, (sum) => sum.toString(16).padStart(8, '0')).join('') }),
  }
}

const plain = (value: Row[string]): unknown =>
  value instanceof Uint8Array ? { bytes: Buffer.from(value).toString('base64') } : value

const PAGE = 2000

/** Reads a table whole. */
export async function digestOf(store: Store, shape: TableShape): Promise<RunningDigest> {
  const digest = runningDigest(shape)
  let after: Key | null = null
  for (;;) {
    const page: readonly Row[] = await pageAfter(store, shape, after, PAGE)
    for (const row of page) digest.add(row)
    const last = page.at(-1)
    if (last === undefined || page.length < PAGE) return digest
    after = keyOf(shape, last)
  }
}
