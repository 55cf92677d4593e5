import { z } from 'zod'

/** One reading of one code, whatever device it came from. */
export const ScanEvent = z.strictObject({
  device: z.string().max(64),
  source: z.enum(['camera', 'hid', 'serial', 'network', 'wedge']),
  text: z.string().max(4096),
})
export type ScanEvent = z.infer<typeof ScanEvent>
