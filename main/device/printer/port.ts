import type { DeviceHealth, PrintOutcome } from '../../../domain/print/outcome.ts'
import type { Raster } from '../../print/thermal/raster.ts'

/** One try at putting one paper out. */
export type Attempt = {
  /** Its own name, never used for another try; the printer is asked to repeat the end of it. */
  readonly id: string
  /** Awaited before the first byte of the paper leaves, so that the spool can commit that the attempt is open. */
  readonly onOpen: () => Promise<void>
}

/** Printers that are fed rasters: tickets and labels. */
export type TicketPrinter = {
  /** Width of the head, which a paper is drawn for. */
  readonly dots: number
  readonly print: (paper: Raster, attempt: Attempt) => Promise<PrintOutcome>
  readonly health: () => DeviceHealth
  /** Tells of every change of state until the returned function is called. */
  readonly watch: (listener: (health: DeviceHealth) => void) => () => void
  readonly close: () => Promise<void>
}

/** Printers that are fed whole pages as PDF: the cards. */
export type PagePrinter = {
  readonly print: (pdf: Uint8Array, attempt: Attempt) => Promise<PrintOutcome>
  readonly health: () => DeviceHealth
  readonly watch: (listener: (health: DeviceHealth) => void) => () => void
  readonly close: () => Promise<void>
}
