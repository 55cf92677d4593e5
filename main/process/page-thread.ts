import { Worker } from 'node:worker_threads'

import type { AnyPullReply, PackedPage } from '../../domain/wire/packed.ts'
import { ok } from '../../domain/result.ts'
import { changesOf, openPage } from '../../sync/page.ts'
import type { PageRows } from '../../sync/pull.ts'
import { readRows } from '../store/ready-row.ts'
import type { PageMessage } from './page-message.ts'

/** Opens pages on a thread of its own, which begins with the first large one if not before. */
export interface PageThread {
  readonly open: (reply: AnyPullReply, raw: unknown) => PageRows | Promise<PageRows>
  /** Many pages are about to come. */
  readonly begin: () => void
  /** The thread ends; the next large page begins another. */
  readonly rest: () => void
}

/** Bytes: to open a smaller page takes less than to hand it over. */
const LARGE = 16_384

interface Waiting {
  readonly page: PackedPage
  readonly answer: (rows: PageRows) => void
}

/** `module`: the built entry. Without the thread, and until it has begun, a page is opened where it is asked for. */
export function pageThread(module: string): PageThread {
  let worker: Worker | null = null
  let isAwake = false
  let isBroken = false
  let waiting: Waiting[] = []
  const stop = () => {
    worker = null
    isAwake = false
    const left = waiting
    waiting = []
    for (const { page, answer } of left) answer(openPage(page))
  }
  const begin = (): Worker => {
    const begun = new Worker(module)
    begun.on('message', (message: PageMessage) => {
      if (begun !== worker) return
      if (message.kind === 'awake') isAwake = true
      else waiting.shift()?.answer(message.rows.ok ? ok(readRows(message.rows.value)) : message.rows)
    })
    begun.on('error', () => void (isBroken = true))
    begun.once('exit', () => {
      if (begun === worker) stop()
    })
    begun.unref()
    return begun
  }
  return {
    begin: () => void (worker ??= begin()),
    open(reply, raw) {
      if (!('page' in reply) || reply.page.length < LARGE || isBroken) return changesOf(reply, raw)
      worker ??= begin()
      if (!isAwake) return openPage(reply)
      const { page, encoding, digest } = reply
      worker.postMessage({ page, encoding, digest })
      return new Promise((answer) => void waiting.push({ page: reply, answer }))
    },
    rest() {
      void worker?.terminate()
      stop()
    },
  }
}
