import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

import type { CardOrder } from '../../../domain/print/document.ts'
import type { CardDeps } from '../pdf/sheet-book.ts'
import { drawingOf } from './layout.ts'
import type { Layout } from './layout.ts'

export interface Written {
  readonly bytes: number
  readonly sha256: string
}

/** Draws one PDF of many orders, in their order, and writes it so that it is either whole under its name or not there. */
export async function writeVolume(
  path: string,
  layout: Layout,
  orders: readonly [CardOrder, ...CardOrder[]],
  deps: CardDeps,
): Promise<Written> {
  const [{ language, issued }] = orders
  const drawing = drawingOf[layout]
  const book = drawing.open({ language, day: issued }, deps)
  const hash = createHash('sha256')
  const part = `${path}.part`
  rmSync(part, { force: true })
  const file = openSync(part, 'wx')
  let bytes = 0
  let whole = false
  try {
    await new Promise<void>((resolve, reject) => {
      const { paper } = book.pen
      const take = (chunk: Uint8Array): void => {
        hash.update(chunk)
        for (let at = 0; at < chunk.length;) at += writeSync(file, chunk, at)
        bytes += chunk.length
      }
      paper.on('data', (chunk: Uint8Array) => {
        // Thrown here it would reach nobody: it is the stream that calls.
        try {
          take(chunk)
        } catch (fault) {
          paper.removeAllListeners('data')
          reject(fault)
        }
      })
      paper.on('end', () => resolve())
      paper.on('error', reject)
      drawing.draw(book, orders)
      book.end()
    })
    fsyncSync(file)
    whole = true
  } finally {
    closeSync(file)
    // Half a volume takes room from whatever else wants to be saved.
    if (!whole) rmSync(part, { force: true })
  }
  renameSync(part, path)
  syncFolder(join(path, '..'))
  return { bytes, sha256: hash.digest('hex') }
}

/** A rename is on the disk once its folder is; Windows has no such thing and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}
