import type { PrintJob } from '../../contract/shell.ts'
import { JobId } from '../../domain/id.ts'
import { isPdf, printerFor } from '../../domain/print/document.ts'
import type { PrinterKind } from '../../domain/print/document.ts'
import type { DeviceHealth } from '../../domain/print/outcome.ts'
import type { Bench } from './bench.ts'
import { printerQueue } from './printer-queue.ts'
import type { SpoolWorld } from './printer-queue.ts'

export interface Spool {
  /** Something was queued. */
  wake(): void
  health(devices: readonly DeviceHealth[]): void
  recent(): readonly PrintJob[]
  settle(id: JobId, came: boolean): void
  retry(id: JobId): void
  preview(id: JobId): Promise<Uint8Array | null>
  close(): void
}

const printers: readonly PrinterKind[] = [...new Set(Object.values(printerFor))]
const MOST_RECENT = 50

/**
 * One queue a printer, first in first out. An attempt is written down before its first byte; the machine tries again only
 * what surely did not reach the paper, and leaves the rest to a person.
 */
export function spool(bench: Bench, world: SpoolWorld): Spool {
  bench.store.spool.closeAbandoned(bench.now().toISOString())
  const queues = new Map(printers.map((printer) => [printer, printerQueue(bench, world, printer)]))
  const table = bench.store.spool
  const told = (id: JobId): void => {
    const job = table.get(id)
    if (job === null) return
    world.changed(job)
    queues.get(job.printer)?.hurry()
  }
  return {
    wake: () => queues.forEach((queue) => queue.wake()),
    health: (devices) => queues.forEach((queue, printer) => queue.health(devices.find(({ kind }) => kind === printer))),
    recent: () => table.recent(MOST_RECENT),
    settle(id, came) {
      const job = table.get(id)
      if (job?.state.kind !== 'uncertain') return
      const copy = came ? null : JobId.parse(bench.newId())
      const saved = bench.save((write) => {
        table.settle(id, came, write.at)
        write.audit(came ? 'print.came' : 'print.lost', id)
        const document = table.document(id)
        if (copy !== null && document !== null) write.print(copy, { ...document, copy: document.copy + 1 }, job.title)
      })
      if (saved.ok) told(id)
    },
    retry(id) {
      if (table.get(id)?.state.kind !== 'not-sent') return
      const saved = bench.save((write) => {
        table.requeue(id, write.at)
        write.audit('print.retried', id)
      })
      if (saved.ok) told(id)
    },
    async preview(id) {
      const document = table.document(id)
      if (document === null || isPdf(document)) return null
      const result = await world.hands({ kind: 'preview', document }).catch(() => null)
      return result?.kind === 'picture' ? result.png : null
    },
    close: () => queues.forEach((queue) => queue.close()),
  }
}
