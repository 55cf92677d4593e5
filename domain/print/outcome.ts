import { z } from 'zod'

/** Why nothing reached the paper; each has a sentence and a next step in four languages. */
export const NotSentReason = z.enum(['unreachable', 'paper-out', 'cover-open', 'offline', 'no-printer', 'disk-full'])
export type NotSentReason = z.infer<typeof NotSentReason>

/** How sure we are: the printer said it printed, it only took the bytes, or nobody can know. */
export const PrintOutcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('printed') }),
  z.strictObject({ kind: z.literal('not-sent'), reason: NotSentReason }),
  z.strictObject({ kind: z.literal('uncertain') }),
])
export type PrintOutcome = z.infer<typeof PrintOutcome>

/** A printer or scanner as its driver last saw it. */
export const DeviceHealth = z.strictObject({
  device: z.string(),
  kind: z.enum(['ticket', 'label', 'card', 'page', 'scanner']),
  state: z.enum(['connecting', 'ready', 'paper-out', 'paper-low', 'cover-open', 'offline', 'absent']),
})
export type DeviceHealth = z.infer<typeof DeviceHealth>
