import { z } from 'zod'

/** Nothing was written: there is no room on the disk, or the terminal's records are closed for a moment. */
export const NotSaved = z.strictObject({ kind: z.literal('not-saved'), cause: z.enum(['disk-full', 'store-closed']) })
export type NotSaved = z.infer<typeof NotSaved>
