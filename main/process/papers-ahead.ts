import { languages } from '../../domain/language.ts'
import { drawPaper } from '../print/pdf/draw-card.ts'
import type { CardDeps } from '../print/pdf/draw-card.ts'
import { samplePapers } from '../print/sample-paper.ts'
import { drawTicket } from '../print/thermal/draw-ticket.ts'
import type { TicketDeps } from '../print/thermal/sheet.ts'

/** What will be printed here. */
export interface PapersWorld {
  readonly ticketDeps: () => TicketDeps
  readonly cardDeps: () => CardDeps
  /** How wide the heads are, in dots; null for a printer that is not there. */
  readonly ticket: number | null
  readonly label: number | null
  readonly card: boolean
  readonly after: (milliseconds: number, run: () => void) => () => void
  readonly report: (fault: unknown) => void
}

/** The first moments belong to whoever opens the terminal. */
const SETTLED = 1500
/** Between two papers, so that whoever prints meanwhile waits for one of them only. */
const BREATH = 100

/** Draws each paper of the day once before anybody waits for it: the first one takes ten times as long as those after it. */
export function papersAhead({ ticketDeps, cardDeps, ticket, label, card, after, report }: PapersWorld): void {
  const papers = languages.map(samplePapers)
  const work: (() => unknown)[] = papers.flatMap((sample) => [
    ...(ticket === null ? [] : [() => drawTicket(sample.slip, ticketDeps(), ticket)]),
    ...(label === null ? [] : [() => drawTicket(sample.label, ticketDeps(), label)]),
    ...(card ? [() => drawPaper(sample.card, cardDeps())] : []),
  ])
  const next = async (): Promise<void> => {
    await work.shift()?.()
    if (work.length > 0) soon(BREATH)
  }
  const soon = (milliseconds: number): void => void after(milliseconds, () => void next().catch(report))
  if (work.length > 0) soon(SETTLED)
}
