import { existsSync, readFileSync } from 'node:fs'

import { PAGE, SALT, pageCipher } from '../page-cipher.ts'
import type { PageCipher } from '../page-cipher.ts'
import { framesOf, isBroken } from './wal.ts'

/** One authentic page in the clear; what was written later has the higher `age`. */
export interface Version {
  readonly number: number
  readonly age: number
  readonly open: () => Buffer
}

export interface PageSource {
  /** In the order they were written. */
  readonly versions: readonly Version[]
  /** The newest authentic version of a page. */
  readonly newest: (number: number) => Buffer | null
  /** Pages of the file, as the file itself has them, that are no longer what was written. */
  readonly bad: readonly number[]
  /** Acknowledged work lies behind a break of the write-ahead log. */
  readonly broken: boolean
}

/** Null when not one page answers to the key: it is the wrong key, or not a database at all. */
export function pageSource(file: string, key: Uint8Array): PageSource | null {
  const database = existsSync(file) ? readFileSync(file) : Buffer.alloc(0)
  const wal = existsSync(`${file}-wal`) ? readFileSync(`${file}-wal`) : Buffer.alloc(0)
  const frames = framesOf(wal)
  const cipher = cipherOf(database, key)
  if (cipher === null) return null
  const versions: Version[] = []
  const bad: number[] = []
  const opening = (page: Uint8Array, number: number) => () => cipher.open(page, number) ?? Buffer.alloc(PAGE)
  for (let at = 0; at < database.length; at += PAGE) {
    const number = at / PAGE + 1
    const page = database.subarray(at, at + PAGE)
    if (cipher.authentic(page, number)) versions.push({ number, age: 0, open: opening(page, number) })
    else bad.push(number)
  }
  for (const [at, { number, page }] of frames.entries()) {
    if (cipher.authentic(page, number)) versions.push({ number, age: at + 1, open: opening(page, number) })
  }
  if (versions.length === 0) return null
  const newest = new Map(versions.map(({ number, open }) => [number, open]))
  const later = new Set(frames.filter(({ sound }) => sound).map(({ number }) => number))
  return {
    versions,
    newest: (number) => newest.get(number)?.() ?? null,
    bad: bad.filter((number) => !later.has(number)),
    broken: isBroken(frames),
  }
}

/** The salt stands once in the file, in its first bytes; if a bit of it rotted every page would seem forged. */
export function cipherOf(database: Buffer, key: Uint8Array): PageCipher | null {
  const salt = database.subarray(0, SALT)
  if (salt.length < SALT) return null
  const fits = (cipher: PageCipher): boolean => {
    const pages = Math.floor(database.length / PAGE)
    const step = Math.max(1, Math.floor(pages / 64))
    for (let at = 0; at < pages; at += at < 8 ? 1 : step) {
      if (cipher.authentic(database.subarray(at * PAGE, (at + 1) * PAGE), at + 1)) return true
    }
    return false
  }
  for (const candidate of [salt, ...Array.from({ length: SALT * 8 }, (_, bit) => flipped(salt, bit))]) {
    const cipher = pageCipher(key, candidate)
    if (fits(cipher)) return cipher
  }
  return null
}

function flipped(bytes: Uint8Array, bit: number): Buffer {
  const copy = Buffer.from(bytes)
  copy.writeUInt8(copy.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
  return copy
}
