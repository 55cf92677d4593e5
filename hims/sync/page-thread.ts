import { Worker } from 'node:worker_threads'

import type { Encoding } from '../../domain/wire/codec/encoding.ts'
import type { PackedPage } from '../../domain/wire/packed.ts'
import { packJson } from './pack-page.ts'

/** What the thread is asked. */
export interface PageTask {
  readonly number: number
  readonly changes: string
  readonly encoding: Encoding
}

/** What it answers. */
export type PageDone =
  | { readonly number: number; readonly packed: PackedPage }
  | { readonly number: number; readonly fault: string }

interface Wanted extends Omit<PageTask, 'number'> {
  readonly rows: number
}

/** Below so many rows the way to the thread and back costs more than it saves. */
const FEW = 200

interface Thread {
  readonly pack: (wanted: Wanted) => Promise<PackedPage>
}

/**
 * Packs a page, a large one on a thread of its own: a million rows would hold up every desk for half a minute. Where the
 * thread cannot be, the page is packed here: late is better than never.
 */
export function pagePacker(script: URL): (wanted: Wanted) => Promise<PackedPage> {
  let thread: Thread | null = null
  return (wanted) => {
    const here = () => packJson(wanted.changes, wanted.encoding)
    if (wanted.rows < FEW) return here()
    try {
      thread ??= startThread(script, () => {
        thread = null
      })
    } catch {
      return here()
    }
    return thread.pack(wanted).catch(here)
  }
}

export const packAside = pagePacker(new URL('./page-worker.ts', import.meta.url))

interface Waiting {
  readonly done: (packed: PackedPage) => void
  readonly fail: (fault: Error) => void
}

function startThread(script: URL, ended: () => void): Thread {
  const worker = new Worker(script)
  const waiting = new Map<number, Waiting>()
  let number = 0
  const end = (): void => {
    ended()
    for (const { fail } of waiting.values()) fail(new Error('The thread that packs pages ended'))
    waiting.clear()
  }
  worker.on('error', end)
  worker.on('exit', end)
  worker.on('message', (answer: PageDone) => {
    const asked = waiting.get(answer.number)
    waiting.delete(answer.number)
    if (waiting.size === 0) worker.unref()
    if ('packed' in answer) asked?.done(answer.packed)
    else asked?.fail(new Error(answer.fault))
  })
  // Only a page that somebody waits for keeps the process.
  worker.unref()
  return {
    pack: ({ changes, encoding }) =>
      new Promise((done, fail) => {
        waiting.set(++number, { done, fail })
        worker.ref()
        worker.postMessage({ number, changes, encoding } satisfies PageTask)
      }),
  }
}
