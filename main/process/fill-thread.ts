import { Worker } from 'node:worker_threads'

import type { TableName } from '../../domain/wire/table.ts'
import type { Outcome } from '../../sync/outcome.ts'
import { otherIsGone } from '../store/turn.ts'
import type { FillPlace } from './fill.ts'
import type { FillMessage, FillTask } from './fill-message.ts'

/** A thread beside the one that answers questions, which takes in what HIMS has. */
export interface FillThread {
  /** Null when there is no such thread any more: then whoever asks does it. */
  pull(hims: string): Promise<Outcome | null>
  close(): Promise<void>
}

interface ThreadWorld {
  /** The built entry. */
  readonly module: string
  readonly place: FillPlace
  readonly kept: (tables: ReadonlySet<TableName>) => void
  readonly report: (fault: unknown, where: string) => void
}

export function fillThread({ module, place, kept, report }: ThreadWorld): FillThread {
  const worker = new Worker(module, { workerData: place })
  let waiting: ((outcome: Outcome | null) => void) | null = null
  let alive = true
  const answer = (outcome: Outcome | null) => {
    waiting?.(outcome)
    waiting = null
  }
  const post = (task: FillTask) => worker.postMessage(task)
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      alive = false
      otherIsGone(place.turn)
      answer(null)
      resolve()
    })
  })
  worker.on('error', (fault) => report(fault, 'fill'))
  worker.on('message', (message: FillMessage) => {
    if (message.kind === 'kept') kept(new Set(message.tables))
    else answer(message.outcome)
  })
  return {
    pull: (hims) =>
      alive
        ? new Promise((resolve) => {
            waiting = resolve
            post({ kind: 'pull', hims })
          })
        : Promise.resolve(null),
    async close() {
      if (alive) post({ kind: 'close' })
      await ended
    },
  }
}
