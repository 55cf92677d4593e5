import { z } from 'zod'

import table from './profiles.json' with { type: 'json' }

/** What must be known of a printer model before anything is sent to it. */
export const PrinterProfile = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]{1,40}$/),
  title: z.string(),
  /** Width of the head. */
  dots: z.int().min(64).max(2048),
  /** Up to 255, because GS P carries the dot pitch in one byte. */
  dpi: z.int().min(100).max(255),
  /** Most rows of dots in one raster command; small buffers take few. */
  maxBand: z.int().min(1).max(2047),
  /** Whether it answers DLE EOT. */
  status: z.boolean(),
  /** How it confirms: Epson's process id comes when the paper has moved, GS r only when all bytes are parsed. */
  confirm: z.enum(['process-id', 'gs-r', 'none']),
  /** How one paper is parted from the next. */
  end: z.enum(['partial-cut', 'full-cut', 'tear', 'next-label']),
  /** Rows of white before the end, where the printer does not feed to its cutter or tear bar by itself. */
  feed: z.int().min(0).max(255),
})
export type PrinterProfile = z.infer<typeof PrinterProfile>

export const printerProfiles: readonly PrinterProfile[] = z.array(PrinterProfile).parse(table)

/** Null when no such model is in the table. */
export const profileNamed = (name: string): PrinterProfile | null =>
  printerProfiles.find((profile) => profile.name === name) ?? null
