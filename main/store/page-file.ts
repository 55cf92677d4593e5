import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

import { PAGE } from './page-cipher.ts'

/** The bytes of a database that is open, read beside SQLite. */
export interface PageFile {
  readonly path: string
  count(): number
  /** Up to `count` pages from a page on, counted from 1. */
  read(number: number, count: number): Buffer
  /** Only after the database is closed: on Unix, closing any handle of a file gives up its locks. */
  close(): void
}

export function pageFile(path: string): PageFile {
  let handle: number | null = null
  const opened = (): number => (handle ??= openSync(path, 'r'))
  return {
    path,
    count: () => Math.floor(fstatSync(opened()).size / PAGE),
    read(number, count) {
      const pages = Buffer.alloc(count * PAGE)
      const length = readSync(opened(), pages, 0, pages.length, (number - 1) * PAGE)
      return pages.subarray(0, Math.floor(length / PAGE) * PAGE)
    },
    close() {
      if (handle !== null) closeSync(handle)
      handle = null
    },
  }
}
