import { createHash } from 'node:crypto'

import type { JobId } from '../../domain/id.ts'
import type { PdfDocument, PrintDocument } from '../../domain/print/document.ts'
import { isPdf, printerFor } from '../../domain/print/document.ts'
import type { PrintOutcome } from '../../domain/print/outcome.ts'
import { unreachable } from '../../domain/result.ts'
import { drawPaper } from '../print/pdf/draw-card.ts'
import type { CardDeps } from '../print/pdf/draw-card.ts'
import { drawTicket } from '../print/thermal/draw-ticket.ts'
import type { Raster } from '../print/thermal/raster.ts'
import { toPng } from '../print/thermal/raster.ts'
import type { TicketDeps } from '../print/thermal/sheet.ts'
import type { HandResult, Hands } from '../process/message.ts'
import type { PagePrinter, TicketPrinter } from './printer/port.ts'
import type { Synthesize } from './speech/synthesizer.ts'

export interface BenchWorld {
  readonly ticketDeps: () => TicketDeps
  readonly cardDeps: () => CardDeps
  readonly ticket: TicketPrinter | null
  readonly label: TicketPrinter | null
  readonly card: PagePrinter | null
  readonly page: PagePrinter | null
  readonly speak: Synthesize
}

/** A paper that is drawn and waits for its turn, with the printer it is for. */
interface Drawn {
  readonly hash: string
  readonly print: (attempt: number) => Promise<PrintOutcome>
}

/** What a preview is drawn for when no printer is there to say. */
const USUAL_DOTS = {
  'shift-report': 576,
  'token-slip': 576,
  'owed-slip': 576,
  'stock-slip': 576,
  'scheme-list': 576,
  'staff-badge': 576,
  wristband: 576,
  'medicine-label': 400,
} as const

/** Papers whose dots are kept, for a preview: the screen asks for it while they are printed. */
const KEPT = 4

const noPrinter: HandResult = { kind: 'outcome', outcome: { kind: 'not-sent', reason: 'no-printer' } }

/** Draws papers and hands them to printers; knows nothing of queues and retries, which are the spool's. */
export function bench(world: BenchWorld): Hands {
  const waiting = new Map<JobId, Drawn>()

  const drawn = new Map<string, Raster>()

  const drawRaster = (document: Exclude<PrintDocument, PdfDocument>, dots: number): Raster => {
    const key = `${dots} ${JSON.stringify(document)}`
    const raster = drawn.get(key) ?? drawTicket(document, world.ticketDeps(), dots)
    drawn.set(key, raster)
    for (const oldest of [...drawn.keys()].slice(0, -KEPT)) drawn.delete(oldest)
    return raster
  }

  async function draw(job: JobId, document: PrintDocument): Promise<Drawn | null> {
    const attempt = (number: number) => ({ id: `${job}-${number}`, onOpen: () => Promise.resolve() })
    if (isPdf(document)) {
      const printer = printerFor[document.kind] === 'card' ? world.card : world.page
      if (printer === null) return null
      const pdf = await drawPaper(document, world.cardDeps())
      return { hash: sha256(pdf), print: (number) => printer.print(pdf, attempt(number)) }
    }
    const printer = printerFor[document.kind] === 'label' ? world.label : world.ticket
    if (printer === null) return null
    const raster = drawRaster(document, printer.dots)
    return { hash: sha256(raster.rows), print: (number) => printer.print(raster, attempt(number)) }
  }

  return async (task) => {
    switch (task.kind) {
      case 'prepare': {
        const ready = await draw(task.job, task.document)
        if (ready === null) return noPrinter
        waiting.set(task.job, ready)
        return { kind: 'prepared', hash: ready.hash }
      }
      case 'send': {
        const outcome = (await waiting.get(task.job)?.print(task.attempt)) ?? { kind: 'not-sent', reason: 'no-printer' }
        if (outcome.kind !== 'not-sent') waiting.delete(task.job)
        return { kind: 'outcome', outcome }
      }
      case 'preview': {
        const { document } = task
        if (isPdf(document)) return { kind: 'picture', png: null }
        const printer = printerFor[document.kind] === 'label' ? world.label : world.ticket
        const dots = printer?.dots ?? USUAL_DOTS[document.kind]
        return { kind: 'picture', png: new Uint8Array(toPng(drawRaster(document, dots))) }
      }
      case 'speak':
        return { kind: 'spoken', spoken: await world.speak(task.task) }
      default:
        return unreachable(task)
    }
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
