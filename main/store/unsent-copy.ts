import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'
import { appendFileSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import { writeDurable } from './durable-file.ts'
import type { Store } from './store.ts'

/** What HIMS has not acknowledged yet, copied to a second medium as it is saved, each line sealed by itself. */
export interface UnsentCopy {
  /** Brings the copy up to date; false when the medium takes nothing. */
  readonly update: () => boolean
}

const Line = z.strictObject({
  seq: z.int(),
  mid: z.string(),
  kind: z.string(),
  title: z.string(),
  body: z.string(),
  at: z.string(),
})
type Line = z.infer<typeof Line>

const NAME = 'unsent.lines'
/** Acknowledged lines that may lie in the file before it is written anew. */
const STALE = 500

export function unsentCopy(store: Store, into: string, random: (bytes: number) => Uint8Array): UnsentCopy {
  const path = join(into, NAME)
  const key = lineKey(store.key ?? new Uint8Array(32))
  const newer = store.database.prepare<[number], Line>(
    `SELECT seq, mid, kind, title, body, at FROM outbox WHERE state = 'waiting' AND seq > ? ORDER BY seq`,
  )
  let last: number | null = null
  let lines = 0
  return {
    update() {
      try {
        const anew = last === null || lines > store.outbox.count('waiting') + STALE
        const rows = newer.all(anew ? 0 : (last ?? 0))
        const text = rows.map((row) => `${sealed(row, key, random)}\n`).join('')
        mkdirSync(into, { recursive: true, mode: 0o700 })
        if (anew) writeDurable(path, text)
        else if (rows.length > 0) append(path, text)
        lines = anew ? rows.length : lines + rows.length
        last = rows.at(-1)?.seq ?? last ?? 0
        return true
      } catch {
        // A stick that was pulled out is told by its age; it must not stop work.
        last = null
        return false
      }
    },
  }
}

function append(path: string, text: string): void {
  appendFileSync(path, text, { mode: 0o600 })
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/**
 * Takes entries that a restored database does not have from the second medium; they get new numbers and keep their ids.
 * Call it in a transaction. Gives how many came.
 */
export function takeUnsent(store: Store, from: string): number {
  const path = join(from, NAME)
  if (!existsSync(path) || store.key === null) return 0
  const key = lineKey(store.key)
  const known = store.database.prepare<[string], number>('SELECT 1 FROM outbox WHERE mid = ?').pluck()
  const insert = store.database.prepare(
    `INSERT INTO outbox (n, mid, kind, title, body, at, state) VALUES (?, ?, ?, ?, ?, ?, 'waiting')`,
  )
  let came = 0
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const entry = opened(line, key)
    if (entry === null || known.get(entry.mid) !== undefined) continue
    const { nextN } = store.device.read()
    insert.run(nextN, entry.mid, entry.kind, entry.title, entry.body, entry.at)
    store.device.setNextN(nextN + 1)
    came++
  }
  return came
}

const lineKey = (key: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, new Uint8Array(0), 'unsent copy 1', 32))

function sealed(line: Line, key: Uint8Array, random: (bytes: number) => Uint8Array): string {
  const nonce = random(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const text = Buffer.concat([cipher.update(JSON.stringify(line)), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64')
}

/** Null for a line that was cut off. */
function opened(line: string, key: Uint8Array): Line | null {
  const bytes = Buffer.from(line, 'base64')
  if (bytes.length < 28) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 })
    decipher.setAuthTag(bytes.subarray(12, 28))
    const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString()
    return Line.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
