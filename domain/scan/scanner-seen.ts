import { z } from 'zod'

import { ScanSource } from './scan-event.ts'

/** A scanner as its driver sees it now; what it is called at this desk is written down elsewhere. */
export const ScannerSeen = z.strictObject({
  device: z.string().max(64),
  source: ScanSource.exclude(['camera', 'wedge']),
  /** What it says it is (`Honeywell Voyager 1470g`), or where it is reached; empty when it says nothing. */
  label: z.string().max(120),
  /** `refused`: it is there, and the system or another program keeps it from us. */
  state: z.enum(['connecting', 'ready', 'refused', 'absent']),
})
export type ScannerSeen = z.infer<typeof ScannerSeen>
