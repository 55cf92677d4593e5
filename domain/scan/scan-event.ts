import { z } from 'zod'

/** Longest text that is taken from any reader: the largest QR symbol holds so many digits. */
export const LONGEST_SCAN = 7089

/** What a reader hangs from. A `wedge` types like a keyboard; `network` is a serial server. */
export const ScanSource = z.enum(['camera', 'hid', 'serial', 'network', 'wedge'])
export type ScanSource = z.infer<typeof ScanSource>

/** One reading of one code, whatever device it came from. */
export const ScanEvent = z.strictObject({
  /** The same for one device from day to day, as far as the device can be told from its like. */
  device: z.string().max(64),
  source: ScanSource,
  text: z.string().max(LONGEST_SCAN),
  /** The kind of code as AIM names it (`]Q1` is a QR symbol); null where the reader did not say. */
  symbology: z.string().max(8).nullable(),
})
export type ScanEvent = z.infer<typeof ScanEvent>
